/** The parser's place in the tokens. An error inside a tag is thrown as {@link JinjaSyntaxError} and caught where the tag ends: it never leaves the parser. */
import { Bug } from "../../base/exhaustive.ts";
import type { Span } from "../../base/span.ts";
import type { JinjaToken } from "./token.ts";

export class JinjaSyntaxError extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** Levels of nested expressions; it bounds every recursion over the tree. */
const MAX_EXPRESSION_DEPTH = 200;

export class TokenStream {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly JinjaToken[];
  /** Height of the trees made so far; what is no key has height 1. */
  private readonly heights = new Map<object, number>();

  constructor(tokens: readonly JinjaToken[]) {
    this.tokens = tokens;
  }

  get current(): JinjaToken {
    return this.peek(0);
  }

  peek(distance: number): JinjaToken {
    const token = this.tokens[Math.min(this.at + distance, this.tokens.length - 1)];
    if (token === undefined) throw new Bug("a token stream without eof");
    return token;
  }

  /** End of the last token taken. */
  get lastEnd(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }

  take(): JinjaToken {
    const token = this.current;
    if (token.type !== "eof") this.at++;
    return token;
  }

  isOperator(text: string): boolean {
    return this.current.type === "operator" && this.current.text === text;
  }

  isName(text: string): boolean {
    return this.current.type === "name" && this.current.text === text;
  }

  skipOperator(text: string): boolean {
    if (!this.isOperator(text)) return false;
    this.at++;
    return true;
  }

  skipName(text: string): boolean {
    if (!this.isName(text)) return false;
    this.at++;
    return true;
  }

  expectOperator(text: string): void {
    if (!this.skipOperator(text)) this.fail(`expected token '${text}', got '${describe(this.current)}'`);
  }

  expectName(): JinjaToken {
    if (this.current.type !== "name") this.fail(`expected token 'name', got '${describe(this.current)}'`);
    return this.take();
  }

  expectKeyword(text: string): void {
    if (!this.skipName(text)) this.fail(`expected token '${text}', got '${describe(this.current)}'`);
  }

  fail(message: string, span: Span = this.current): never {
    throw new JinjaSyntaxError(message, { start: span.start, end: span.end });
  }

  /** Runs `parse` one level deeper. */
  nested<T>(parse: () => T): T {
    if (this.depth >= MAX_EXPRESSION_DEPTH) this.fail("nested too deeply");
    this.depth++;
    try {
      return parse();
    } finally {
      this.depth--;
    }
  }

  /** `node`, from `start` to here, unless it makes too high a tree: `a.b.b.b…` nests without brackets. */
  finish<T extends object>(start: number, node: T, ...children: (object | undefined)[]): T & Span {
    let height = 1;
    for (const child of children) if (child !== undefined) height = Math.max(height, 1 + (this.heights.get(child) ?? 1));
    if (height > MAX_EXPRESSION_DEPTH) this.fail("nested too deeply");
    const finished = { ...node, start, end: this.lastEnd };
    if (height > 1) this.heights.set(finished, height);
    return finished;
  }
}

export function describe(token: JinjaToken): string {
  switch (token.type) {
    case "name":
    case "operator":
      return token.text;
    case "variable-end":
      return "end of print statement";
    case "block-end":
      return "end of statement block";
    case "eof":
      return "end of template";
    default:
      return token.type;
  }
}
