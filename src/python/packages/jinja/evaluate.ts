/** A Jinja expression's value: turned into Python, evaluated in a scope of the template's names. */
import type { JinjaExpression } from "../../../formats/jinja/syntax.ts";
import type { Expression } from "../../../syntax/expression.ts";
import type { Interpreter } from "../../interpreter.ts";
import type { CallContext } from "../../library.ts";
import type { ModuleValue, Scope, Value } from "../../value.ts";
import { FILTER, TEST, toPythonExpression } from "./python-expression.ts";

export interface TemplatePlace {
  readonly interpreter: Interpreter;
  /** The module that template expressions stand in. */
  readonly module: ModuleValue;
  readonly at: CallContext["at"];
}

/** `onMissing` says what an expression with a name that nothing binds is worth; `undefined` binds the name to the value that it gave. */
export function evaluateExpression(
  expression: JinjaExpression,
  names: ReadonlyMap<string, Value>,
  place: TemplatePlace,
  onMissing: (name: string) => { readonly refused: Value } | { readonly bound: Value },
): Value {
  const { interpreter, module, at } = place;
  const python = toPythonExpression(expression, at);
  const bound = new Map(names);
  for (const name of namesIn(python)) {
    if (bound.has(name)) continue;
    if (name.startsWith(FILTER) || name.startsWith(TEST))
      return interpreter.unknown("unsupported", `the Jinja ${name.slice(1)} is not read`, at);
    const missing = onMissing(name);
    if ("refused" in missing) return missing.refused;
    bound.set(name, missing.bound);
  }
  const scope: Scope = { kind: "function", names: bound, module };
  return interpreter.evaluateIn(python, scope);
}

function namesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== "object" || node === null) return [];
  const { kind, id } = node as { readonly kind?: unknown; readonly id?: unknown };
  return kind === "name" && typeof id === "string" ? [id] : Object.values(node as Partial<Expression>).flatMap(namesIn);
}
