/**
 * The line of code that a finding is about, with a mark under its place. A line that is wider than the terminal is shown around the mark, with `…` where it
 * goes on; widths are those of cells, so that the mark stands under its text whatever script that is in.
 */
import type { Finding } from "../../types/review-report.ts";
import { cellsOf, cellWidth } from "./cell-width.ts";
import { type Paint, SEVERITY_INKS } from "./palette.ts";

/** Where nobody says how wide the terminal is: a file, a pipe. */
const MAX_WIDTH = 160;
const LEAST_WIDTH = 20;
/** Cells that are kept before a mark in a line that is cut. */
const CONTEXT = 16;

export interface FramedLine {
  readonly line: string | undefined;
  /** Of the terminal, in cells. */
  readonly width: number | undefined;
}

/** Three lines, or none where there is nothing to show. */
export function codeFrame(finding: Finding, paint: Paint, { line, width }: FramedLine): readonly string[] {
  if (line === undefined || line.trim() === "") return [];
  const number = String(finding.line);
  const gutter = " ".repeat(number.length);
  const bar = paint("blue", "|");
  const room = width === undefined ? MAX_WIDTH : Math.max(width - number.length - 4, LEAST_WIDTH);
  const before = shown(line.slice(0, finding.column - 1));
  const end = finding.endLine === finding.line ? finding.endColumn - 1 : line.length;
  const marked = shown(line.slice(finding.column - 1, Math.max(end, finding.column)));
  const { code, indent, length } = windowOf({ before, marked, line: shown(line) }, room);
  const mark = paint(SEVERITY_INKS[finding.severity], "^".repeat(length));
  return [` ${gutter} ${bar}`, ` ${paint("blue", number)} ${bar} ${code}`, ` ${gutter} ${bar} ${" ".repeat(indent)}${mark}`];
}

interface MarkedLine {
  readonly before: string;
  readonly marked: string;
  readonly line: string;
}

/** The part of the line that is shown; `indent` and `length` of the mark in cells. */
function windowOf({ before, marked, line }: MarkedLine, room: number) {
  const indent = cellWidth(before);
  const length = Math.max(cellWidth(marked), 1);
  if (cellWidth(line) <= room) return { code: line.trimEnd(), indent, length };
  if (indent + length < room) return { code: cutEnd(line, room), indent, length };
  const skipped = charactersWithin(before, Math.max(indent - CONTEXT, 0));
  const left = indent - cellWidth(skipped) + 1;
  return { code: `…${cutEnd(line.slice(skipped.length), room - 1)}`, indent: left, length: Math.min(length, Math.max(room - left - 1, 1)) };
}

function cutEnd(text: string, room: number): string {
  return cellWidth(text) <= room ? text.trimEnd() : `${charactersWithin(text, room - 1)}…`;
}

/** As many of the first characters as there is room for. */
function charactersWithin(text: string, room: number): string {
  let cells = 0;
  let kept = "";
  for (const character of text) {
    cells += cellsOf(character);
    if (cells > room) break;
    kept += character;
  }
  return kept;
}

/** Keeps indentation, which `printable` would fold; a tab is one blank in both lines. */
function shown(text: string): string {
  return text.replace(/\t/g, " ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "?");
}
