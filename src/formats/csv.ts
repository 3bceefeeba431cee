/**
 * CSV as Python's `csv.reader` reads it (commas and double quotes unless told otherwise): quotes doubled inside quotes, any line ending,
 * and no complaint about anything: a quote inside an unquoted field is text, text after a closing quote is kept, a quote that is
 * never closed ends with the file. A blank line is an empty row. Every field is a string, of which the span includes the quotes.
 */
import type { FormatNode, FormatScalar, FormatSequence } from "./format-node.ts";

/** One character each. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  /** Spaces behind a delimiter are no part of the field. */
  readonly skipsInitialSpace: boolean;
}

const DEFAULT_DIALECT: CsvDialect = { delimiter: ",", quote: '"', skipsInitialSpace: false };

/** A sequence of rows, each a sequence of strings. Never throws. */
export function parseCsv(text: string, given: Partial<CsvDialect> = {}): FormatSequence {
  const dialect = { ...DEFAULT_DIALECT, ...given };
  const rows: FormatNode[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const fields: FormatScalar[] = [];
    if (!isLineEnd(text, at)) {
      fields.push(readField(text, at, dialect));
      while (text[endOf(fields, at)] === dialect.delimiter) fields.push(readField(text, endOf(fields, at) + 1, dialect));
    }
    const end = endOf(fields, at);
    rows.push({ kind: "sequence", span: { start, end }, items: fields });
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return { kind: "sequence", span: { start: 0, end: text.length }, items: rows };
}

function endOf(fields: readonly FormatScalar[], otherwise: number): number {
  return fields.at(-1)?.span.end ?? otherwise;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === "\n" || text[at] === "\r";
}

function readField(text: string, from: number, { delimiter, quote, skipsInitialSpace }: CsvDialect): FormatScalar {
  const parts: string[] = [];
  let start = from;
  if (skipsInitialSpace) while (text[start] === " ") start++;
  let at = start;
  if (text[at] === quote) at = readQuoted(text, { start: at + 1, quote }, parts);
  const rest = at;
  while (!isLineEnd(text, at) && text[at] !== delimiter) at++;
  parts.push(text.slice(rest, at));
  return { kind: "scalar", type: "str", value: parts.join(""), span: { start, end: at } };
}

/** Text up to the closing quote; a quote that reopens after `""` goes on. Returns the offset behind the closing quote. */
function readQuoted(text: string, { start, quote }: { readonly start: number; readonly quote: string }, parts: string[]): number {
  let from = start;
  for (;;) {
    const end = text.indexOf(quote, from);
    if (end === -1) {
      parts.push(text.slice(from));
      return text.length;
    }
    const doubled = text[end + 1] === quote;
    parts.push(text.slice(from, doubled ? end + 1 : end));
    if (!doubled) return end + 1;
    from = end + 2;
  }
}
