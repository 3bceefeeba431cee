/** What findings mean for the exit code: infos pass unless asked otherwise, a rule that crashed is a defect of ours however clean the rest is. */
import { INTERNAL_ERROR, type Severity } from "../../../diagnostics/diagnostic.ts";
import type { Finding } from "../../../types/review-report.ts";
import type { ExitCode } from "../io.ts";

/** The least severity that fails a run. */
export type FailOn = Severity | "never";

/** From the least. */
export const SEVERITIES: readonly Severity[] = ["info", "warning", "error"];

export function findingsExit(findings: readonly Finding[], failOn: FailOn = "warning"): ExitCode {
  if (findings.some(({ rule }) => rule === INTERNAL_ERROR)) return 3;
  return failOn !== "never" && findings.some(({ severity }) => reaches(severity, failOn)) ? 1 : 0;
}

export function reaches(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
