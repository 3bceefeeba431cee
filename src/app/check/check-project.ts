/** Use case: what is wrong with a project, and how much of it is news. */
import type { Analysis, AnalysisOptions, LoadedLocation } from "../../dagster/analysis.ts";
import { applyBaseline, type BaselineEntry } from "../../diagnostics/baseline.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LoadableTree } from "../../ports/source-store.ts";
import { buildCheckReport } from "../../report/check-report.ts";
import type { TextOf } from "../../report/finding.ts";
import type { Configuration } from "../../types/configuration.ts";
import type { CheckReport } from "../../types/review-report.ts";
import type { Engine } from "../analysis/engine.ts";
import { loadAnalysis } from "../analysis/load-analysis.ts";
import { sourceTexts } from "../analysis/source-text.ts";
import { findDiagnostics } from "./find-diagnostics.ts";
import { judgedByRun } from "./judged-by-run.ts";

export interface CheckRequest {
  readonly tree: LoadableTree;
  readonly options: AnalysisOptions;
  readonly configuration: Configuration;
  /** Accepted findings: they are counted, and not reported. */
  readonly baseline: readonly BaselineEntry[];
}

export interface CheckedProject {
  readonly report: CheckReport;
  /** What the report is about, in its order. */
  readonly fresh: readonly Diagnostic[];
  /** Entries of the baseline that this run looked for and did not find. */
  readonly stale: readonly BaselineEntry[];
  /** Code locations that were found: with none there is nothing to say, and the caller says so. */
  readonly locations: readonly LoadedLocation[];
  /** For who shows a finding with its line of code. */
  readonly textOf: TextOf;
}

export async function checkProject(request: CheckRequest, engine: Engine): Promise<CheckedProject> {
  const { tree, options, configuration } = request;
  const analysis = await loadAnalysis(tree, options, engine);
  return checkedProject({ analysis, diagnostics: await findDiagnostics({ analysis, tree }, configuration, engine) }, request);
}

interface Judged {
  readonly analysis: Analysis;
  readonly diagnostics: readonly Diagnostic[];
}

export function checkedProject({ analysis, diagnostics }: Judged, request: CheckRequest): CheckedProject {
  const { fresh, known, stale } = applyBaseline(diagnostics, request.baseline, { isGone: (path) => !request.tree.has(path) });
  const textOf = sourceTexts(analysis);
  return {
    report: buildCheckReport(fresh, textOf, known.length),
    fresh,
    stale: stale.filter(judgedByRun(analysis, request)),
    locations: analysis.locations,
    textOf,
  };
}
