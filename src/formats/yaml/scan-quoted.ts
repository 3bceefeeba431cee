/** Scalars in single or double quotes. Their lines need no indentation; only a document mark may not begin one. */
import { isBlank, isBlankBreakOrEnd, isBreak, isEnd, isOneOf } from "./characters.ts";
import type { YamlCursor } from "./cursor.ts";
import { makeScalar, type YamlToken } from "./token.ts";

const BACKSLASH = 0x5c;
const SINGLE = 0x27;
const DOUBLE = 0x22;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\u0007"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\u001b"],
  [" ", " "],
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);
/** How many hexadecimal digits follow. */
const CODES: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

export function scanQuoted(cursor: YamlCursor, style: "single" | "double"): YamlToken {
  const start = cursor.index;
  const quote = style === "single" ? SINGLE : DOUBLE;
  cursor.index++;
  let text = scanWord(cursor, quote);
  while (cursor.peek() !== quote) text += scanBetween(cursor) + scanWord(cursor, quote);
  cursor.index++;
  return makeScalar(text, style, start, cursor.index);
}

/** To the next blank, line end or closing quote. */
function scanWord(cursor: YamlCursor, quote: number): string {
  let text = "";
  let from = cursor.index;
  for (;;) {
    const code = cursor.peek();
    if (code >= 0x61 && code <= 0x7a) {
      cursor.index++;
      continue;
    }
    const isPair = code === SINGLE && quote === SINGLE && cursor.peek(1) === SINGLE;
    if (isBlankBreakOrEnd(code) || (code === quote && !isPair)) return text + cursor.text.slice(from, cursor.index);
    if (isPair || (code === BACKSLASH && quote === DOUBLE)) {
      text += cursor.text.slice(from, cursor.index) + (isPair ? pair(cursor) : scanEscape(cursor));
      from = cursor.index;
    } else cursor.index++;
  }
}

function pair(cursor: YamlCursor): string {
  cursor.index += 2;
  return "'";
}

function scanEscape(cursor: YamlCursor): string {
  cursor.index++;
  if (isBreak(cursor.peek())) {
    cursor.takeBreak();
    return scanBreaks(cursor);
  }
  const character = cursor.text.charAt(cursor.index);
  const replaced = ESCAPES.get(character);
  const length = CODES.get(character);
  if (replaced === undefined && length === undefined) cursor.refuse(`found unknown escape character ${cursor.describe()}`);
  cursor.index++;
  return replaced ?? scanCode(cursor, length ?? 0);
}

function scanCode(cursor: YamlCursor, length: number): string {
  const digits = cursor.text.slice(cursor.index, cursor.index + length);
  if (digits.length < length || !/^[0-9A-Fa-f]+$/.test(digits))
    cursor.refuse(`expected an escape sequence of ${length} hexadecimal numbers`);
  const code = Number.parseInt(digits, 16);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code > 0x10ffff || (isSurrogate && cursor.grammar === "libyaml")) cursor.refuse("found an invalid Unicode character escape code");
  cursor.index += length;
  return String.fromCodePoint(code);
}

/** Blanks as they are; a line end is a blank, more of them one less. */
function scanBetween(cursor: YamlCursor): string {
  const from = cursor.index;
  while (isBlank(cursor.peek())) cursor.index++;
  if (isEnd(cursor.peek())) cursor.refuse("found unexpected end of stream");
  if (!isBreak(cursor.peek())) return cursor.text.slice(from, cursor.index);
  const first = cursor.takeBreak();
  const breaks = scanBreaks(cursor);
  if (first !== "\n") return first + breaks;
  return breaks === "" ? " " : breaks;
}

function scanBreaks(cursor: YamlCursor): string {
  let breaks = "";
  for (;;) {
    if (cursor.isAtDocumentMark()) cursor.refuse("found unexpected document separator");
    while (isBlank(cursor.peek())) cursor.index++;
    if (!isOneOf(cursor.peek(), "\r\n\u0085\u2028\u2029")) return breaks;
    breaks += cursor.takeBreak();
  }
}
