/**
 * Walks a tree-sitter tree once, with a cursor: every call into WASM costs, so each node is entered at most once, and what
 * can be sliced from the text is. Comments and line continuations may stand between any two children: the reader takes them
 * out of the way. It knows nothing of Python; what a node becomes is in the tables of the families beside it.
 */
import type { TreeCursor } from "web-tree-sitter";
import type { Span } from "../../base/span.ts";
import type { Expression, InvalidExpression } from "../expression.ts";
import type { PythonSyntaxError, Statement } from "../statement.ts";
import { END, NODE } from "./node-type.ts";

/** Lowers the node under the cursor and leaves the cursor on it. */
export type Lower<T> = (reader: TreeReader) => T;

/** What the grammar's ids mean, and what becomes of each: built once for a parser. */
export interface Grammar {
  /** Our node type by the grammar's id. */
  readonly types: Uint8Array;
  /** The text of a token by the grammar's id: `"not in"`, `"+="`. */
  readonly tokens: readonly string[];
  /** By our node type; a type that is not an expression has none. */
  readonly expressions: readonly (Lower<Expression> | undefined)[];
  /** By our node type. One node may be several statements, or (a stray `;`) none. */
  readonly statements: readonly ((reader: TreeReader, into: Statement[]) => void)[];
}

/** Deeper than this nothing is read: CPython refuses it too, and every reader of the tree recurses. */
export const MAX_DEPTH = 400;

/** The same for chains that lean to the left: `a + b + …`, `a.b().c()…`. */
export const MAX_CHAIN = 1000;

const TOO_DEEP = "nested too deeply";
const COMMA = 0x2c;
const CLOSE_PARENTHESIS = 0x29;
const CLOSE_BRACKET = 0x5d;
const CLOSE_BRACE = 0x7d;

/** ASCII letters, digits and the underscore. */
export function isWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f || (unit >= 0x30 && unit <= 0x39);
}

/** The item of a `with` statement that is being lowered and has no `as` around it. */
export interface OpenItem {
  /** Where it ends, a target included. */
  readonly end: number;
  /** Found at its end, inside the last operand. */
  target?: Expression;
  valueEnd?: number;
}

export class TreeReader {
  readonly text: string;
  readonly comments: Span[] = [];
  readonly errors: PythonSyntaxError[] = [];
  /** Type of the node that `down` or `next` reached; stale after `up`. */
  kind: number = NODE.module;
  depth = 0;
  item: OpenItem | undefined;
  /** No error anywhere in the tree: what follows a node can be told from the text. */
  private readonly isSound: boolean;
  private typeId = 0;
  private leaf = false;
  private readonly cursor: TreeCursor;
  private readonly grammar: Grammar;
  private readonly base: number;

  /** `base` is where the parsed text begins in `text`. */
  constructor(cursor: TreeCursor, grammar: Grammar, source: { readonly text: string; readonly base: number; readonly isSound: boolean }) {
    this.cursor = cursor;
    this.grammar = grammar;
    this.text = source.text;
    this.base = source.base;
    this.isSound = source.isSound;
  }

  start(): number {
    return this.cursor.startIndex + this.base;
  }
  end(): number {
    return this.cursor.endIndex + this.base;
  }
  span(): Span {
    return { start: this.start(), end: this.end() };
  }
  slice(): string {
    return this.text.slice(this.start(), this.end());
  }
  /** The grammar's text of the token under the cursor, blanks inside it normalised. */
  token(): string {
    return this.grammar.tokens[this.typeId] ?? "";
  }
  isMissing(): boolean {
    return this.cursor.nodeIsMissing;
  }

  /** To the first child; END when there is none. Every `down` is followed by one `up`. */
  down(): number {
    if (!this.cursor.gotoFirstChild()) {
      this.leaf = true;
      return END;
    }
    return this.settle();
  }
  /** To the next sibling; END when there is none. */
  next(): number {
    return this.cursor.gotoNextSibling() ? this.settle() : END;
  }
  up(): void {
    if (this.leaf) this.leaf = false;
    else this.cursor.gotoParent();
  }

  /** To the first item of a bracketed list. The bracket itself is not looked at where the text is sound. */
  firstItem(): number {
    if (!this.isSound) return this.down();
    return this.cursor.gotoFirstChild() ? this.next() : this.down();
  }
  /** From an item that ends at `end` to the next one; commas are stepped over unseen, and a bracket that follows ends the list. */
  nextItem(end: number): number {
    if (this.isSound) {
      const follower = this.text.charCodeAt(end);
      if (follower === COMMA) this.cursor.gotoNextSibling();
      else if (follower === CLOSE_PARENTHESIS || follower === CLOSE_BRACKET || follower === CLOSE_BRACE) return END;
    }
    return this.next();
  }
  /** The end of the bracketed list under the cursor, whose last item ends at `end`. */
  listEnd(end: number): number {
    if (!this.isSound) return this.end();
    const follower = this.text.charCodeAt(end);
    return follower === CLOSE_PARENTHESIS || follower === CLOSE_BRACKET || follower === CLOSE_BRACE ? end + 1 : this.end();
  }
  /** To the next sibling past the `sign` that the text has at `at`; when something stands between, just to the next sibling. */
  nextPast(sign: string, at: number): number {
    if (this.isSound && this.text.charAt(at) === sign) this.cursor.gotoNextSibling();
    return this.next();
  }
  /** The end of the identifier that begins at `start`, by the text where that decides it. */
  identifierEnd(start: number): number {
    let at = start;
    while (isWordUnit(this.text.charCodeAt(at))) at++;
    return at > start && !(this.text.charCodeAt(at) > 0x7f) ? at : this.end();
  }

  /** Lowers the expression under the cursor. */
  expression(): Expression {
    const lower = this.grammar.expressions[this.kind];
    if (!lower) return this.invalid();
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const expression = lower(this);
    this.depth--;
    return expression;
  }
  isExpression(): boolean {
    return this.grammar.expressions[this.kind] !== undefined;
  }
  /** Lowers the statement under the cursor. */
  statement(into: Statement[]): void {
    const start = this.depth;
    if (start >= MAX_DEPTH) {
      into.push({ ...this.tooDeep(), kind: "invalid-statement" });
      return;
    }
    this.depth++;
    this.grammar.statements[this.kind]?.(this, into);
    this.depth--;
  }

  invalid(): InvalidExpression {
    return { kind: "invalid-expression", start: this.start(), end: this.end() };
  }
  tooDeep(): InvalidExpression {
    const invalid = this.invalid();
    if (!this.errors.some(({ message }) => message === TOO_DEEP))
      this.errors.push({ start: invalid.start, end: invalid.end, message: TOO_DEEP });
    return invalid;
  }

  private settle(): number {
    for (;;) {
      this.typeId = this.cursor.nodeTypeId;
      this.kind = this.grammar.types[this.typeId] ?? NODE.error;
      if (this.kind === NODE.comment) this.comments.push(this.span());
      else if (this.kind !== NODE.line_continuation) return this.kind;
      if (!this.cursor.gotoNextSibling()) return END;
    }
  }
}
