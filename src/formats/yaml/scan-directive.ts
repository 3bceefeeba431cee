/** `%YAML 1.1` and `%TAG !e! tag:example.com:`; any other directive is passed over. */
import { isBreakOrEnd, isDigit, isWordCharacter, SPACE } from "./characters.ts";
import type { YamlCursor } from "./cursor.ts";
import { skipRestOfLine } from "./scan-block-scalar.ts";
import { scanTagHandle, scanTagUri } from "./scan-properties.ts";
import { makeNamed, type YamlToken } from "./token.ts";

/** `value` is `YAML 1.1`, `TAG prefix`, or the name of an unknown directive. */
export function scanDirective(cursor: YamlCursor): YamlToken {
  const start = cursor.index;
  cursor.index++;
  const name = scanName(cursor);
  const { value, handle } = name === "YAML" ? scanVersion(cursor) : name === "TAG" ? scanTagDirective(cursor) : scanUnknown(cursor, name);
  const end = cursor.index;
  skipRestOfLine(cursor, "expected a comment or a line break");
  return makeNamed("directive", value, { start, end }, handle);
}

interface Directive {
  readonly value: string;
  readonly handle: string | undefined;
}

function scanName(cursor: YamlCursor): string {
  const from = cursor.index;
  while (isWordCharacter(cursor.peek())) cursor.index++;
  if (cursor.index === from) cursor.refuse(`expected an alphabetic or numeric character in a directive, but found ${cursor.describe()}`);
  expectEnd(cursor);
  return cursor.text.slice(from, cursor.index);
}

function expectEnd(cursor: YamlCursor): void {
  if (cursor.peek() !== SPACE && !isBreakOrEnd(cursor.peek())) cursor.refuse(`expected ' ', but found ${cursor.describe()}`);
}

function scanVersion(cursor: YamlCursor): Directive {
  cursor.skipSpaces();
  const major = scanNumber(cursor);
  if (cursor.peek() !== 0x2e) cursor.refuse(`expected a digit or '.', but found ${cursor.describe()}`);
  cursor.index++;
  const minor = scanNumber(cursor);
  expectEnd(cursor);
  return { value: `YAML ${major}.${minor}`, handle: undefined };
}

function scanNumber(cursor: YamlCursor): number {
  const from = cursor.index;
  while (isDigit(cursor.peek())) cursor.index++;
  if (cursor.index === from) cursor.refuse(`expected a digit, but found ${cursor.describe()}`);
  return Number(cursor.text.slice(from, cursor.index));
}

function scanTagDirective(cursor: YamlCursor): Directive {
  cursor.skipSpaces();
  const handle = scanTagHandle(cursor);
  if (cursor.peek() !== SPACE) cursor.refuse(`expected ' ', but found ${cursor.describe()}`);
  cursor.skipSpaces();
  const prefix = scanTagUri(cursor, true);
  expectEnd(cursor);
  return { value: `TAG ${prefix}`, handle };
}

function scanUnknown(cursor: YamlCursor, name: string): Directive {
  if (cursor.grammar === "libyaml") cursor.refuse("found unknown directive name");
  while (!isBreakOrEnd(cursor.peek())) cursor.index++;
  return { value: name, handle: undefined };
}
