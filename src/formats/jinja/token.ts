/** The pieces of a Jinja template, in order and without gaps that matter: what the lexer gives and the parser takes. */
import type { Span } from "../../base/span.ts";
import type { FormatProblem } from "../format-node.ts";

export type JinjaTokenType =
  | "data"
  | "raw"
  | "comment"
  | "variable-begin"
  | "variable-end"
  | "block-begin"
  | "block-end"
  | "name"
  | "string"
  | "integer"
  | "float"
  | "operator"
  | "eof";

export interface JinjaToken extends Span {
  readonly type: JinjaTokenType;
  /** Of data: the text to print. Of names, operators and numbers: as written. Of strings: decoded. */
  readonly text: string;
}

export interface LexedTemplate {
  /** Ends with `eof`. */
  readonly tokens: readonly JinjaToken[];
  /** How many tokens the tag with the most of them has: no tree of an expression is higher. */
  readonly longestTag: number;
  readonly problems: readonly FormatProblem[];
}
