/**
 * Cuts a template into tokens exactly where Jinja 3.1 does (`lexer.py`): an end delimiter inside open brackets is no end, `-` eats
 * the whitespace beside it, and raw blocks are data. Unlike Jinja it goes on after an error, at the end of the tag.
 */
import type { FormatProblem } from "../format-node.ts";
import { decodeStringLiteral } from "./string-literal.ts";
import type { JinjaToken, JinjaTokenType, LexedTemplate } from "./token.ts";

const RAW_BEGIN = /\{%[-+]?\s*raw\s*(?:-%\}\s*|\+?%\})/y;
const RAW_END = /\{%[-+]?\s*endraw\s*(?:\+%\}|-%\}\s*|%\})/g;
const COMMENT_END = /(?:-#\}\s*|\+?#\})/g;
const VARIABLE_END = /(?:-\}\}\s*|\}\})/y;
const BLOCK_END = /(?:\+%\}|-%\}\s*|%\})/y;

const WHITESPACE = /\s+/y;
const FLOAT = /(?<!\.)(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy;
const INTEGER = /(?:0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*)/iy;
const NAME = /[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}]*/uy;
const STRING = /'[^'\\]*(?:\\[\s\S][^'\\]*)*'|"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;

/** Operators that begin one of two characters. */
const TWO_CHARACTERS: ReadonlySet<string> = new Set(["//", "**", "==", "!=", ">=", "<="]);
const ONE_CHARACTER = "-+/*%~[](){}><=.:|,;";

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const PERCENT = 0x25;
const HASH = 0x23;
const MINUS = 0x2d;
const PLUS = 0x2b;

const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

export function lexJinja(text: string, keepTrailingNewline: boolean): LexedTemplate {
  const lexer = new Lexer(text, keepTrailingNewline ? text.length : withoutLineEnd(text));
  lexer.run();
  const { tokens, longestTag, problems } = lexer;
  return { tokens, longestTag, problems };
}

/** Where the text ends without the line end that it ends with. */
function withoutLineEnd(text: string): number {
  const { length } = text;
  if (text.endsWith("\r\n")) return length - 2;
  return text.endsWith("\n") || text.endsWith("\r") ? length - 1 : length;
}

/** Holds the place in the text. */
class Lexer {
  readonly tokens: JinjaToken[] = [];
  readonly problems: FormatProblem[] = [];
  longestTag = 0;
  private at = 0;
  private readonly text: string;
  private readonly end: number;

  constructor(text: string, end: number) {
    this.text = end === text.length ? text : text.slice(0, end);
    this.end = end;
  }

  run(): void {
    while (this.at < this.end) this.next();
    this.tokens.push({ type: "eof", text: "", start: this.end, end: this.end });
  }

  private next(): void {
    const { text } = this;
    const from = this.at;
    const until = this.nextOpening();
    if (until === this.end) {
      this.data("data", from, until, false);
      this.at = until;
      return;
    }
    const sort = text.charCodeAt(until + 1);
    const control = text.charCodeAt(until + 2);
    const length = control === MINUS || control === PLUS ? 3 : 2;
    this.data("data", from, until, control === MINUS);
    this.at = until;
    if (sort === PERCENT && this.raw()) return;
    this.at += length;
    if (sort === HASH) this.comment(until);
    else this.tag(until, sort === OPEN_BRACE);
  }

  /** The next `{{`, `{%` or `{#`; the end where there is none. */
  private nextOpening(): number {
    for (let at = this.text.indexOf("{", this.at); at !== -1; at = this.text.indexOf("{", at + 1)) {
      const code = this.text.charCodeAt(at + 1);
      if (code === OPEN_BRACE || code === PERCENT || code === HASH) return at;
    }
    return this.end;
  }

  private data(type: "data" | "raw", start: number, end: number, strip: boolean): void {
    if (start === end) return;
    const written = this.text.slice(start, end);
    const text = written.includes("\r") ? written.replaceAll(/\r\n|\r/g, "\n") : written;
    this.push(type, strip ? text.trimEnd() : text, start, end);
  }

  /** A raw block, if one begins here. */
  private raw(): boolean {
    const mark = this.take(RAW_BEGIN);
    if (mark === undefined) return false;
    const start = this.at;
    RAW_END.lastIndex = start;
    const closing = RAW_END.exec(this.text);
    if (closing === null) this.fail("Missing end of raw directive", start - mark.trimEnd().length, start);
    const until = closing?.index ?? this.end;
    this.data("raw", start, until, closing?.[0][2] === "-");
    this.at = until + (closing?.[0].length ?? 0);
    return true;
  }

  private comment(start: number): void {
    COMMENT_END.lastIndex = this.at;
    const closing = COMMENT_END.exec(this.text);
    if (closing === null) this.fail("Missing end of comment tag", start, this.at);
    const until = closing?.index ?? this.end;
    const text = this.text.slice(this.at, until);
    this.at = until + (closing?.[0].length ?? 0);
    this.push("comment", text, start, until + (closing?.[0].trimEnd().length ?? 0));
  }

  private tag(start: number, isVariable: boolean): void {
    const first = this.tokens.length;
    this.push(isVariable ? "variable-begin" : "block-begin", this.text.slice(start, this.at), start, this.at);
    const open: string[] = [];
    const isEnded = this.tagTokens(isVariable, open);
    this.longestTag = Math.max(this.longestTag, this.tokens.length - first);
    if (!isEnded) this.fail("unexpected end of template in a tag", start, this.end);
  }

  /** Up to the tag's end, which is taken; false when the template ends first. */
  private tagTokens(isVariable: boolean, open: string[]): boolean {
    while (this.at < this.end) {
      const from = this.at;
      const length = this.lengthOfEnd(isVariable);
      if (length > 0 && this.endsTag(open)) {
        const closing = this.text.slice(from, from + length);
        this.at += length;
        this.push(isVariable ? "variable-end" : "block-end", closing, from, from + closing.trimEnd().length);
        return true;
      }
      if (!this.tagToken(open)) {
        this.push(isVariable ? "variable-end" : "block-end", "", from, this.at);
        return true;
      }
    }
    return false;
  }

  /** Of what ends the tag, if that stands here, with the whitespace that it takes along; 0 otherwise. */
  private lengthOfEnd(isVariable: boolean): number {
    const code = this.text.charCodeAt(this.at);
    const second = this.text.charCodeAt(this.at + 1);
    if (code === (isVariable ? CLOSE_BRACE : PERCENT)) return second === CLOSE_BRACE ? 2 : 0;
    if (code !== MINUS && (code !== PLUS || isVariable)) return 0;
    return this.peek(isVariable ? VARIABLE_END : BLOCK_END)?.length ?? 0;
  }

  /** Inside open brackets Jinja takes the delimiter for operators, which then fails unless a brace is open: the tag's end is likelier. */
  private endsTag(open: readonly string[]): boolean {
    if (open.length === 0) return true;
    if (open.at(-1) === "{") return false;
    this.fail(`unexpected '}', expected the end of '${open.at(-1)}'`, this.at, this.at + 2);
    return true;
  }

  /** One token inside a tag; false when a brace that nothing opened ends the tag. */
  private tagToken(open: string[]): boolean {
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (code === 0x20) {
      while (this.text.charCodeAt(this.at) === 0x20) this.at++;
      return true;
    }
    if (this.name(code) || this.number(code) || this.string(code)) return true;
    const operator = this.operatorHere();
    if (operator !== undefined) {
      this.at += operator.length;
      return this.operator(operator, start, open);
    }
    if (this.take(WHITESPACE) !== undefined) return true;
    this.at += String.fromCodePoint(this.text.codePointAt(start) ?? 0).length;
    this.fail(`unexpected char '${this.text.slice(start, this.at)}'`, start, this.at);
    return true;
  }

  /** Nearly every name is ASCII; one that goes on in another alphabet is read by {@link NAME}. */
  private name(code: number): boolean {
    const start = this.at;
    if (!isLetter(code) && code < 0x80) return false;
    let at = start;
    while (isLetter(this.text.charCodeAt(at)) || isDigit(this.text.charCodeAt(at))) at++;
    if (this.text.charCodeAt(at) >= 0x80) {
      if (this.take(NAME) === undefined) return false;
    } else this.at = at;
    this.push("name", this.text.slice(start, this.at), start, this.at);
    return true;
  }

  private number(code: number): boolean {
    const start = this.at;
    if (!isDigit(code)) return false;
    const float = this.take(FLOAT);
    const text = float ?? this.take(INTEGER);
    if (text !== undefined) this.push(float === undefined ? "integer" : "float", text, start, this.at);
    return text !== undefined;
  }

  private string(code: number): boolean {
    if (code !== 0x22 && code !== 0x27) return false;
    const start = this.at;
    const literal = this.take(STRING);
    if (literal === undefined) return false;
    const value = decodeStringLiteral(literal.slice(1, -1));
    if (value === undefined) this.fail("invalid escape in a string", start, this.at);
    this.push("string", value ?? literal.slice(1, -1), start, this.at);
    return true;
  }

  private operatorHere(): string | undefined {
    const first = this.text.charAt(this.at);
    const two = first + this.text.charAt(this.at + 1);
    if (TWO_CHARACTERS.has(two)) return two;
    return first !== "" && ONE_CHARACTER.includes(first) ? first : undefined;
  }

  private operator(operator: string, start: number, open: string[]): boolean {
    if (operator === "(" || operator === "[" || operator === "{") open.push(operator);
    const opener = CLOSES[operator];
    if (opener !== undefined && open.at(-1) === opener) open.pop();
    else if (opener !== undefined) {
      this.fail(`unexpected '${operator}'`, start, this.at);
      return operator !== "}" || open.length > 0;
    }
    this.push("operator", operator, start, this.at);
    return true;
  }

  private peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  private take(pattern: RegExp): string | undefined {
    const found = this.peek(pattern);
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private push(type: JinjaTokenType, text: string, start: number, end: number): void {
    this.tokens.push({ type, text, start, end });
  }

  private fail(message: string, start: number, end: number): void {
    this.problems.push({ message, severity: "error", span: { start, end } });
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
