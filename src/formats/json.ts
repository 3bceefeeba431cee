/**
 * JSON with spans, as Python's `json.loads` reads it: `NaN` and `Infinity` are numbers, `1` and `1.0` differ, integers have no limit,
 * the last of two equal keys counts. Like Python it stops at the first error: then there is no root.
 * Who needs a large file's values and no places (a dbt manifest) takes `JSON.parse`.
 */
import {
  type FormatEntry,
  type FormatNode,
  type FormatScalar,
  MAX_FORMAT_DEPTH,
  type ParsedFormat,
  type ScalarValue,
  uniqueEntries,
} from "./format-node.ts";

const WHITESPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
/** Any character from space upwards, except the quote and the backslash; or an escape. */
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORDS: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ["null", { type: "null", value: null }],
  ["true", { type: "bool", value: true }],
  ["false", { type: "bool", value: false }],
  ["NaN", { type: "float", value: Number.NaN }],
  ["Infinity", { type: "float", value: Number.POSITIVE_INFINITY }],
  ["-Infinity", { type: "float", value: Number.NEGATIVE_INFINITY }],
]);

/** Ends the reading at the first error. */
class JsonError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Never throws. */
export function parseJson(text: string): ParsedFormat {
  const reader = new JsonReader(text);
  try {
    return { root: reader.document(), problems: [] };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const span = { start: error.at, end: Math.min(error.at + 1, text.length) };
    return { root: undefined, problems: [{ message: error.message, severity: "error", span }] };
  }
}

/** Holds the place in the text. */
class JsonReader {
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): FormatNode {
    this.match(WHITESPACE);
    const root = this.value();
    this.match(WHITESPACE);
    if (this.at < this.text.length) throw new JsonError("Extra data", this.at);
    return root;
  }

  private value(): FormatNode {
    const next = this.text[this.at];
    if (next === '"') return this.string("Expecting value");
    if (next === "[" || next === "{") return this.nested(next);
    return this.word();
  }

  private nested(bracket: "[" | "{"): FormatNode {
    if (++this.depth > MAX_FORMAT_DEPTH) throw new JsonError(`nested deeper than ${MAX_FORMAT_DEPTH} levels`, this.at);
    const start = this.at++;
    const close = bracket === "[" ? "]" : "}";
    const items: FormatNode[] = [];
    const entries: FormatEntry[] = [];
    this.match(WHITESPACE);
    while (this.text[this.at] !== close) {
      if (items.length + entries.length > 0) this.expect(",");
      if (bracket === "[") items.push(this.value());
      else entries.push(this.entry());
      this.match(WHITESPACE);
    }
    this.at++;
    this.depth--;
    const span = { start, end: this.at };
    return bracket === "[" ? { kind: "sequence", span, items } : { kind: "mapping", span, entries: uniqueEntries(entries) };
  }

  private entry(): FormatEntry {
    const key = this.string("Expecting property name enclosed in double quotes");
    this.match(WHITESPACE);
    this.expect(":");
    return { key, value: this.value() };
  }

  private string(otherwise: string): FormatScalar {
    const start = this.at;
    const source = this.match(STRING);
    if (source === undefined) throw new JsonError(this.text[start] === '"' ? "Unterminated or invalid string" : otherwise, start);
    return { kind: "scalar", type: "str", value: JSON.parse(source), span: { start, end: this.at } };
  }

  private word(): FormatScalar {
    const start = this.at;
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, start)) continue;
      this.at += word.length;
      return { kind: "scalar", ...value, span: { start, end: this.at } };
    }
    const number = this.match(NUMBER);
    if (number === undefined) throw new JsonError("Expecting value", start);
    return { kind: "scalar", ...numberValue(number), span: { start, end: this.at } };
  }

  private expect(mark: string): void {
    if (this.text[this.at] !== mark) throw new JsonError(`Expecting '${mark}' delimiter`, this.at);
    this.at++;
    this.match(WHITESPACE);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

function numberValue(source: string): ScalarValue {
  const value = Number(source);
  if (/[.eE]/.test(source)) return { type: "float", value };
  return { type: "int", value: Number.isSafeInteger(value) ? value + 0 : BigInt(source) };
}
