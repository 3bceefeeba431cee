/** Findings as ruff prints them: `file:line:column rule message`, then the code with a mark under it, then what to do. */
import type { CheckReport, Finding } from "../../types/review-report.ts";
import { printable, printableUpTo } from "../printable.ts";
import { count } from "../wording/phrase.ts";
import { type Paint, paintWith, SEVERITY_INKS } from "./palette.ts";

/** A line of a file without its line end; undefined when the source is not at hand. 1-based. */
export type SourceLine = (file: string, line: number) => string | undefined;

export interface TextOptions {
  readonly colour: boolean;
  readonly sourceLine?: SourceLine;
}

const MAX_CODE = 160;
const MAX_MESSAGE = 1_000;

/** Ends in a newline. */
export function renderCheckText(report: CheckReport, options: TextOptions): string {
  const paint = paintWith(options.colour);
  const { errors, warnings, infos } = report.summary;
  const total = errors + warnings + infos;
  const parts = [
    errors > 0 ? count(errors, "error") : "",
    warnings > 0 ? count(warnings, "warning") : "",
    infos > 0 ? count(infos, "note") : "",
  ];
  const fixable = report.findings.filter((finding) => finding.fix?.applicability === "safe").length;
  const lines = [
    ...report.findings.map((finding) => findingText(finding, paint, options.sourceLine)),
    total === 0
      ? paint("green", "All checks passed")
      : `Found ${parts.filter((part) => part !== "").join(", ")} in ${count(report.summary.files, "file")}.`,
    ...(fixable > 0 ? [`${fixable} fixable with \`--fix\`.`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Several lines, ending in an empty one when there is a code frame. */
export function findingText(finding: Finding, paint: Paint, sourceLine: SourceLine | undefined): string {
  const place = `${paint("bold", printable(finding.file))}${paint("dim", ":")}${finding.line}${paint("dim", ":")}${finding.column}`;
  const head = `${place} ${paint(SEVERITY_INKS[finding.severity], finding.severity)} ${paint("bold", finding.rule)} ${printableUpTo(finding.message, MAX_MESSAGE)}`;
  const frame = codeFrame(finding, paint, sourceLine?.(finding.file, finding.line));
  const notes = [
    finding.why === null ? "" : `why: ${printableUpTo(finding.why, MAX_MESSAGE)}`,
    finding.help === null ? "" : `help: ${printableUpTo(finding.help, MAX_MESSAGE)}`,
  ];
  const indented = notes.filter((note) => note !== "").map((note) => `  ${paint("blue", "=")} ${note}`);
  const tail = frame.length + indented.length > 0 ? [""] : [];
  return [head, ...frame, ...indented, ...tail].join("\n");
}

/** Tabs become one blank in both lines, so that the mark stands under its text. */
function codeFrame(finding: Finding, paint: Paint, line: string | undefined): readonly string[] {
  if (line === undefined || line.trim() === "") {
    return [];
  }
  const gutter = " ".repeat(String(finding.line).length);
  const bar = paint("blue", "|");
  const before = shown(line.slice(0, finding.column - 1));
  const end = finding.endLine === finding.line ? finding.endColumn - 1 : line.length;
  const marked = shown(line.slice(finding.column - 1, Math.max(end, finding.column)));
  const mark = paint(SEVERITY_INKS[finding.severity], "^".repeat(Math.max(Math.min([...marked].length, MAX_CODE), 1)));
  return [
    ` ${gutter} ${bar}`,
    ` ${paint("blue", String(finding.line))} ${bar} ${shown(line).slice(0, MAX_CODE)}`,
    ` ${gutter} ${bar} ${" ".repeat(Math.min([...before].length, MAX_CODE))}${mark}`,
  ];
}

/** Keeps indentation, which `printable` would fold. */
function shown(text: string): string {
  return text.replace(/\t/g, " ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "?");
}
