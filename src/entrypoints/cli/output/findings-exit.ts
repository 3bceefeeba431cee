/** What findings mean for the exit code: infos pass, a rule that crashed is a defect of ours however clean the rest is. */
import { INTERNAL_ERROR } from "../../../rules/run-rules.ts";
import type { Finding } from "../../../types/review-report.ts";
import type { ExitCode } from "../io.ts";

export function findingsExit(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ rule }) => rule === INTERNAL_ERROR)) return 3;
  return findings.some(({ severity }) => severity !== "info") ? 1 : 0;
}
