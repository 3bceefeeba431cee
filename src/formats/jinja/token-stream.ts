/** The parser's place in the tokens. An error inside a tag is thrown as {@link JinjaSyntaxError} and caught where the tag ends: it never leaves the parser. */
import { Bug } from "../../base/exhaustive.ts";
import type { Span } from "../../base/span.ts";
import type { JinjaToken, LexedTemplate } from "./token.ts";

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
  /** The next token. At the end it is `eof`, again and again. */
  current: JinjaToken;
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly JinjaToken[];
  private readonly last: JinjaToken;
  /** Height of the trees made so far; what is no key has height 1. Absent where no tag has so many tokens that its tree could be too high. */
  private readonly heights: Map<object, number> | undefined;

  constructor({ tokens, longestTag }: LexedTemplate) {
    const last = tokens.at(-1);
    if (last === undefined) throw new Bug("a token stream without eof");
    this.tokens = tokens;
    this.last = last;
    this.current = tokens[0] ?? last;
    this.heights = longestTag > MAX_EXPRESSION_DEPTH ? new Map() : undefined;
  }

  peek(distance: number): JinjaToken {
    return this.tokens[this.at + distance] ?? this.last;
  }

  /** End of the last token taken. */
  get lastEnd(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }

  take(): JinjaToken {
    const token = this.current;
    if (token.type !== "eof") this.advance();
    return token;
  }

  private advance(): void {
    this.at++;
    this.current = this.tokens[this.at] ?? this.last;
  }

  isOperator(text: string): boolean {
    return this.current.type === "operator" && this.current.text === text;
  }

  isName(text: string): boolean {
    return this.current.type === "name" && this.current.text === text;
  }

  skipOperator(text: string): boolean {
    if (!this.isOperator(text)) return false;
    this.advance();
    return true;
  }

  skipName(text: string): boolean {
    if (!this.isName(text)) return false;
    this.advance();
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

  /** One level deeper, until {@link leave}; whoever catches an error calls {@link leaveAll}. */
  enter(): void {
    if (this.depth >= MAX_EXPRESSION_DEPTH) this.fail("nested too deeply");
    this.depth++;
  }

  leave(): void {
    this.depth--;
  }

  leaveAll(): void {
    this.depth = 0;
  }

  /** `node` over these children, unless it makes too high a tree: `a.b.b.b…` nests without brackets. */
  bounded<Node extends object>(node: Node, first?: object, second?: object, third?: object): Node {
    return this.heights === undefined ? node : this.boundedOver(node, [first, second, third]);
  }

  /** The same of any number of children. */
  boundedOver<Node extends object>(node: Node, children: readonly (object | undefined)[]): Node {
    const { heights } = this;
    if (heights === undefined) return node;
    let height = 1;
    for (const child of children) if (child !== undefined) height = Math.max(height, 1 + (heights.get(child) ?? 1));
    if (height > MAX_EXPRESSION_DEPTH) this.fail("nested too deeply");
    if (height > 1) heights.set(node, height);
    return node;
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
