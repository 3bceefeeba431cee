/**
 * What CPython's compiler refuses after its parser has read a file: `break` outside of a loop, `await` where nothing is asynchronous, a
 * `global` that comes too late, targets that are none. Bodies are deferred, and lowering them all would cost as much as parsing: only those are
 * looked into in whose text something stands that could be refused.
 */
import type { FunctionDefinition, PythonSyntaxError, Statement } from "../statement.ts";
import { checkBlock, checkFutureImports } from "./blocks.ts";
import type { Checker, LoweredBody, Place } from "./checker.ts";
import { checkDeclarations } from "./scope-declarations.ts";

export function compilerErrors(
  text: string,
  body: readonly Statement[],
  bodyOf: (fn: FunctionDefinition) => LoweredBody,
): readonly PythonSyntaxError[] {
  const checker: Checker = { text, errors: [], bodyOf };
  const place: Place = { scope: "module", isInLoop: false, isInGroup: false, enclosing: new Set() };
  checkFutureImports(body, checker);
  checkDeclarations(body, { place, parameters: [], checker });
  checkBlock(body, place, checker);
  return checker.errors;
}
