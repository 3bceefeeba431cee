/**
 * The tree of a Jinja template: the grammar of Jinja 2 (3.1) with spans, plus block tags that an extension or a host defines
 * (`{% test name(args) %}`). Nothing here says what a name or a call means, and nothing is evaluated.
 *
 * A span covers the node's source, delimiters included for statements. `text` of data is what would be printed:
 * whitespace control applied, line endings normalised.
 */
import type { Span } from "../../base/span.ts";

export type JinjaExpression =
  | NameExpression
  | StringLiteral
  | IntegerLiteral
  | FloatLiteral
  | BooleanLiteral
  | NoneLiteral
  | CollectionExpression
  | DictExpression
  | ConditionalExpression
  | FilterExpression
  | TestExpression
  | CallExpression
  | AttributeExpression
  | SubscriptExpression
  | UnaryExpression
  | BinaryExpression
  | ConcatExpression
  | CompareExpression;

export interface NameExpression extends Span {
  readonly kind: "name";
  readonly name: string;
}
/** Adjacent literals are one; escapes are decoded as Python does. */
export interface StringLiteral extends Span {
  readonly kind: "string";
  readonly value: string;
}
export interface IntegerLiteral extends Span {
  readonly kind: "integer";
  readonly value: number | bigint;
}
export interface FloatLiteral extends Span {
  readonly kind: "float";
  readonly value: number;
}
export interface BooleanLiteral extends Span {
  readonly kind: "boolean";
  readonly value: boolean;
}
export interface NoneLiteral extends Span {
  readonly kind: "none";
}
export interface CollectionExpression extends Span {
  readonly kind: "tuple" | "list";
  readonly items: readonly JinjaExpression[];
}
export interface DictExpression extends Span {
  readonly kind: "dict";
  readonly entries: readonly { readonly key: JinjaExpression; readonly value: JinjaExpression }[];
}
/** `value if test else otherwise`. */
export interface ConditionalExpression extends Span {
  readonly kind: "conditional";
  readonly test: JinjaExpression;
  readonly value: JinjaExpression;
  readonly otherwise: JinjaExpression | undefined;
}
/** `operand | name(arguments)`; a filter block's first filter has no operand. */
export interface FilterExpression extends Span {
  readonly kind: "filter";
  readonly operand: JinjaExpression | undefined;
  /** With dots, where there are: `net.resolve`. */
  readonly name: string;
  readonly arguments: JinjaArguments;
}
/** `operand is name(arguments)`; `is not` is a `not` around it. */
export interface TestExpression extends Span {
  readonly kind: "test";
  readonly operand: JinjaExpression;
  readonly name: string;
  readonly arguments: JinjaArguments;
}
export interface CallExpression extends Span {
  readonly kind: "call";
  readonly callee: JinjaExpression;
  readonly arguments: JinjaArguments;
}
export interface AttributeExpression extends Span {
  readonly kind: "attribute";
  readonly object: JinjaExpression;
  readonly name: string;
}
export interface SubscriptExpression extends Span {
  readonly kind: "subscript";
  readonly object: JinjaExpression;
  readonly index: JinjaExpression | JinjaSlice;
}
export interface JinjaSlice extends Span {
  readonly kind: "slice";
  readonly from: JinjaExpression | undefined;
  readonly to: JinjaExpression | undefined;
  readonly step: JinjaExpression | undefined;
}
export interface UnaryExpression extends Span {
  readonly kind: "unary";
  readonly operator: "not" | "-" | "+";
  readonly operand: JinjaExpression;
}
export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "and" | "or";
export interface BinaryExpression extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: JinjaExpression;
  readonly right: JinjaExpression;
}
/** `a ~ b ~ c`. */
export interface ConcatExpression extends Span {
  readonly kind: "concat";
  readonly items: readonly JinjaExpression[];
}
export type CompareOperator = "==" | "!=" | ">" | ">=" | "<" | "<=" | "in" | "not in";
/** `a < b <= c` chains, as in Python. */
export interface CompareExpression extends Span {
  readonly kind: "compare";
  readonly first: JinjaExpression;
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: JinjaExpression }[];
}

export interface JinjaArguments {
  readonly positional: readonly JinjaExpression[];
  readonly keywords: readonly JinjaKeyword[];
  /** `*args` and `**kwargs`. */
  readonly spread: JinjaExpression | undefined;
  readonly spreadKeywords: JinjaExpression | undefined;
}
export interface JinjaKeyword extends Span {
  readonly name: string;
  readonly value: JinjaExpression;
}

/** Of a macro, a call block, or a block tag: `(a, b=1)`. */
export interface JinjaParameter extends Span {
  readonly name: string;
  readonly default: JinjaExpression | undefined;
}

export type AssignTarget =
  | NameExpression
  | { readonly kind: "target-tuple"; readonly start: number; readonly end: number; readonly items: readonly AssignTarget[] }
  /** `{% set ns.found = true %}`. */
  | {
      readonly kind: "namespace-attribute";
      readonly start: number;
      readonly end: number;
      readonly namespace: string;
      readonly attribute: string;
    };

