/**
 * Cuts a template into tokens exactly where Jinja 3.1 does (`lexer.py`): an end delimiter inside open brackets is no end, `-` eats
 * the whitespace beside it, and raw blocks are data. Unlike Jinja it goes on after an error, at the end of the tag.
 */
import type { FormatProblem } from "../format-node.ts";
import { decodeStringLiteral } from "./string-literal.ts";
import type { JinjaToken, JinjaTokenType } from "./token.ts";

const OPENING = /\{%[-+]?\s*raw\s*(?:-%\}\s*|\+?%\})|\{[#%{][-+]?/g;
const RAW_END = /\{%[-+]?\s*endraw\s*(?:\+%\}|-%\}\s*|%\})/g;
const COMMENT_END = /(?:-#\}\s*|\+?#\})/g;
const VARIABLE_END = /(?:-\}\}\s*|\}\})/y;
const BLOCK_END = /(?:\+%\}|-%\}\s*|%\})/y;

const WHITESPACE = /\s+/y;
const FLOAT = /(?<!\.)(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy;
const INTEGER = /(?:0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*)/iy;
/** Nearly every name; one that goes on in another alphabet is read by {@link NAME}. */
const PLAIN_NAME = /[A-Za-z_][A-Za-z0-9_]*(?![^\0-\x7f])/y;
const NAME = /[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}]*/uy;
const STRING = /'[^'\\]*(?:\\[\s\S][^'\\]*)*'|"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const OPERATOR = /\/\/|\*\*|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;]/y;

/** `}`, `%`, `-` and `+`: what the end of a tag can begin with. */
const END_BEGINS: ReadonlySet<number> = new Set([0x7d, 0x25, 0x2d, 0x2b]);

const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

export interface LexedTemplate {
  /** Ends with `eof`. */
  readonly tokens: readonly JinjaToken[];
  readonly problems: readonly FormatProblem[];
}

export function lexJinja(text: string, keepTrailingNewline: boolean): LexedTemplate {
  const lexer = new Lexer(text, keepTrailingNewline ? text.length : text.length - (/\r?\n$|\r$/.exec(text)?.[0].length ?? 0));
  lexer.run();
  return { tokens: lexer.tokens, problems: lexer.problems };
}

/** Holds the place in the text. */
class Lexer {
  readonly tokens: JinjaToken[] = [];
  readonly problems: FormatProblem[] = [];
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
    OPENING.lastIndex = this.at;
    const opening = OPENING.exec(this.text);
    const from = this.at;
    const until = opening?.index ?? this.end;
    const mark = opening?.[0] ?? "";
    this.data("data", from, until, mark[2] === "-");
    this.at = until + mark.length;
    if (mark.length > 3) this.raw(mark);
    else if (mark.startsWith("{#")) this.comment(until);
    else if (mark !== "") this.tag(until, mark);
  }

  private data(type: "data" | "raw", start: number, end: number, strip: boolean): void {
    if (start === end) return;
    const written = this.text.slice(start, end);
    const text = written.includes("\r") ? written.replaceAll(/\r\n|\r/g, "\n") : written;
    this.push(type, strip ? text.trimEnd() : text, start, end);
  }

  private raw(mark: string): void {
    const start = this.at;
    RAW_END.lastIndex = start;
    const closing = RAW_END.exec(this.text);
    if (closing === null) this.fail("Missing end of raw directive", start - mark.trimEnd().length, start);
    const until = closing?.index ?? this.end;
    this.data("raw", start, until, closing?.[0][2] === "-");
    this.at = until + (closing?.[0].length ?? 0);
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

  private tag(start: number, mark: string): void {
    const variable = mark.startsWith("{{");
    this.push(variable ? "variable-begin" : "block-begin", mark, start, this.at);
    const open: string[] = [];
    while (this.at < this.end) {
      const from = this.at;
      const closing = END_BEGINS.has(this.text.charCodeAt(from)) ? this.peek(variable ? VARIABLE_END : BLOCK_END) : undefined;
      if (closing !== undefined && this.endsTag(open)) {
        this.at += closing.length;
        this.push(variable ? "variable-end" : "block-end", closing, from, from + closing.trimEnd().length);
        return;
      }
      if (!this.tagToken(open)) {
        this.push(variable ? "variable-end" : "block-end", "", from, this.at);
        return;
      }
    }
    this.fail("unexpected end of template in a tag", start, this.end);
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
    if (this.take(WHITESPACE) !== undefined) return true;
    const start = this.at;
    if (this.name(start) || this.number(start) || this.string(start)) return true;
    const operator = this.take(OPERATOR);
    if (operator !== undefined) return this.operator(operator, start, open);
    this.at += String.fromCodePoint(this.text.codePointAt(start) ?? 0).length;
    this.fail(`unexpected char '${this.text.slice(start, this.at)}'`, start, this.at);
    return true;
  }

  private name(start: number): boolean {
    const text = this.take(PLAIN_NAME) ?? this.take(NAME);
    if (text !== undefined) this.push("name", text, start, this.at);
    return text !== undefined;
  }

  private number(start: number): boolean {
    const code = this.text.charCodeAt(start);
    if (code < 0x30 || code > 0x39) return false;
    const float = this.take(FLOAT);
    const text = float ?? this.take(INTEGER);
    if (text !== undefined) this.push(float === undefined ? "integer" : "float", text, start, this.at);
    return text !== undefined;
  }

  private string(start: number): boolean {
    const literal = this.take(STRING);
    if (literal === undefined) return false;
    const value = decodeStringLiteral(literal.slice(1, -1));
    if (value === undefined) this.fail("invalid escape in a string", start, this.at);
    this.push("string", value ?? literal.slice(1, -1), start, this.at);
    return true;
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
