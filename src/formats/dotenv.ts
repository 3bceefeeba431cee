/**
 * `.env` files as python-dotenv reads them: `export`, quotes with their escapes over several lines, comments. A name without `=` is null, and a
 * line that cannot be read is passed over. `${NAME}` stays as it is written: what it means is known to who has the environment.
 */
import { matchAt } from "../base/match-at.ts";
import { type FormatEntry, type FormatMapping, type FormatNode, uniqueEntries } from "./format-node.ts";

const BLANK = /\s*/y;
const KEY = /(?:export[^\S\r\n]+)?(?:'([^']+)'|([^=#\s]+))?[^\S\r\n]*/dy;
const EQUALS = /=[^\S\r\n]*/y;
const VALUE = /'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|((?!['"])[^\r\n]*)/dsy;
const LINE_END = /(?:[^\S\r\n]*#[^\r\n]*)?[^\S\r\n]*(?:\r\n|\n|\r|$)/y;
const REST_OF_LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/y;

const ESCAPES: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

interface Binding {
  readonly entry?: FormatEntry;
  /** Behind the line. */
  readonly end: number;
}

/** In the order of the file; a name that is written twice has its last value. Never throws. */
export function parseDotenv(text: string): FormatMapping {
  const entries: FormatEntry[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const start = endOf(BLANK, text, at) ?? at;
    const binding = readBinding(text, start) ?? { end: endOf(REST_OF_LINE, text, start) ?? text.length };
    if (binding.entry) entries.push(binding.entry);
    at = Math.max(binding.end, start, at + 1);
  }
  return { kind: "mapping", span: { start: 0, end: text.length }, entries: uniqueEntries(entries) };
}

/** `undefined` where python-dotenv could not parse the statement. */
function readBinding(text: string, start: number): Binding | undefined {
  const key = matchAt(KEY, text, start);
  const name = key?.[1] ?? key?.[2];
  const [from, to] = key?.indices?.[1] ?? key?.indices?.[2] ?? [start, start];
  let end = start + (key?.[0].length ?? 0);
  let value: FormatNode = { kind: "scalar", type: "null", value: null, span: { start: to, end: to } };
  const afterEquals = endOf(EQUALS, text, end);
  if (afterEquals !== undefined) {
    const isComment = text[afterEquals] === "#" && afterEquals > end + 1;
    const read = isComment ? emptyAt(afterEquals) : readValue(text, afterEquals);
    if (read === undefined) return undefined;
    ({ value, end } = read);
  }
  const lineEnd = endOf(LINE_END, text, end);
  if (lineEnd === undefined) return undefined;
  if (name === undefined) return text[start] === "#" ? { end: lineEnd } : undefined;
  return { entry: { key: { kind: "scalar", type: "str", value: name, span: { start: from, end: to } }, value }, end: lineEnd };
}

interface ReadValue {
  readonly value: FormatNode;
  readonly end: number;
}

function emptyAt(at: number): ReadValue {
  return { value: { kind: "scalar", type: "str", value: "", span: { start: at, end: at } }, end: at };
}

function readValue(text: string, at: number): ReadValue | undefined {
  const match = matchAt(VALUE, text, at);
  if (!match) return undefined;
  const [whole, single, double, plain = ""] = match;
  const value =
    single?.replaceAll(/\\([\\'])/g, "$1") ??
    double?.replaceAll(/\\([\\'"abfnrtv])/g, (_, letter: string) => ESCAPES[letter] ?? letter) ??
    plain.replace(/\s+#.*/, "").trimEnd();
  return { value: { kind: "scalar", type: "str", value, span: { start: at, end: at + whole.length } }, end: at + whole.length };
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  const match = matchAt(pattern, text, at);
  return match === null ? undefined : at + match[0].length;
}
