/** Is a body that of a generator? Nested functions and lambdas do not count. */
import type { Expression } from "../../syntax/expression.ts";
import type { Statement } from "../../syntax/statement.ts";

const known = new WeakMap<object, boolean>();

/** A body, one statement of it, or an expression in one. */
export function containsYield(body: readonly Statement[] | Statement | Expression): boolean {
  let result = known.get(body);
  if (result === undefined) {
    result = "kind" in body ? hasYield(body) : body.some(hasYield);
    known.set(body, result);
  }
  return result;
}

function hasYield(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasYield);
  if (typeof node !== "object" || node === null) return false;
  const { kind } = node as { kind?: unknown };
  if (kind === "yield") return true;
  if (kind === "function" || kind === "lambda" || kind === "class") return false;
  return Object.values(node).some(hasYield);
}
