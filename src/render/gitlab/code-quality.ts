/** GitLab's Code Quality report. Source: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format": paths are relative, fingerprints unique. */
import type { Finding } from "../../types/review-report.ts";
import { numberedFingerprints } from "../fingerprints.ts";
import { printable } from "../printable.ts";

const SEVERITIES = { error: "critical", warning: "minor", info: "info" } as const;

/** Ends in a newline. */
export function renderCodeQuality(findings: readonly Finding[]): string {
  const fingerprints = numberedFingerprints(findings);
  const issues = findings.map(({ rule, severity, message, help, file, line, endLine }, index) => ({
    description: printable(help === null ? message : `${message}. ${help}`),
    check_name: rule,
    fingerprint: fingerprints[index],
    severity: SEVERITIES[severity],
    location: { path: file, lines: { begin: line, end: Math.max(line, endLine) } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
