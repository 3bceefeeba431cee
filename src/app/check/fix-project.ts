/**
 * Use case: mend what can be mended. Fixes are made in passes, because some stand in each other's way and some make others possible; after each
 * pass the project is read again, and a pass that breaks something is taken back and made in halves until the one fix that does is found and
 * left out. Nothing is written here.
 */
import type { Analysis } from "../../dagster/analysis.ts";
import { analyzeProject } from "../../dagster/analyze-project.ts";
import type { Applicability, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { fingerprint } from "../../diagnostics/fingerprint.ts";
import type { ChangeSet } from "../../edit/change-set.ts";
import { chooseFixes, type Fixable } from "../../edit/choose-fixes.ts";
import { editedTree } from "../../edit/edited-tree.ts";
import { fixEdits } from "../../edit/fix-edits.ts";
import { createFixedFiles, type FixedFiles } from "../../edit/fixed-files.ts";
import { objectionToFixes } from "../../edit/objection-to-fixes.ts";
import { createProject } from "../../edit/project.ts";
import type { Engine } from "../analysis/engine.ts";
import { loadAnalysis } from "../analysis/load-analysis.ts";
import { computeInRounds } from "../analysis/rounds.ts";
import type { CheckedProject, CheckRequest } from "./check-project.ts";
import { checkedProject } from "./check-project.ts";
import { findDiagnostics } from "./find-diagnostics.ts";

export interface FixRequest extends CheckRequest {
  readonly applicable: readonly Applicability[];
  /** Whose fixes are made; the others are looked at and left. */
  readonly isWanted: (diagnostic: Diagnostic) => boolean;
}

export interface LeftOutFix {
  readonly diagnostic: Diagnostic;
  /** What would have come of it. */
  readonly objection: string;
}

export interface FixedProject {
  readonly changeSet: ChangeSet;
  /** Findings whose fix was made, with the places that they had then. */
  readonly fixed: readonly Diagnostic[];
  readonly leftOut: readonly LeftOutFix[];
  /** What remains, as a check of the fixed files finds it. */
  readonly remaining: CheckedProject;
}

/** Chains of fixes end after a few; what takes more is two fixes undoing each other. */
const MAX_PASSES = 10;

interface State {
  readonly files: FixedFiles;
  readonly analysis: Analysis;
  readonly diagnostics: readonly Diagnostic[];
}

export async function fixProject(request: FixRequest, engine: Engine): Promise<FixedProject> {
  const { tree, options, applicable, isWanted } = request;
  const analysis = await loadAnalysis(tree, options, engine);
  let state: State = await judge(createFixedFiles(tree), analysis, request, engine);
  const fixed: Diagnostic[] = [];
  const leftOut = new Map<string, LeftOutFix>();
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const { fresh } = checkedProject(state, request);
    const chosen = chooseFixes(
      fresh.filter(isWanted),
      applicable,
      (one) => !leftOut.has(identityOf(one)) && state.files.canEdit(one.fix.edits),
    );
    if (chosen.length === 0) break;
    const next = await makeSome(chosen, state, request, engine);
    if ("objection" in next) leftOut.set(identityOf(next.fix), { diagnostic: next.fix.diagnostic, objection: next.objection });
    else {
      fixed.push(...next.made.map(({ diagnostic }) => diagnostic));
      state = next.state;
    }
  }
  return {
    changeSet: { kind: "change-set", title: "Fix findings", files: state.files.changes() },
    fixed,
    leftOut: [...leftOut.values()],
    remaining: checkedProject(state, request),
  };
}

type Outcome = { readonly state: State; readonly made: readonly Fixable[] } | { readonly fix: Fixable; readonly objection: string };

/** All of them, or the first half that breaks nothing, or the one that does. */
async function makeSome(chosen: readonly Fixable[], before: State, request: FixRequest, engine: Engine): Promise<Outcome> {
  const project = createProject(before.analysis, { options: request.options, parser: engine.parser, lowered: engine.lowered });
  const edits = chosen.flatMap(({ fix }) => fix.edits);
  const files = before.files.with(fixEdits(project, edits));
  const analysis = await readAgain(files, request, engine);
  const after = await judge(files, analysis, request, engine);
  const objection = objectionToFixes({ before, after, chosen, parser: engine.parser });
  if (objection === undefined) return { state: after, made: chosen };
  const [first] = chosen;
  if (chosen.length === 1 && first) return { fix: first, objection };
  const half = Math.ceil(chosen.length / 2);
  const tried = await makeSome(chosen.slice(0, half), before, request, engine);
  return "objection" in tried ? tried : { ...tried, made: tried.made };
}

async function readAgain(files: FixedFiles, { tree, options }: FixRequest, { parser, lowered }: Engine): Promise<Analysis> {
  return computeInRounds(tree, () => analyzeProject(editedTree(tree, files.texts()), options, parser, lowered));
}

async function judge(files: FixedFiles, analysis: Analysis, { tree, configuration }: FixRequest, engine: Engine): Promise<State> {
  return { files, analysis, diagnostics: await findDiagnostics({ analysis, tree }, configuration, engine) };
}

function identityOf({ diagnostic, fix }: Fixable): string {
  const { rule, subject = null, message, location } = diagnostic;
  return `${fingerprint({ rule, subject, message, path: location.path })} ${fix.title}`;
}
