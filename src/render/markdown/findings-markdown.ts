/** Findings of a check as Markdown: a table for a job summary or a merge request's note. What is more than a person reads is counted. */
import type { CheckReport, Finding } from "../../types/review-report.ts";
import { checkTotals } from "../wording/finding-words.ts";
import { code, message, phrase } from "../wording/phrase.ts";
import { phraseMarkdown, textMarkdown } from "./escape.ts";

const MAX_ROWS = 500;
const SIGNS: Readonly<Record<Finding["severity"], string>> = { error: "❌", warning: "⚠️", info: "ℹ️" };

/** Ends in a newline. */
export function renderCheckMarkdown(report: CheckReport): string {
  const { findings } = report;
  const title = `## Dagsight: ${textMarkdown(checkTotals(report))}\n`;
  if (findings.length === 0) return title;
  const more = findings.length > MAX_ROWS ? `\n${findings.length - MAX_ROWS} more are not listed.\n` : "";
  return `${title}\n| | Where | What | Rule |\n| --- | --- | --- | --- |\n${findings.slice(0, MAX_ROWS).map(row).join("")}${more}`;
}

function row({ severity, file, line, message: what, help, rule }: Finding): string {
  const words = phrase`${message(what)}${help === null ? "" : ". "}${message(help ?? "")}`;
  const cells = [phrase`${code(`${file}:${line}`)}`, words, phrase`${code(rule)}`].map((cell) => phraseMarkdown(cell, () => null));
  return `| ${SIGNS[severity]} | ${cells.join(" | ")} |\n`;
}
