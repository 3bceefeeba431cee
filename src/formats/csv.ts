/**
 * CSV as Python's `csv.reader` reads it in its default dialect: commas, double quotes doubled inside quotes, any line ending,
 * and no complaint about anything: a quote inside an unquoted field is text, text after a closing quote is kept, a quote that is
 * never closed ends with the file. A blank line is an empty row. Every field is a string, of which the span includes the quotes.
 */
import type { FormatNode, FormatScalar, FormatSequence } from "./format-node.ts";

/** A sequence of rows, each a sequence of strings. Never throws. */
export function parseCsv(text: string): FormatSequence {
  const rows: FormatNode[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const fields: FormatScalar[] = [];
    if (!isLineEnd(text, at)) {
      fields.push(readField(text, at));
      while (text[endOf(fields, at)] === ",") fields.push(readField(text, endOf(fields, at) + 1));
    }
    const end = endOf(fields, at);
    rows.push({ kind: "sequence", span: { start, end }, items: fields });
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return { kind: "sequence", span: { start: 0, end: text.length }, items: rows };
}

/** Rows under the names of the first row, as `csv.DictReader` gives them: blank rows are skipped, what has no name is dropped. */
export function csvRecords(table: FormatSequence): ReadonlyMap<string, FormatScalar>[] {
  const rows = table.items.map((row) => (row.kind === "sequence" ? row.items.filter((field) => field.kind === "scalar") : []));
  const [header = [], ...records] = rows.filter((row) => row.length > 0);
  return records.map((row) => new Map(row.slice(0, header.length).map((field, index) => [String(header[index]?.value), field])));
}

function endOf(fields: readonly FormatScalar[], otherwise: number): number {
  return fields.at(-1)?.span.end ?? otherwise;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === "\n" || text[at] === "\r";
}

function readField(text: string, start: number): FormatScalar {
  const parts: string[] = [];
  let at = start;
  if (text[at] === '"') at = readQuoted(text, at + 1, parts);
  const rest = at;
  while (!isLineEnd(text, at) && text[at] !== ",") at++;
  parts.push(text.slice(rest, at));
  return { kind: "scalar", type: "str", value: parts.join(""), span: { start, end: at } };
}

/** Text up to the closing quote; a quote that reopens after `""` goes on. Returns the offset behind the closing quote. */
function readQuoted(text: string, start: number, parts: string[]): number {
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      parts.push(text.slice(from));
      return text.length;
    }
    const doubled = text[quote + 1] === '"';
    parts.push(text.slice(from, doubled ? quote + 1 : quote));
    if (!doubled) return quote + 1;
    from = quote + 2;
  }
}
