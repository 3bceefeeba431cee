/** What the checks of the compiler's errors share: where a statement stands, and where they say what they found. */
import type { FunctionDefinition, PythonSyntaxError, Statement } from "../statement.ts";

/** The lowered body of a function, with what was refused while lowering it. */
export interface LoweredBody {
  readonly statements: readonly Statement[];
  readonly errors: readonly PythonSyntaxError[];
}

/** Where a statement stands. */
export interface Place {
  readonly scope: "module" | "class" | "function" | "async-function";
  readonly isInLoop: boolean;
  /** In a handler of `except*`, which must not be left by `break`, `continue` or `return`. */
  readonly isInGroup: boolean;
  /** Names that the functions around this scope bind: what `nonlocal` may name. */
  readonly enclosing: ReadonlySet<string>;
}

export interface Checker {
  readonly text: string;
  readonly errors: PythonSyntaxError[];
  readonly bodyOf: (fn: FunctionDefinition) => LoweredBody;
}