export type JinjaBody = readonly JinjaStatement[];

export type JinjaStatement =
  | DataStatement
  | CommentStatement
  | OutputStatement
  | IfStatement
  | ForStatement
  | SetStatement
  | SetBlockStatement
  | WithStatement
  | MacroStatement
  | CallBlockStatement
  | FilterBlockStatement
  | DoStatement
  | AutoescapeStatement
  | BlockStatement
  | ExtendsStatement
  | IncludeStatement
  | ImportStatement
  | FromImportStatement
  | BlockTagStatement;

export interface DataStatement extends Span {
  readonly kind: "data";
  readonly text: string;
  /** Between `{% raw %}` and `{% endraw %}`. */
  readonly raw: boolean;
}
export interface CommentStatement extends Span {
  readonly kind: "comment";
  readonly text: string;
}
/** `{{ … }}` has one expression; `{% print a, b %}` any number. */
export interface OutputStatement extends Span {
  readonly kind: "output";
  readonly expressions: readonly JinjaExpression[];
}
/** `if` and every `elif`, in order. */
export interface IfStatement extends Span {
  readonly kind: "if";
  readonly branches: readonly { readonly test: JinjaExpression; readonly body: JinjaBody }[];
  readonly otherwise: JinjaBody | undefined;
}
export interface ForStatement extends Span {
  readonly kind: "for";
  readonly target: AssignTarget;
  readonly iterable: JinjaExpression;
  readonly condition: JinjaExpression | undefined;
  readonly recursive: boolean;
  readonly body: JinjaBody;
  readonly otherwise: JinjaBody | undefined;
}
export interface SetStatement extends Span {
  readonly kind: "set";
  readonly target: AssignTarget;
  readonly value: JinjaExpression;
}
/** `{% set x | upper %}…{% endset %}`; the innermost filter has no operand. */
export interface SetBlockStatement extends Span {
  readonly kind: "set-block";
  readonly target: AssignTarget;
  readonly filter: FilterExpression | undefined;
  readonly body: JinjaBody;
}
export interface WithStatement extends Span {
  readonly kind: "with";
  readonly bindings: readonly { readonly target: AssignTarget; readonly value: JinjaExpression }[];
  readonly body: JinjaBody;
}
export interface MacroStatement extends Span {
  readonly kind: "macro";
  readonly name: string;
  readonly parameters: readonly JinjaParameter[];
  readonly body: JinjaBody;
}
export interface CallBlockStatement extends Span {
  readonly kind: "call-block";
  readonly parameters: readonly JinjaParameter[];
  readonly call: CallExpression;
  readonly body: JinjaBody;
}
export interface FilterBlockStatement extends Span {
  readonly kind: "filter-block";
  readonly filter: FilterExpression;
  readonly body: JinjaBody;
}
export interface DoStatement extends Span {
  readonly kind: "do";
  readonly expression: JinjaExpression;
}
export interface AutoescapeStatement extends Span {
  readonly kind: "autoescape";
  readonly enabled: JinjaExpression;
  readonly body: JinjaBody;
}
export interface BlockStatement extends Span {
  readonly kind: "block";
  readonly name: string;
  readonly scoped: boolean;
  readonly required: boolean;
  readonly body: JinjaBody;
}
export interface ExtendsStatement extends Span {
  readonly kind: "extends";
  readonly template: JinjaExpression;
}
export interface IncludeStatement extends Span {
  readonly kind: "include";
  readonly template: JinjaExpression;
  readonly ignoreMissing: boolean;
  readonly withContext: boolean;
}
export interface ImportStatement extends Span {
  readonly kind: "import";
  readonly template: JinjaExpression;
  readonly name: string;
  readonly withContext: boolean;
}
export interface FromImportStatement extends Span {
  readonly kind: "from-import";
  readonly template: JinjaExpression;
  readonly names: readonly { readonly name: string; readonly alias: string }[];
  readonly withContext: boolean;
}
/** A tag of {@link JinjaOptions.blockTags}: `{% materialization view, adapter='x' %}…{% endmaterialization %}`. */
export interface BlockTagStatement extends Span {
  readonly kind: "block-tag";
  readonly tag: string;
  readonly name: string;
  readonly parameters: readonly JinjaParameter[];
  /** Flags have no value: `default`. */
  readonly options: readonly { readonly name: string; readonly value: JinjaExpression | undefined }[];
  readonly body: JinjaBody;
  /** From behind the opening tag to the closing tag. */
  readonly bodySpan: Span;
}

/** What stands in the opening tag behind its name: nothing, `(a, b=1)`, or `, flag, option=value`. */
export type BlockTagHeader = "name" | "signature" | "options";

export interface JinjaOptions {
  /** Tags that enclose a body up to `end<tag>`, by name. */
  readonly blockTags?: ReadonlyMap<string, BlockTagHeader>;
  /** Jinja drops one newline at the end of a template unless told otherwise. */
  readonly keepTrailingNewline?: boolean;
}
