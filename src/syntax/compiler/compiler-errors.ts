/**
 * What CPython's compiler refuses after its parser has read a file: `break` outside of a loop, `await` where nothing is asynchronous, a
 * `global` that comes too late, targets that are none. Bodies are deferred, and lowering them all would cost as much as parsing: only those are
 * looked into in whose text something stands that could be refused.
 */
import type { FunctionDefinition, PythonSyntaxError, Statement } from "../statement.ts";
import { checkBlock, checkFutureImports } from "./blocks.ts";
import { boundNames, checkDeclarations } from "./scope-declarations.ts";

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
  /** Whether expressions are worth a walk. */
  readonly hasExpressions: boolean;
  readonly bodyOf: (fn: FunctionDefinition) => LoweredBody;
}

const EXPRESSIONS = /\b(?:yield|await|async)\b|:=/;

/** In a body: what can be refused there, or is Python 2. */
const SUSPECT = new RegExp(
  [
    String.raw`\b(?:break|continue|global|nonlocal|await|async|del|match|lambda|__future__|__debug__)\b`,
    String.raw`:=|<>|\bimport\s*\*|\byield\s+from\b|\byield\b[^\n]*\bfor\b|\bexcept\s*[:*]|\bexcept\s[^(\n]*,|^\s*\*|^\s*[([{][^\n]*[-+*/|&]=`,
    String.raw`\bprint\s+["'\w%]|\bexec\s+["'\w]|\braise\s+[\w.]+\s*,|\b0\d|\d[lL]\b|\\[xuUN]|^[ ]*\t|^\s+(?:def|class|with|from)\b`,
  ].join("|"),
  "m",
);

export function compilerErrors(
  text: string,
  body: readonly Statement[],
  bodyOf: (fn: FunctionDefinition) => LoweredBody,
): readonly PythonSyntaxError[] {
  const checker: Checker = { text, errors: [], hasExpressions: EXPRESSIONS.test(text), bodyOf };
  const place: Place = { scope: "module", isInLoop: false, isInGroup: false, enclosing: new Set() };
  checkFutureImports(body, checker);
  checkDeclarations(body, { place, parameters: [], checker });
  checkBlock(body, place, checker);
  return checker.errors;
}

/** The body of a function in `around`, if there is anything in it to look for. */
export function checkFunction(fn: FunctionDefinition, around: Place, checker: Checker): void {
  if (!SUSPECT.test(checker.text.slice(fn.body.start, fn.body.end))) return;
  const { statements, errors } = checker.bodyOf(fn);
  checker.errors.push(...errors);
  const parameters = fn.parameters.map(({ name }) => name);
  const place: Place = { scope: fn.isAsync ? "async-function" : "function", isInLoop: false, isInGroup: false, enclosing: around.enclosing };
  checkDeclarations(statements, { place, parameters, checker });
  checkBlock(statements, { ...place, enclosing: new Set([...around.enclosing, ...boundNames(statements, parameters)]) }, checker);
}
