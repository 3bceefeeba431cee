/**
 * Whether fixes did harm: the project is read again after them, and what was true has to stay true. The promise of a safe fix (the same behaviour
 * except for the defect) is held here, not only in a rule's tests.
 */
import type { Analysis } from "../dagster/analysis.ts";
import { applyBaseline, baselineOf } from "../diagnostics/baseline.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PythonParser } from "../syntax/python-parser.ts";
import type { Fixable } from "./choose-fixes.ts";
import type { FixedFiles } from "./fixed-files.ts";
import { firstDifference } from "./graph/comparable-graph.ts";

interface JudgedFiles {
  readonly files: FixedFiles;
  readonly analysis: Analysis;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MadeFixes {
  readonly before: JudgedFiles;
  readonly after: JudgedFiles;
  readonly chosen: readonly Fixable[];
  readonly parser: Pick<PythonParser, "parseModule">;
}

/** What the fixes broke, in words without a full stop; `undefined` when nothing. */
export function objectionToFixes({ before, after, chosen, parser }: MadeFixes): string | undefined {
  return brokenSyntax(after.files, parser) ?? newError(before, after) ?? (chosen.every(keepsGraph) ? otherGraph(before, after) : undefined);
}

/** What mends a refusal of Dagster's, or an unsafe fix, may change the graph: there was none, or somebody agreed to it. */
function keepsGraph({ diagnostic, fix }: Fixable): boolean {
  return fix.applicability === "safe" && diagnostic.tier !== "dagster-would-fail";
}

function brokenSyntax(files: FixedFiles, parser: Pick<PythonParser, "parseModule">): string | undefined {
  const broken = files
    .changes()
    .find(({ path, before, after }) => path.endsWith(".py") && errorsIn(after, parser) > errorsIn(before ?? "", parser));
  return broken && `\`${broken.path}\` would not be Python`;
}

function errorsIn(text: string, parser: Pick<PythonParser, "parseModule">): number {
  return parser.parseModule(text).errors.length;
}

function newError(before: JudgedFiles, after: JudgedFiles): string | undefined {
  const errorsOf = ({ diagnostics }: JudgedFiles) => diagnostics.filter(({ tier }) => tier === "dagster-would-fail");
  const [known, found] = [errorsOf(before), errorsOf(after)];
  const [fresh] = found.length > known.length ? applyBaseline(found, baselineOf(known)).fresh : [];
  return fresh && `there would be a new error: ${fresh.message}`;
}

function otherGraph(before: JudgedFiles, after: JudgedFiles): string | undefined {
  const [was, is] = [before.analysis.locations, after.analysis.locations];
  if (was.length !== is.length) return "code locations would appear or disappear";
  for (const [index, location] of was.entries()) {
    const now = is[index];
    const difference = now && firstDifference(location.document, now.document);
    if (difference) return `${difference.subject} would change${difference.field === undefined ? "" : ` in its \`${difference.field}\``}`;
  }
  return undefined;
}
