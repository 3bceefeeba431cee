/**
 * Carries out a proposal: applies a plan in memory, reads the whole project again and compares. Only a plan whose graph is the intended one, with
 * no new error on the way, becomes a change set; when none is, the first plan's difference is the refusal.
 */
import { OverlappingEditsError } from "../base/text-edit.ts";
import type { Analysis, LoadedLocation } from "../dagster/analysis.ts";
import { analyzeProject } from "../dagster/analyze-project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type ChangeSet, type EditOutcome, editsByFile, type FileChange, fileChange, type Refusal, refuse } from "./change-set.ts";
import { editedTree } from "./edited-tree.ts";
import { firstDifference, type GraphDifference } from "./graph/comparable-graph.ts";
import { newlyDoubtfulPartitions } from "./graph/doubtful-partitions.ts";
import { loadErrors } from "./graph/load-errors.ts";
import { sharedWith } from "./graph/shared-definition.ts";
import { withoutUnusedImports } from "./names/unused-imports.ts";
import type { Plan, Proposal } from "./plan.ts";
import type { Project } from "./project.ts";

export interface CarriedOut {
  readonly outcome: EditOutcome;
  /** Files that are missing for a final answer: load them, analyse and ask again. */
  readonly needs: readonly string[];
}

export function carryOut(project: Project, proposal: Proposal | Refusal): CarriedOut {
  if (proposal.kind === "refusal") return { outcome: proposal, needs: [...project.needs] };
  let refusal: Refusal | undefined;
  for (const plan of proposal.plans) {
    if (project.needs.size > 0) return { outcome: pending(proposal), needs: [...project.needs] };
    const tried = tryPlan(project, proposal, plan);
    if (tried.outcome.kind === "change-set" || tried.needs.length > 0) return tried;
    if (refusal === undefined || isNotLoaded(refusal)) refusal = tried.outcome;
  }
  const none = refuse("not-editable", "there is no place that could be edited", { subject: proposal.subject });
  return { outcome: refusal ?? none, needs: [...project.needs] };
}

const NOT_LOADED = "nothing would load what was added";

/** What a plan that hopes for a loader fails with: any other reason says more. */
function isNotLoaded({ diagnostics }: Refusal): boolean {
  return diagnostics.some(({ message }) => message === NOT_LOADED);
}

function pending({ subject }: Proposal): Refusal {
  return refuse("not-editable", "files of the project are not loaded yet", { subject });
}

function tryPlan(project: Project, proposal: Proposal, plan: Plan): CarriedOut {
  const files = changesOf(project, plan, proposal.subject);
  if ("kind" in files) return { outcome: files, needs: [] };
  const changeSet: ChangeSet = { kind: "change-set", title: proposal.title, files };
  const { options, parser, lowered } = project.context;
  const tree = editedTree(project.tree, new Map(files.map(({ path, after }) => [path, after])));
  for (const { path, before, after } of files) {
    const broken = path.endsWith(".py") ? parser.parseModule(after).errors.length : 0;
    if (broken > (before === null ? 0 : parser.parseModule(before).errors.length))
      return { outcome: refuse("not-editable", `the edited \`${path}\` would not be Python`, { subject: proposal.subject }), needs: [] };
  }
  const after = analyzeProject(tree, options, parser, lowered);
  const needs = after.needs.filter((path) => project.tree.read(path) === "not-loaded");
  if (needs.length > project.analysis.needs.length) return { outcome: pending(proposal), needs };
  const outcome =
    objection(project.analysis, after, plan, proposal) ??
    newRefusal(project, after, proposal) ??
    newDoubt(project.analysis, after, proposal) ??
    changeSet;
  return { outcome, needs: [] };
}

function changesOf(project: Project, plan: Plan, subject: string): readonly FileChange[] | Refusal {
  const files: FileChange[] = [];
  for (const [path, edits] of editsByFile(plan.edits)) {
    const [first] = edits;
    const at = { path, start: first?.start ?? 0, end: first?.end ?? 0 };
    const before = project.text(path);
    if (before === undefined)
      return refuse("not-editable", `\`${path}\` is not a UTF-8 text of this repository`, { at, subject, help: "Change it by hand." });
    const [error] = path.endsWith(".py") ? (project.file(path)?.tree.errors ?? []) : [];
    if (error)
      return refuse("syntax-error", `\`${path}\` is not valid Python: ${error.message}`, {
        at: { path, start: error.start, end: error.end },
        subject,
        help: "Mend the syntax error first.",
      });
    try {
      const source = path.endsWith(".py") ? project.file(path) : undefined;
      const change = fileChange(path, before, source ? withoutUnusedImports(project, source, edits) : edits);
      if (change) files.push(change);
    } catch (problem) {
      if (!(problem instanceof OverlappingEditsError)) throw problem;
      return refuse("not-editable", "one text would have to become two different things", { at, subject, help: "Change it by hand." });
    }
  }
  const added = (plan.newFiles ?? []).map(({ path, text }) => ({ path, before: null, after: text, edits: [] }));
  return [...files, ...added];
}

