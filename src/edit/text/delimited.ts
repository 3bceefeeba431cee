/**
 * Items between brackets with commas: arguments, lists, dicts, imported names. Insertion and removal keep the layout that is there (one line, one
 * item a line, hanging), a trailing comma, and every comment.
 */
import type { Span } from "../../base/span.ts";
import type { TextEdit } from "../../base/text-edit.ts";
import { indentAt, lineEnd, lineStart, nextLine, type SourceStyle } from "./source-style.ts";

export interface Delimited extends Span {
  /** The brackets included in `start..end`; items with their own parentheses, without commas. */
  readonly items: readonly Span[];
}

/** Inserts before the item at `index`, or at the end. */
export function insertItem(
  text: string,
  list: Delimited,
  item: string,
  { style, index = list.items.length }: { readonly style: SourceStyle; readonly index?: number },
): readonly TextEdit[] {
  const next = list.items[index];
  if (next) return [insertBefore(text, next, item, style)];
  const last = list.items.at(-1);
  if (!last) return [insertOnly(text, list, item, style)];
  const grown = exploded(text, list, item, style);
  if (grown) return [grown];
  return append(text, list, { last, item, style });
}

function insertBefore(text: string, next: Span, item: string, { newline }: SourceStyle): TextEdit {
  const separator = beginsLine(text, next.start) ? `,${newline}${indentAt(text, next.start)}` : ", ";
  return { start: next.start, end: next.start, text: item + separator };
}

function insertOnly(text: string, list: Delimited, item: string, { newline, indent }: SourceStyle): TextEdit {
  const at = list.start + 1;
  const inner = text.slice(at, list.end - 1);
  if (inner.trim() === "" && !/[\r\n]/.test(inner)) return { start: at, end: list.end - 1, text: item };
  const base = indentAt(text, list.start);
  return { start: lineEnd(text, at), end: lineEnd(text, at), text: `${newline}${base}${indent}${item},` };
}

function append(
  text: string,
  list: Delimited,
  { last, item, style }: { readonly last: Span; readonly item: string; readonly style: SourceStyle },
): readonly TextEdit[] {
  const comma = commaAfter(text, last.end, list.end - 1);
  if (!beginsLine(text, last.start)) {
    if (comma !== undefined) return [{ start: comma + 1, end: comma + 1, text: ` ${item},` }];
    return [{ start: last.end, end: last.end, text: `, ${item}` }];
  }
  const end = lineEnd(text, comma ?? last.end);
  const isHugged = list.end - 1 <= end;
  const line = `${style.newline}${indentAt(text, last.start)}${item}`;
  if (comma !== undefined) {
    const at = isHugged ? comma + 1 : end;
    return [{ start: at, end: at, text: `${line},` }];
  }
  if (isHugged || end === last.end) return [{ start: last.end, end: last.end, text: `,${line}` }];
  return [
    { start: last.end, end: last.end, text: "," },
    { start: end, end, text: line },
  ];
}

/**
 * An outermost list on one line that would become too long is laid out one item a line, as Black does. One with a comment or inside other brackets is
 * left on its line.
 */
function exploded(text: string, list: Delimited, item: string, { newline, indent, lineLength }: SourceStyle): TextEdit | undefined {
  const inner = text.slice(list.start + 1, list.end - 1);
  const before = text.slice(lineStart(text, list.start), list.start);
  if (/[\r\n#]/.test(inner) || /[([{]/.test(before)) return undefined;
  const line = lineEnd(text, list.end) - lineStart(text, list.start) + item.length + 2;
  if (line <= lineLength) return undefined;
  const base = indentAt(text, list.start);
  const lines = [...list.items.map(({ start, end }) => text.slice(start, end)), item].map((each) => `${base}${indent}${each},${newline}`);
  return { start: list.start + 1, end: list.end - 1, text: `${newline}${lines.join("")}${base}` };
}

/** Takes the item at `index` out, with its comma, and with its line where it has one of its own. */
export function removeItem(text: string, list: Delimited, index: number): TextEdit | undefined {
  const item = list.items[index];
  if (!item) return undefined;
  const [previous, next] = [list.items[index - 1], list.items[index + 1]];
  const comma = commaAfter(text, item.end, list.end - 1);
  const behind = comma === undefined ? item.end : comma + 1;
  const rest = text.slice(behind, lineEnd(text, behind)).trim();
  if (beginsLine(text, item.start) && (rest === "" || rest.startsWith("#"))) {
    return { start: lineStart(text, item.start), end: nextLine(text, behind), text: "" };
  }
  if (next) return { start: item.start, end: next.start, text: "" };
  if (previous) return { start: previous.end, end: item.end, text: "" };
  return { start: item.start, end: behind, text: "" };
}

function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

/** The comma behind an item, comments skipped. */
function commaAfter(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) {
    const character = text[at];
    if (character === ",") return at;
    if (character === "#") at = lineEnd(text, at);
    else if (character?.trim() !== "" && character !== "\\") return undefined;
  }
  return undefined;
}
