/** Use case: what is wrong with a project. */
import type { AnalysisOptions } from "../dagster/analysis.ts";
import type { LoadableTree } from "../ports/source-store.ts";
import { buildCheckReport, countSeverities } from "../report/check-report.ts";
import type { TextOf } from "../report/finding.ts";
import type { Configuration } from "../types/configuration.ts";
import type { CheckReport } from "../types/review-report.ts";
import type { Engine } from "./engine.ts";
import { findDiagnostics } from "./find-diagnostics.ts";
import { loadAnalysis } from "./load-analysis.ts";
import { sourceTexts } from "./source-text.ts";

export interface CheckedProject {
  readonly report: CheckReport;
  /** Code locations that were found: with none there is nothing to say, and the caller says so. */
  readonly locations: number;
  /** For who shows a finding with its line of code. */
  readonly textOf: TextOf;
}

export async function checkProject(
  tree: LoadableTree,
  options: AnalysisOptions,
  configuration: Configuration,
  engine: Engine,
): Promise<CheckedProject> {
  const analysis = await loadAnalysis(tree, options, engine);
  const textOf = sourceTexts(analysis);
  const found = await findDiagnostics({ analysis, tree }, configuration, engine);
  return { report: buildCheckReport(found, textOf), locations: analysis.locations.length, textOf };
}

/** One report of several folders. A finding that two of them reach is one. */
export function mergeCheckReports(reports: readonly CheckReport[]): CheckReport {
  const [first, ...others] = reports;
  if (first && others.length === 0) return first;
  const findings = [...new Map(reports.flatMap((report) => report.findings).map((finding) => [JSON.stringify(finding), finding])).values()];
  return { schemaVersion: 1, findings, summary: { ...countSeverities(findings), files: new Set(findings.map(({ file }) => file)).size } };
}
