/** Fingerprints of a list of findings for tools that want each to be one of a kind: equal findings in one file are numbered in their order. */
import { fingerprint } from "../diagnostics/fingerprint.ts";
import type { Finding } from "../types/review-report.ts";

/** In the order of the findings. */
export function numberedFingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, file, subject, message }) => {
    const print = fingerprint({ rule, path: file, subject, message });
    const copy = (seen.get(print) ?? 0) + 1;
    seen.set(print, copy);
    return copy === 1 ? print : `${print}:${copy}`;
  });
}
