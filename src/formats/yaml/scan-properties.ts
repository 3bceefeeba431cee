/** `&anchor`, `*alias` and `!tag`: what stands before a node or for it. */
import { isBlankBreakOrEnd, isBreakOrEnd, isOneOf, isWordCharacter, SPACE, TAB } from "./characters.ts";
import type { YamlCursor } from "./cursor.ts";
import { makeNamed, type YamlToken } from "./token.ts";

const BANG = 0x21;
const PERCENT = 0x25;

export function scanAnchor(cursor: YamlCursor, kind: "anchor" | "alias"): YamlToken {
  const start = cursor.index;
  cursor.index++;
  const from = cursor.index;
  while (isWordCharacter(cursor.peek())) cursor.index++;
  const isEnded = isBlankBreakOrEnd(cursor.peek()) || isOneOf(cursor.peek(), "?:,]}%@`");
  if (cursor.index === from || !isEnded)
    cursor.refuse(`expected an alphabetic or numeric character in the name of an ${kind}, but found ${cursor.describe()}`);
  return makeNamed(kind, cursor.text.slice(from, cursor.index), { start, end: cursor.index });
}

export function scanTag(cursor: YamlCursor, isFlow: boolean): YamlToken {
  const start = cursor.index;
  const { handle, suffix } = scanTagName(cursor);
  const code = cursor.peek();
  const isLibyaml = cursor.grammar === "libyaml";
  const isEnded = code === SPACE || isBreakOrEnd(code) || (isLibyaml && (code === TAB || (isFlow && code === 0x2c)));
  if (!isEnded) cursor.refuse(`expected a blank behind the tag, but found ${cursor.describe()}`);
  return makeNamed("tag", suffix, { start, end: cursor.index }, handle);
}

interface TagName {
  readonly handle: string | undefined;
  readonly suffix: string;
}

function scanTagName(cursor: YamlCursor): TagName {
  const next = cursor.peek(1);
  if (next === 0x3c) {
    cursor.index += 2;
    const suffix = scanTagUri(cursor, true);
    if (cursor.peek() !== 0x3e) cursor.refuse(`expected '>', but found ${cursor.describe()}`);
    cursor.index++;
    return { handle: undefined, suffix };
  }
  if (isBlankBreakOrEnd(next)) {
    cursor.index++;
    return { handle: undefined, suffix: "!" };
  }
  let handle = "!";
  if (hasHandle(cursor)) handle = scanTagHandle(cursor);
  else cursor.index++;
  return { handle, suffix: scanTagUri(cursor, false) };
}

/** A second `!` in the same word: libyaml looks for one behind letters only. */
function hasHandle(cursor: YamlCursor): boolean {
  let ahead = 1;
  const isInside = (code: number): boolean =>
    cursor.grammar === "libyaml" ? isWordCharacter(code) : code !== SPACE && !isBreakOrEnd(code);
  while (cursor.peek(ahead) !== BANG && isInside(cursor.peek(ahead))) ahead++;
  return cursor.peek(ahead) === BANG;
}

/** `!`, `!!`, `!name!`. */
export function scanTagHandle(cursor: YamlCursor): string {
  if (cursor.peek() !== BANG) cursor.refuse(`expected '!', but found ${cursor.describe()}`);
  const from = cursor.index;
  cursor.index++;
  if (cursor.peek() === SPACE) return "!";
  while (isWordCharacter(cursor.peek())) cursor.index++;
  if (cursor.peek() !== BANG) cursor.refuse(`expected '!', but found ${cursor.describe()}`);
  cursor.index++;
  return cursor.text.slice(from, cursor.index);
}

/** The grammars differ in whether brackets and commas belong to a tag that is not written out in `<…>`. */
export function scanTagUri(cursor: YamlCursor, isWrittenOut: boolean): string {
  const allowed = cursor.grammar === "pyyaml" || isWrittenOut ? ";/?:@&=+$,_.!~*'()[]%" : ";/?:@&=+$_.!~*'()%";
  let text = "";
  for (let code = cursor.peek(); isWordCharacter(code) || isOneOf(code, allowed); code = cursor.peek()) {
    if (code === PERCENT) text += scanUriEscapes(cursor);
    else {
      text += String.fromCharCode(code);
      cursor.index++;
    }
  }
  if (text === "") cursor.refuse(`expected a tag's URI, but found ${cursor.describe()}`);
  return text;
}

function scanUriEscapes(cursor: YamlCursor): string {
  const [escapes = ""] = /^(?:%[0-9A-Fa-f]{2})+/.exec(cursor.text.slice(cursor.index, cursor.index + 300)) ?? [];
  if (escapes === "") cursor.refuse("expected a URI escape sequence of 2 hexadecimal numbers");
  try {
    const text = decodeURIComponent(escapes);
    cursor.index += escapes.length;
    return text;
  } catch {
    return cursor.refuse("found an invalid UTF-8 sequence in a tag");
  }
}
