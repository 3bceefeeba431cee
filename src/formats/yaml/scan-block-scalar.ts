/** `|` and `>`: lines of text by their indentation. */
import { isBlank, isBreak, isBreakOrEnd, isDigit, isEnd, LINE_FEED, SPACE, TAB } from "./characters.ts";
import type { YamlCursor } from "./cursor.ts";
import { makeScalar, type YamlToken } from "./token.ts";

const HASH = 0x23;

/** What of the line ends at the end stays: none, one, all. */
type Chomping = "strip" | "clip" | "keep";

interface Header {
  readonly chomping: Chomping;
  readonly increment: number | undefined;
}

interface Breaks {
  readonly text: string;
  /** Behind the last of them. */
  readonly end: number;
}

/** `indent` is that of the block collection around. */
export function scanBlockScalar(cursor: YamlCursor, style: "literal" | "folded", indent: number): YamlToken {
  const start = cursor.index;
  cursor.index++;
  const { chomping, increment } = scanHeader(cursor);
  skipRestOfLine(cursor, "expected a comment or a line break");
  const headerEnd = cursor.index;
  const least = Math.max(indent + 1, 1);
  const own = increment === undefined ? undefined : least + increment - 1;
  const leading = own === undefined ? scanIndentation(cursor, least) : { indent: own, ...scanBreaks(cursor, own) };
  return scanLines(cursor, { style, start, headerEnd, chomping }, leading);
}

function scanHeader(cursor: YamlCursor): Header {
  let chomping: Chomping | undefined;
  let increment: number | undefined;
  for (let part = 0; part < 2; part++) {
    const code = cursor.peek();
    if (chomping === undefined && (code === 0x2b || code === 0x2d)) chomping = code === 0x2b ? "keep" : "strip";
    else if (increment === undefined && isDigit(code)) increment = code - 0x30;
    else break;
    if (increment === 0) cursor.refuse("expected an indentation indicator in the range 1-9, but found 0");
    cursor.index++;
  }
  const code = cursor.peek();
  const isLibyaml = cursor.grammar === "libyaml";
  if (code !== SPACE && !isBreakOrEnd(code) && !(isLibyaml && (code === TAB || code === HASH)))
    cursor.refuse(`expected chomping or indentation indicators, but found ${cursor.describe()}`);
  return { chomping: chomping ?? "clip", increment };
}

/** Blanks, a comment and the line end. */
export function skipRestOfLine(cursor: YamlCursor, expected: string): void {
  while (cursor.peek() === SPACE || (cursor.peek() === TAB && cursor.grammar === "libyaml")) cursor.index++;
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.peek())) cursor.refuse(`${expected}, but found ${cursor.describe()}`);
  cursor.takeBreak();
}

/** The first line that is not empty says how deep the text stands; blank lines before it say it, too, when they are deeper. */
function scanIndentation(cursor: YamlCursor, least: number): Breaks & { readonly indent: number } {
  let text = "";
  let end = cursor.index;
  let deepest = 0;
  for (;;) {
    while (cursor.peek() === SPACE) cursor.index++;
    deepest = Math.max(deepest, cursor.column);
    refuseTab(cursor, Number.POSITIVE_INFINITY);
    if (!isBreak(cursor.peek())) break;
    text += cursor.takeBreak();
    end = cursor.index;
  }
  return { text, end, indent: Math.max(least, deepest) };
}

function scanBreaks(cursor: YamlCursor, indent: number): Breaks {
  let text = "";
  let end = cursor.index;
  for (;;) {
    while (cursor.column < indent && cursor.peek() === SPACE) cursor.index++;
    refuseTab(cursor, indent);
    if (!isBreak(cursor.peek())) return { text, end };
    text += cursor.takeBreak();
    end = cursor.index;
  }
}

function refuseTab(cursor: YamlCursor, indent: number): void {
  if (cursor.grammar === "libyaml" && cursor.peek() === TAB && cursor.column < indent)
    cursor.refuse("found a tab character where an indentation space is expected");
}

interface Opened {
  readonly style: "literal" | "folded";
  readonly start: number;
  /** Where the lines begin. */
  readonly headerEnd: number;
  readonly chomping: Chomping;
}

function scanLines(
  cursor: YamlCursor,
  { style, start, headerEnd, chomping }: Opened,
  leading: Breaks & { readonly indent: number },
): YamlToken {
  const { indent } = leading;
  let { text: breaks, end } = leading;
  let text = "";
  let lineBreak = "";
  let textEnd = headerEnd;
  while (cursor.column === indent && !isEnd(cursor.peek())) {
    const isText = !isBlank(cursor.peek());
    const from = cursor.index;
    skipLine(cursor);
    text += breaks + cursor.text.slice(from, cursor.index);
    lineBreak = cursor.takeBreak();
    textEnd = cursor.index;
    ({ text: breaks, end } = scanBreaks(cursor, indent));
    if (cursor.column !== indent || isEnd(cursor.peek())) break;
    const isFolded = style === "folded" && lineBreak === "\n" && isText && !isBlank(cursor.peek());
    if (!isFolded) text += lineBreak;
    else if (breaks === "") text += " ";
    lineBreak = "";
  }
  if (chomping !== "strip") text += lineBreak;
  if (chomping === "keep") text += breaks;
  return makeScalar(text, style, start, chomping === "keep" ? end : textEnd);
}

/** To the line's end. */
function skipLine(cursor: YamlCursor): void {
  let code = cursor.peek();
  while (code !== LINE_FEED && !isBreakOrEnd(code)) {
    cursor.index++;
    code = cursor.peek();
  }
}