function objection(before: Analysis, after: Analysis, plan: Plan, { subject, at, help = BY_HAND }: Proposal): Refusal | undefined {
  if (before.locations.length !== after.locations.length)
    return refuse("graph-would-differ", "code locations would appear or disappear", { subject });
  if (plan.appears && !after.locations.some(({ document }) => plan.appears?.(document)))
    return refuse("graph-would-differ", NOT_LOADED, { subject, help: "Add it to the `Definitions` by hand." });
  for (const [index, location] of before.locations.entries()) {
    const edited = after.locations[index];
    if (!edited) continue;
    const problem = newProblem(location, edited);
    if (problem) return refuse("graph-would-differ", `the project would not load: ${problem}`, { at, subject, help });
    const difference = firstDifference(plan.intended(location.document, edited.document), edited.document);
    const shared = difference && sharedWith(difference, location, subject);
    if (shared) return refuse("graph-would-differ", shared.message, { at, subject, help: shared.help });
    if (difference) return refuse("graph-would-differ", describe(difference), { at: whereNamed(difference, edited) ?? at, subject, help });
  }
  return undefined;
}

const BY_HAND = "Nothing was changed. Something in the code computes what would have to be edited: change it there by hand.";

/** An error that names what is renamed has another text afterwards, so errors are counted. */
function newProblem(before: LoadedLocation, after: LoadedLocation): string | undefined {
  const [known, found] = [loadErrors(before), loadErrors(after)];
  return found.length > known.length ? found.find((message) => !known.includes(message)) : undefined;
}

/** What Dagster would refuse of the edited project and did not refuse before. */
function newRefusal({ analysis, context }: Project, after: Analysis, { subject, at, help = BY_HAND }: Proposal): Refusal | undefined {
  if (!context.refusals) return undefined;
  const [known, refused] = [context.refusals(analysis), context.refusals(after)];
  const found = refused.filter((each) => !known.some(({ rule, message }) => rule === each.rule && message === each.message));
  const count = (diagnostics: readonly Diagnostic[], rule: string) => diagnostics.filter((each) => each.rule === rule).length;
  const problem = found.find(({ rule }) => count(refused, rule) > count(known, rule));
  return problem && refuse("graph-would-differ", `Dagster would refuse to load the result: ${problem.message}`, { at, subject, help });
}

/** What Dagster may refuse of the edited project, where nothing that is written tells whether it does. */
function newDoubt(before: Analysis, after: Analysis, { subject, at }: Proposal): Refusal | undefined {
  for (const [index, location] of before.locations.entries()) {
    const edited = after.locations[index];
    const doubt = edited && newlyDoubtfulPartitions(location, edited);
    if (doubt)
      return refuse("graph-would-differ", `Dagster may refuse to load the result: ${doubt}`, {
        at,
        subject,
        help: "Nothing was changed. Give them one partitions definition by hand, or select them in a job each.",
      });
  }
  return undefined;
}

function describe({ subject, field, wanted, found }: GraphDifference): string {
  if (field === undefined)
    return found === undefined
      ? `${subject} would not be there after the edit`
      : `${subject} would still, or newly, be there after the edit`;
  return `${subject} would not be as intended: \`${field}\` would be ${short(found)} instead of ${short(wanted)}`;
}

function short(text: string | undefined): string {
  if (text === undefined) return "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Where the asset that should not be there is named. */
function whereNamed({ subject }: GraphDifference, { graphs }: LoadedLocation): { path: string; start: number; end: number } | undefined {
  const id = /^the asset `(.*)`$/.exec(subject)?.[1];
  if (id === undefined) return undefined;
  for (const graph of graphs) {
    const asset = graph.assets.get(id);
    const at = asset?.namedAt[0] ?? asset?.claim?.at;
    if (at?.path) return { path: at.path, start: at.start, end: at.end };
  }
  return undefined;
}
