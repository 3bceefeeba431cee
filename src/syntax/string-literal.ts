/**
 * The value of one written string literal: prefix, quotes, escapes. f-strings are taken apart by the lowering; this decodes
 * the text between. Newlines inside a literal are `\n`, whatever the file's line ends are, as CPython reads them.
 */
import { UNICODE_NAMES } from "./unicode-names.ts";

export interface LiteralShape {
  /** Lower case: `"rb"`, `"f"`, `""`. */
  readonly prefix: string;
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  /** An f-string or a t-string. */
  readonly isFormatted: boolean;
  /** `'`, `"`, `'''` or `"""`. */
  readonly quote: string;
}

/** How the literal in `text` from `start` on is written; it ends before `end`. */
export function literalShape(text: string, start: number, end: number): LiteralShape {
  let at = start;
  while (at < end && text[at] !== "'" && text[at] !== '"' && text[at] !== "`") at++;
  const prefix = text.slice(start, at).toLowerCase();
  const mark = text.charAt(at);
  const isTriple = end - at >= 6 && text.startsWith(mark.repeat(3), at);
  return {
    prefix,
    isRaw: prefix.includes("r"),
    isBytes: prefix.includes("b"),
    isFormatted: prefix.includes("f") || prefix.includes("t"),
    quote: isTriple ? mark.repeat(3) : mark,
  };
}

/** The value of the text between the quotes. Bytes have one code unit a byte. */
export function decodeLiteral(written: string, shape: Pick<LiteralShape, "isRaw" | "isBytes">): string {
  const text = written.includes("\r") ? written.replace(/\r\n?/g, "\n") : written;
  if (shape.isRaw || !text.includes("\\")) return text;
  return text.replace(shape.isBytes ? BYTES_ESCAPE : TEXT_ESCAPE, (sequence, name: string | undefined) => decodeEscape(sequence, name));
}

/** An escape that Python does not accept: too few digits, or a character that does not exist. Other backslashes are kept as they are. */
export function brokenEscape(written: string, isBytes: boolean): string | undefined {
  for (const [sequence] of written.matchAll(isBytes ? STARTED_IN_BYTES : STARTED_ESCAPE)) {
    if (isBytes ? sequence === "\\x" : /^\\[NuUx]$/.test(sequence)) return sequence;
    if (sequence.startsWith("\\U") && Number.parseInt(sequence.slice(2), 16) > 0x10ffff) return sequence;
  }
  return undefined;
}

const STARTED_ESCAPE = /\\(?:N\{[^}\n]+\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[\s\S])/g;
const STARTED_IN_BYTES = /\\(?:x[\da-fA-F]{2}|x|[^x])/g;

const TEXT_ESCAPE = /\\(?:N\{([^}]+)\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{1,3}|[\n\\'"abfnrtv])/g;
const BYTES_ESCAPE = /\\(?:x[\da-fA-F]{2}|[0-7]{1,3}|[\n\\'"abfnrtv])/g;

const SINGLE: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function decodeEscape(sequence: string, name: string | undefined): string {
  if (typeof name === "string") return UNICODE_NAMES[name.toUpperCase()] ?? sequence;
  const letter = sequence.charAt(1);
  if (sequence.length > 2 && (letter === "x" || letter === "u" || letter === "U")) {
    const point = Number.parseInt(sequence.slice(2), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : sequence;
  }
  return SINGLE[letter] ?? String.fromCharCode(Number.parseInt(sequence.slice(1), 8));
}
