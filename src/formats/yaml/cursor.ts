/** A place in a YAML text that moves forward, knows its line and column, and notes the comments that it passes. */
import type { Span } from "../../base/span.ts";
import { CARRIAGE_RETURN, isBlankBreakOrEnd, isBreak, isBreakOrEnd, LINE_FEED, SPACE, TAB } from "./characters.ts";

/** What the reader refuses the text for. Thrown inside the reader of YAML only. */
export class YamlSyntaxError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/**
 * Whose grammar: that of PyYAML's own scanner (`yaml.safe_load`), or that of libyaml (`yaml.CSafeLoader`), which takes tabs between tokens
 * and some more.
 */
export type YamlGrammar = "pyyaml" | "libyaml";

export class YamlCursor {
  /** With a character of code zero behind it, which ends it: reading behind a text's end is slow. */
  readonly text: string;
  /** Where the text itself ends. */
  readonly end: number;
  readonly grammar: YamlGrammar;
  readonly comments: Span[] = [];
  index = 0;
  line = 0;
  /** Index of the line's first character; a byte order mark is none. */
  lineStart = 0;

  constructor(text: string, grammar: YamlGrammar) {
    this.text = `${text}\0`;
    this.end = text.length;
    this.grammar = grammar;
    this.skipByteOrderMark();
  }

  get column(): number {
    return this.index - this.lineStart;
  }

  /** The code unit `ahead` of the place; zero at the end. */
  peek(ahead = 0): number {
    return this.text.charCodeAt(this.index + ahead);
  }

  skipByteOrderMark(): void {
    if (this.peek() !== 0xfeff) return;
    this.index++;
    this.lineStart++;
  }

  skipSpaces(): void {
    this.skipBlanks(false);
  }

  /** Spaces, and tabs where they are blanks, too. */
  skipBlanks(tabs: boolean): void {
    const { text } = this;
    let { index } = this;
    for (let code = text.charCodeAt(index); code === SPACE || (tabs && code === TAB); code = text.charCodeAt(index)) index++;
    this.index = index;
  }

  /** From `#` to the end of the line, if it stands here. */
  skipComment(): void {
    if (this.peek() !== 0x23) return;
    const start = this.index;
    while (!isBreakOrEnd(this.peek())) this.index++;
    if (start >= (this.comments.at(-1)?.end ?? 0)) this.comments.push({ start, end: this.index });
  }

  /** What a line break here is worth, behind which the place is then; empty where there is none. */
  takeBreak(): string {
    const code = this.peek();
    if (!isBreak(code)) return "";
    this.index += code === CARRIAGE_RETURN && this.peek(1) === LINE_FEED ? 2 : 1;
    this.line++;
    this.lineStart = this.index;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : "\n";
  }

  /** `---` or `...` at the beginning of a line. */
  isAtDocumentMark(): boolean {
    if (this.index !== this.lineStart) return false;
    const code = this.peek();
    return (code === 0x2d || code === 0x2e) && this.peek(1) === code && this.peek(2) === code && isBlankBreakOrEnd(this.peek(3));
  }

  /** How errors name the character here. */
  describe(): string {
    const code = this.text.codePointAt(this.index);
    return code === undefined || code === 0
      ? "the end of the file"
      : `\`${String.fromCodePoint(code).replace("\n", "\\n").replace("\t", "\\t")}\``;
  }

  refuse(message: string, at = this.index): never {
    throw new YamlSyntaxError(message, at);
  }
}
