/**
 * The compact tree of a Python file: plain, serialisable objects with spans, named after CPython's `ast`.
 *
 * The text is the truth and the tree an index into it: blanks, commas and comments are in no node. The body of a function is
 * *deferred*: only its span is kept, because most bodies (those of assets, ops, sensors) are never evaluated, and lowering
 * them costs as much as parsing. `PythonParser.body` lowers one when it is asked for.
 */
import type { Span } from "../base/span.ts";
import type { Argument, BinaryOperator, Expression, Parameter, StringLiteral } from "./expression.ts";

/** A whole file. `comments` are those outside of deferred bodies. */
export interface Module extends Span {
  readonly kind: "module";
  readonly body: readonly Statement[];
  readonly comments: readonly Span[];
  /** Where the text is not Python; the rest of the file is still there. */
  readonly errors: readonly PythonSyntaxError[];
}

export interface PythonSyntaxError extends Span {
  /** `expected ":"`, `unexpected "]"`; no full stop. */
  readonly message: string;
}

export type Statement =
  | ExpressionStatement
  | Assign
  | AugmentedAssign
  | AnnotatedAssign
  | Delete
  | Return
  | Raise
  | Assert
  | Simple
  | ScopeDeclaration
  | Import
  | ImportFrom
  | If
  | While
  | For
  | Try
  | With
  | Match
  | FunctionDefinition
  | ClassDefinition
  | TypeAlias
  | InvalidStatement;

export interface ExpressionStatement extends Span {
  readonly kind: "expression-statement";
  readonly value: Expression;
}
/** `a = b = value`: two targets. */
export interface Assign extends Span {
  readonly kind: "assign";
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
/** `target += value`; the operator without its `=`. */
export interface AugmentedAssign extends Span {
  readonly kind: "augmented-assign";
  readonly target: Expression;
  readonly operator: BinaryOperator;
  readonly value: Expression;
}
export interface AnnotatedAssign extends Span {
  readonly kind: "annotated-assign";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value?: Expression;
}
export interface Delete extends Span {
  readonly kind: "delete";
  readonly targets: readonly Expression[];
}
export interface Return extends Span {
  readonly kind: "return";
  readonly value?: Expression;
}
export interface Raise extends Span {
  readonly kind: "raise";
  readonly exception?: Expression;
  readonly cause?: Expression;
}
export interface Assert extends Span {
  readonly kind: "assert";
  readonly test: Expression;
  readonly message?: Expression;
}
export interface Simple extends Span {
  readonly kind: "pass" | "break" | "continue";
}
export interface ScopeDeclaration extends Span {
  readonly kind: "global" | "nonlocal";
  readonly names: readonly string[];
}
/** `import a.b as c`: path `a.b`, alias `c`. */
export interface Import extends Span {
  readonly kind: "import";
  readonly names: readonly ImportedName[];
}
export interface ImportedName extends Span {
  /** Dotted for `import`, one identifier for `from … import`. */
  readonly name: string;
  readonly alias?: string;
}
/** `from ..m import a as b`: level 2, module `m`; `module` is empty for `from . import a`. `names` is `"*"` for a star import. */
export interface ImportFrom extends Span {
  readonly kind: "import-from";
  readonly level: number;
  readonly module: string;
  readonly names: readonly ImportedName[] | "*";
}
/** `elif` is an `If` alone in `orElse`, as in CPython's `ast`. */
export interface If extends Span {
  readonly kind: "if";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
}
export interface While extends Span {
  readonly kind: "while";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
}
export interface For extends Span {
  readonly kind: "for";
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
}
export interface Try extends Span {
  readonly kind: "try";
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  /** `except*`: the handlers take groups. */
  readonly isGroup: boolean;
  readonly orElse: readonly Statement[];
  readonly finally: readonly Statement[];
}
export interface ExceptHandler extends Span {
  /** Absent for a bare `except:`. */
  readonly type?: Expression;
  readonly name?: string;
  readonly body: readonly Statement[];
}
export interface With extends Span {
  readonly kind: "with";
  readonly isAsync: boolean;
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface WithItem {
  readonly value: Expression;
  readonly target?: Expression;
}
export interface Match extends Span {
  readonly kind: "match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface MatchCase extends Span {
  readonly pattern: Pattern;
  readonly guard?: Expression;
  readonly body: readonly Statement[];
}
export type Pattern =
  | (Span & { readonly kind: "value-pattern"; readonly value: Expression })
  /** `name` absent: the wildcard `_`. */
  | (Span & { readonly kind: "capture-pattern"; readonly name?: string })
  | (Span & { readonly kind: "star-pattern"; readonly name?: string })
  | (Span & { readonly kind: "sequence-pattern"; readonly items: readonly Pattern[] })
  | (Span & {
      readonly kind: "mapping-pattern";
      readonly entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
      readonly rest?: string;
    })
  | (Span & {
      readonly kind: "class-pattern";
      readonly class: Expression;
      readonly positional: readonly Pattern[];
      readonly keywords: readonly { readonly name: string; readonly pattern: Pattern }[];
    })
  | (Span & { readonly kind: "or-pattern"; readonly options: readonly Pattern[] })
  | (Span & { readonly kind: "as-pattern"; readonly pattern: Pattern; readonly name: string });

export interface FunctionDefinition extends Span {
  readonly kind: "function";
  readonly name: string;
  readonly nameSpan: Span;
  readonly isAsync: boolean;
  /** The expressions after `@`, outermost first; `start` of the definition is that of its first decorator. */
  readonly decorators: readonly Expression[];
  readonly parameters: readonly Parameter[];
  /** Of the parameter list, parentheses included. */
  readonly parametersSpan: Span;
  readonly typeParameters?: readonly TypeParameter[];
  readonly returns?: Expression;
  readonly docstring?: StringLiteral;
  readonly body: DeferredBody;
}
/** `[T: bound, *Ts, **P]` of a definition or a `type` alias. */
export interface TypeParameter extends Span {
  readonly kind: "type" | "type-tuple" | "parameter-specification";
  readonly name: string;
  readonly bound?: Expression;
}
/** The suite of a function, not lowered. `header` is where the `def` begins: what is read again when the body is asked for. */
export interface DeferredBody extends Span {
  readonly kind: "deferred-body";
  readonly header: number;
}
export interface ClassDefinition extends Span {
  readonly kind: "class";
  readonly name: string;
  readonly nameSpan: Span;
  readonly decorators: readonly Expression[];
  readonly args: readonly Argument[];
  readonly typeParameters?: readonly TypeParameter[];
  readonly docstring?: StringLiteral;
  readonly body: readonly Statement[];
}
export interface TypeAlias extends Span {
  readonly kind: "type-alias";
  readonly name: string;
  readonly typeParameters?: readonly TypeParameter[];
  readonly value: Expression;
}
/** What the parser could not read as a statement. */
export interface InvalidStatement extends Span {
  readonly kind: "invalid-statement";
}
