/** The report of `dagsight check`: findings in their one order, and their totals. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderDiagnostics } from "../diagnostics/order.ts";
import type { CheckReport, Finding } from "../types/review-report.ts";
import { findingsOf, type TextOf } from "./finding.ts";

/** `baselined`: how many more there are that the baseline accepts. */
export function buildCheckReport(diagnostics: readonly Diagnostic[], textOf: TextOf, baselined = 0): CheckReport {
  return reportOf(findingsOf(orderDiagnostics(diagnostics), textOf), baselined);
}

/** One report of several folders. A finding that two of them reach is one. */
export function mergeCheckReports(reports: readonly CheckReport[]): CheckReport {
  const [first, ...others] = reports;
  if (first && others.length === 0) return first;
  const findings = [...new Map(reports.flatMap((report) => report.findings).map((finding) => [JSON.stringify(finding), finding])).values()];
  return reportOf(
    findings,
    reports.reduce((total, { summary }) => total + summary.baselined, 0),
  );
}

/** The report of some of a report's findings. */
export function narrowReport({ findings, summary }: CheckReport, isWanted: (finding: Finding) => boolean): CheckReport {
  return reportOf(findings.filter(isWanted), summary.baselined);
}

function reportOf(findings: readonly Finding[], baselined: number): CheckReport {
  const files = new Set(findings.map((one) => one.file)).size;
  return { schemaVersion: 1, findings, summary: { ...countSeverities(findings), files, baselined } };
}

export function countSeverities(findings: readonly Finding[]): {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
} {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}
