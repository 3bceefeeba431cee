/** Plain scalars: text without quotes, over several lines where the indentation allows it. */
import { isBlankBreakOrEnd, isBreak, isOneOf, SPACE, TAB } from "./characters.ts";
import type { YamlCursor } from "./cursor.ts";
import { makeScalar, type YamlToken } from "./token.ts";

export interface PlainContext {
  /** Of the block collection around. */
  readonly indent: number;
  readonly isFlow: boolean;
}

const COLON = 0x3a;
const HASH = 0x23;

/** The scalar; the place is behind the blanks and line ends after it, so that the cursor's line may be a later one. */
export function scanPlain(cursor: YamlCursor, { indent, isFlow }: PlainContext): YamlToken {
  const start = cursor.index;
  /** Lines that are done, folded, and what folds the last of them to the line that begins at `lineStart`. */
  let done = "";
  let fold = "";
  let lineStart = start;
  let end = start;
  while (cursor.peek() !== HASH && !(end > start && cursor.isAtDocumentMark())) {
    const from = cursor.index;
    skipWord(cursor, isFlow);
    if (cursor.index === from) break;
    end = cursor.index;
    cursor.skipBlanks(cursor.grammar === "libyaml");
    if (isBreak(cursor.peek())) {
      done += fold + cursor.text.slice(lineStart, end);
      fold = takeBreaks(cursor, indent + 1);
      lineStart = cursor.index;
      if (!isFlow && cursor.column <= indent) break;
    } else if (cursor.index === end) break;
  }
  const last = end > lineStart ? fold + cursor.text.slice(lineStart, end) : "";
  return makeScalar(done + last, "plain", start, end);
}

/** To the next blank, line end or indicator that ends the scalar. */
function skipWord(cursor: YamlCursor, isFlow: boolean): void {
  const isLibyaml = cursor.grammar === "libyaml";
  const { text } = cursor;
  let { index } = cursor;
  for (; ; index++) {
    const code = text.charCodeAt(index);
    if (isOrdinary(code)) continue;
    if (code === COLON) {
      const next = text.charCodeAt(index + 1);
      if (isBlankBreakOrEnd(next)) break;
      if (isFlow && isLibyaml && isOneOf(next, ",?[]{}")) cursor.refuse("found unexpected ':'", index);
      if (isFlow && isOneOf(next, ",[]{}")) break;
    } else if (isBlankBreakOrEnd(code) || (isFlow && endsInFlow(code, isLibyaml))) break;
  }
  cursor.index = index;
}

/** Nearly every character: one that never ends a scalar. */
function isOrdinary(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}

function endsInFlow(code: number, isLibyaml: boolean): boolean {
  return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d || (code === 0x3f && !isLibyaml);
}

/** What line ends before the next word are worth: one a blank, more of them one less. */
function takeBreaks(cursor: YamlCursor, indent: number): string {
  const tabs = cursor.grammar === "libyaml";
  const first = cursor.takeBreak();
  let breaks = "";
  while (!cursor.isAtDocumentMark()) {
    const code = cursor.peek();
    if (tabs && code === TAB && cursor.column < indent) cursor.refuse("found a tab character that violates indentation");
    if (code === SPACE || (tabs && code === TAB)) cursor.index++;
    else if (isBreak(code)) breaks += cursor.takeBreak();
    else break;
  }
  if (first !== "\n") return first + breaks;
  return breaks === "" ? " " : breaks;
}
