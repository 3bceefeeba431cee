/** Findings one a line, as editors and `grep` want them, and their statistics. */
import { groupBy } from "../../base/group-by.ts";
import type { CheckReport, Finding } from "../../types/review-report.ts";
import { printable, printableUpTo } from "../printable.ts";
import { fixability } from "../wording/finding-words.ts";
import { closingLines, MAX_MESSAGE, type TextOptions } from "./findings-text.ts";
import { paintWith, SEVERITY_INKS } from "./palette.ts";

/** Ends in a newline. */
export function renderConcise(report: CheckReport, options: TextOptions): string {
  const paint = paintWith(options.colour);
  const lines = report.findings.map((finding) => {
    const place = `${paint("bold", printable(finding.file))}:${finding.line}:${finding.column}:`;
    const mark = fixability(finding) === "safe" ? " [*]" : "";
    return `${place} ${paint(SEVERITY_INKS[finding.severity], finding.severity)} ${finding.rule}${mark} ${printableUpTo(finding.message, MAX_MESSAGE)}`;
  });
  return `${[...lines, ...closingLines(report, options)].join("\n")}\n`;
}

/** Most frequent first: `12  error    asset-cycle   [*]`. Ends in a newline. */
export function renderStatistics(report: CheckReport, options: TextOptions): string {
  const paint = paintWith(options.colour);
  const rules = [...groupBy(report.findings, ({ rule }) => rule)].sort(
    ([left, some], [right, others]) => others.length - some.length || (left < right ? -1 : 1),
  );
  const width = String(rules[0]?.[1].length ?? 0).length;
  const lines = rules.map(([rule, findings]) => {
    const severity = worst(findings);
    const mark = findings.some((finding) => fixability(finding) === "safe") ? "[*]" : "[ ]";
    return `${paint("bold", String(findings.length).padStart(width))}  ${paint(SEVERITY_INKS[severity], severity.padEnd(7))}  ${mark}  ${rule}`;
  });
  return `${[...lines, ...closingLines(report, options)].join("\n")}\n`;
}

function worst(findings: readonly Finding[]): Finding["severity"] {
  const has = (severity: Finding["severity"]) => findings.some((finding) => finding.severity === severity);
  return has("error") ? "error" : has("warning") ? "warning" : "info";
}
