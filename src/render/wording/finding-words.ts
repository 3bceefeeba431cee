/** What findings add up to, in words, and what can be done about them by a machine. */
import type { CheckReport, Finding } from "../../types/review-report.ts";
import { count } from "./phrase.ts";

/** "Found 1 error, 2 warnings in 2 files, and 3 that the baseline accepts", or "All checks passed". */
export function checkTotals({ findings, summary }: CheckReport): string {
  const accepted = summary.baselined > 0 ? `${count(summary.baselined, "finding")} accepted by the baseline` : "";
  if (findings.length === 0) return accepted === "" ? "All checks passed" : `All checks passed (${accepted})`;
  return `Found ${severityCounts(summary)} in ${count(summary.files, "file")}${accepted === "" ? "" : ` (${accepted})`}`;
}

function severityCounts({ errors, warnings, infos }: CheckReport["summary"]): string {
  const parts = [
    errors > 0 ? count(errors, "error") : "",
    warnings > 0 ? count(warnings, "warning") : "",
    infos > 0 ? count(infos, "note") : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** `safe` is made by `--fix`, `unsafe` with `--unsafe-fixes` beside it; null: nothing that a machine makes. */
export function fixability({ fix }: Finding): "safe" | "unsafe" | null {
  return fix === null || fix.applicability === "display-only" ? null : fix.applicability;
}

/** "[*] 3 fixable with `--fix` (2 more with `--unsafe-fixes`)."; null when nothing is. */
export function fixHint(findings: readonly Finding[]): string | null {
  const [safe, unsafe] = (["safe", "unsafe"] as const).map((kind) => findings.filter((finding) => fixability(finding) === kind).length);
  if (safe) return `[*] ${safe} fixable with \`--fix\`${unsafe ? ` (${unsafe} more with \`--unsafe-fixes\`)` : ""}.`;
  return unsafe ? `${unsafe} fixable with \`--fix --unsafe-fixes\`.` : null;
}
