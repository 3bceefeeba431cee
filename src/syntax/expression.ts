/** Expressions of the compact tree. What the tree is: `statement.ts`. */
import type { Span } from "../base/span.ts";

export type Expression =
  | Name
  | NumberLiteral
  | StringLiteral
  | FormattedString
  | BytesLiteral
  | KeywordConstant
  | Attribute
  | Subscript
  | Slice
  | Call
  | Sequence
  | DictDisplay
  | Unary
  | Binary
  | BooleanOperation
  | Comparison
  | Conditional
  | Lambda
  | Comprehension
  | NamedExpression
  | Await
  | Yield
  | Starred
  | InvalidExpression;

/** What every expression has: its span without enclosing parentheses, and those, the outermost pair, when there are any. */
export interface ExpressionNode extends Span {
  readonly parentheses?: Span;
}

export interface Name extends ExpressionNode {
  readonly kind: "name";
  readonly id: string;
}
/** `text` as written: `1_000`, `0xff`, `1e3`, `2j`. */
export interface NumberLiteral extends ExpressionNode {
  readonly kind: "number";
  readonly text: string;
}
/** A string, implicit concatenation included, as its value. Not an f-string. */
export interface StringLiteral extends ExpressionNode {
  readonly kind: "string";
  readonly value: string;
  /** Spans of the single literals when there are several. */
  readonly parts?: readonly Span[];
}
/** An f-string, or a concatenation in which one is. */
export interface FormattedString extends ExpressionNode {
  readonly kind: "formatted-string";
  readonly parts: readonly (string | FormattedValue)[];
}
/** `{value!r:>{width}}`: conversion `r`, format `[">", {…}]`. */
export interface FormattedValue extends Span {
  readonly kind: "formatted-value";
  readonly value: Expression;
  readonly conversion?: "s" | "r" | "a";
  readonly format?: readonly (string | FormattedValue)[];
  /** The text before `=` of `{value=}`, the sign included. */
  readonly label?: string;
}
/** `value` holds one code unit a byte. */
export interface BytesLiteral extends ExpressionNode {
  readonly kind: "bytes";
  readonly value: string;
}
export interface KeywordConstant extends ExpressionNode {
  readonly kind: "true" | "false" | "none" | "ellipsis";
}
export interface Attribute extends ExpressionNode {
  readonly kind: "attribute";
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}
/** `object[a, b]` has a tuple as its index. */
export interface Subscript extends ExpressionNode {
  readonly kind: "subscript";
  readonly object: Expression;
  readonly index: Expression;
}
export interface Slice extends ExpressionNode {
  readonly kind: "slice";
  readonly lower?: Expression;
  readonly upper?: Expression;
  readonly step?: Expression;
}
export interface Call extends ExpressionNode {
  readonly kind: "call";
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** Of the argument list, parentheses included. */
  readonly argsSpan: Span;
}
export type ArgumentKind = "positional" | "keyword" | "spread" | "keyword-spread";
/** `value`, `name=value`, `*value`, `**value`. The span is that of the whole argument. */
export interface Argument extends Span {
  readonly kind: ArgumentKind;
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly value: Expression;
}
/** A display; a tuple may stand without parentheses. */
export interface Sequence extends ExpressionNode {
  readonly kind: "list" | "tuple" | "set";
  readonly items: readonly Expression[];
}
export interface DictDisplay extends ExpressionNode {
  readonly kind: "dict";
  /** `key` is absent for `**value`. */
  readonly entries: readonly DictEntry[];
}
export interface DictEntry extends Span {
  readonly key?: Expression;
  readonly value: Expression;
}
export interface Unary extends ExpressionNode {
  readonly kind: "unary";
  readonly operator: "not" | "-" | "+" | "~";
  readonly operand: Expression;
}
export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "@" | "&" | "|" | "^" | "<<" | ">>";
export interface Binary extends ExpressionNode {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface BooleanOperation extends ExpressionNode {
  readonly kind: "boolean-operation";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}
export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "is" | "is not" | "in" | "not in";
/** `a < b <= c`: first `a`, then two steps. */
export interface Comparison extends ExpressionNode {
  readonly kind: "comparison";
  readonly first: Expression;
  readonly rest: readonly { readonly operator: ComparisonOperator; readonly operand: Expression }[];
}
export interface Conditional extends ExpressionNode {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly body: Expression;
  readonly orElse: Expression;
}
export interface Lambda extends ExpressionNode {
  readonly kind: "lambda";
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}
export interface Comprehension extends ExpressionNode {
  readonly kind: "comprehension";
  readonly form: "list" | "set" | "dict" | "generator";
  /** The key of a dict comprehension. */
  readonly key?: Expression;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}
export interface ComprehensionClause {
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}
/** `name := value`. */
export interface NamedExpression extends ExpressionNode {
  readonly kind: "named-expression";
  readonly name: string;
  readonly value: Expression;
}
export interface Await extends ExpressionNode {
  readonly kind: "await";
  readonly value: Expression;
}
export interface Yield extends ExpressionNode {
  readonly kind: "yield";
  readonly from: boolean;
  readonly value?: Expression;
}
/** `*value` in a display, a target or a subscript. */
export interface Starred extends ExpressionNode {
  readonly kind: "starred";
  readonly value: Expression;
}
/** What the parser could not read as an expression. */
export interface InvalidExpression extends ExpressionNode {
  readonly kind: "invalid-expression";
}
export type ParameterKind = "positional-only" | "regular" | "variadic" | "keyword-only" | "keyword-variadic";
export interface Parameter extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly kind: ParameterKind;
  readonly annotation?: Expression;
  readonly default?: Expression;
}
