/** Findings as ruff prints them: `file:line:column rule message`, then the code with a mark under it, then what to do. */
import { groupBy } from "../../base/group-by.ts";
import type { CheckReport, Finding } from "../../types/review-report.ts";
import { printable, printableUpTo } from "../printable.ts";
import { checkTotals, fixability, fixHint } from "../wording/finding-words.ts";
import { count } from "../wording/phrase.ts";
import { codeFrame } from "./code-frame.ts";
import { type Paint, paintWith, SEVERITY_INKS } from "./palette.ts";

/** A line of a file without its line end; undefined when the source is not at hand. 1-based. */
export type SourceLine = (file: string, line: number) => string | undefined;

export interface TextOptions {
  readonly colour: boolean;
  readonly sourceLine?: SourceLine;
  /** Of the terminal, in cells; absent where the text goes elsewhere. */
  readonly columns?: number;
  /** Findings that this run has mended. */
  readonly fixed?: number;
}

export const MAX_MESSAGE = 1_000;
/** A cycle may pass by hundreds of places. */
const MAX_RELATED = 5;
const MAX_OTHERS = 3;

/** Ends in a newline. */
export function renderCheckText(report: CheckReport, options: TextOptions): string {
  const paint = paintWith(options.colour);
  const explained = new Set<string>();
  const texts = [...groupBy(report.findings, samePlace).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    // What a rule says of each of its findings is read once.
    const reason = JSON.stringify([first.rule, first.why]);
    const isExplained = explained.has(reason);
    explained.add(reason);
    return findingText(isExplained ? { ...first, why: null } : first, paint, {
      sourceLine: options.sourceLine,
      columns: options.columns,
      others,
    });
  });
  return `${[...texts, ...closingLines(report, options), ...adoptionHint(report)].join("\n")}\n`;
}

/** A factory defines hundreds of assets in one place. */
function samePlace({ rule, severity, file, line, column }: Finding): string {
  return JSON.stringify([rule, severity, file, line, column]);
}

/** More than anybody mends before the first commit. */
const MANY = 50;

function adoptionHint({ findings }: CheckReport): readonly string[] {
  if (findings.length < MANY) return [];
  return ["To start from here, `dagsight baseline` accepts what is found now, and only what is new counts. `--statistics` counts by rule."];
}

/** What the run came to: totals, and what `--fix` did or could do. */
export function closingLines(report: CheckReport, { colour, fixed }: TextOptions): readonly string[] {
  const { findings } = report;
  const totals = checkTotals(report);
  const hint = fixHint(findings);
  return [
    ...(fixed === undefined ? [] : [`Fixed ${count(fixed, "finding")}.`]),
    findings.length === 0 ? paintWith(colour)("green", totals) : `${totals}.`,
    ...(hint === null ? [] : [hint]),
  ];
}

interface FindingContext {
  readonly sourceLine: SourceLine | undefined;
  readonly columns?: number | undefined;
  /** Of the same rule at the same place. */
  readonly others?: readonly Finding[];
}

/** Several lines, ending in an empty one when there is a code frame. */
export function findingText(finding: Finding, paint: Paint, { sourceLine, columns, others = [] }: FindingContext): string {
  const place = `${paint("bold", printable(finding.file))}${paint("dim", ":")}${finding.line}${paint("dim", ":")}${finding.column}`;
  const mark = fixability(finding) === "safe" ? ` [${paint("blue", "*")}]` : "";
  const head = `${place} ${paint(SEVERITY_INKS[finding.severity], finding.severity)} ${paint("bold", finding.rule)}${mark} ${printableUpTo(finding.message, MAX_MESSAGE)}`;
  const frame = codeFrame(finding, paint, { line: sourceLine?.(finding.file, finding.line), width: columns });
  const notes = [
    finding.why === null ? "" : `why: ${printableUpTo(finding.why, MAX_MESSAGE)}`,
    finding.help === null ? "" : `help: ${printableUpTo(finding.help, MAX_MESSAGE)}`,
    ...finding.related
      .slice(0, MAX_RELATED)
      .map(({ file, line, column, message }) => `see: ${printable(file)}:${line}:${column} ${printableUpTo(message, MAX_MESSAGE)}`),
    finding.related.length > MAX_RELATED ? `see: ${finding.related.length - MAX_RELATED} more places` : "",
    ...others.slice(0, MAX_OTHERS).map(({ message }) => `also: ${printableUpTo(message, MAX_MESSAGE)}`),
    others.length > MAX_OTHERS ? `also: ${others.length - MAX_OTHERS} more here` : "",
  ];
  const indented = notes.filter((note) => note !== "").map((note) => `  ${paint("blue", "=")} ${note}`);
  const tail = frame.length + indented.length > 0 ? [""] : [];
  return [head, ...frame, ...indented, ...tail].join("\n");
}
