/** What a model may ask of the interpreter. */

import type { SourceTree } from "../base/source-tree.ts";
import type { Location } from "../base/span.ts";
import type { Expression } from "../syntax/expression.ts";
import type { FunctionDefinition, Statement } from "../syntax/statement.ts";
import type { SourceFile } from "./files/source-file.ts";
import type { CallArguments } from "./library.ts";
import type { FunctionValue, LibraryObject, Scope, Unknown, UnknownReason, Value, Verdict } from "./value.ts";

export interface Interpreter {
  readonly tree: SourceTree;
  /** The environment that the code is read in; what is not in it is unset. */
  readonly environment: ReadonlyMap<string, string>;

  call(callee: Value, args: CallArguments, at: Location): Value;
  attribute(object: Value, name: string, at: Location): Value;
  subscript(object: Value, index: Value, at: Location): Value;
  /** The items of an iterable. `gap` says why there may be more. */
  iterate(value: Value, at: Location): { readonly items: readonly Value[]; readonly gap?: Unknown };
  truth(value: Value): Verdict;
  equal(left: Value, right: Value): Verdict;
  /** `str(value)`: a str, or an unknown. */
  toStr(value: Value, at: Location): Value;
  /** True when the value is of the named library type, itself or by inheritance (`dagster.ConfigurableResource`). */
  isInstance(value: Value, type: string): boolean;
  /** What a star import of a library's module binds, where that is known. */
  exportsOf(module: string): ReadonlySet<string> | undefined;
  /** The same for a class or symbol: is it, or does it derive from, the named library class? */
  isSubclass(value: Value, type: string): boolean;

  /** An annotation in the scope where the function stands; string annotations are parsed and resolved. */
  annotation(expression: Expression, scope: Scope): Value;
  /** Any expression in a scope of a module with a file; raises as Python does. */
  evaluateIn(expression: Expression, scope: Scope): Value;
  /** Text as an expression; `undefined` when it is none. */
  parseExpression(text: string): Expression | undefined;
  /** Imports a module by its dotted name as code in `from` would. */
  importModule(name: string, at: Location): Value;
  /** A module by its file, executed if it was not yet. `undefined` when there is no such file. */
  moduleOfFile(path: string, at: Location): Value | undefined;
  /** Text of a file of the repository, or an unknown (absent, not loaded yet, not UTF-8). */
  readText(path: string, at: Location): string | Unknown;

  unknown(reason: UnknownReason, message: string, at: Location, cause?: Unknown): Unknown;
  /** The library stops loading here for certain, unless a condition or a `try` stands around it: told as a problem of the code location. */
  refuse(gap: Unknown): void;
  /** A library object made here and now: condition, assumptions and trace are taken from where the interpreter stands. Every one is logged in the order of its making. A Map of fields becomes the object's own. */
  object(
    type: string,
    fields: Iterable<readonly [string, Value]>,
    made: { readonly at: Location; readonly args?: CallArguments; readonly payload?: unknown },
  ): LibraryObject;
  /** The module whose code is running: `__name__` and its file, for loaders that look at their caller. */
  currentModule(): Value;
  /** Statements of a function's body, for reading facts. Never evaluated by this. */
  bodyOf(fn: FunctionValue): readonly Statement[];
  /** The same for a function that no value stands for, because nothing has come to it. */
  statementsOf(file: SourceFile, definition: FunctionDefinition): readonly Statement[];
}
