/** The report of `dagsight check`: findings in their one order, and their totals. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderDiagnostics } from "../diagnostics/order.ts";
import type { CheckReport, Finding } from "../types/review-report.ts";
import { findingsOf, type TextOf } from "./finding.ts";

export function buildCheckReport(diagnostics: readonly Diagnostic[], textOf: TextOf): CheckReport {
  const findings = findingsOf(orderDiagnostics(diagnostics), textOf);
  return { schemaVersion: 1, findings, summary: { ...countSeverities(findings), files: new Set(findings.map((one) => one.file)).size } };
}

export function countSeverities(findings: readonly Finding[]): {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
} {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}
