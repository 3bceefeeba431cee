/**
 * Joins: what is left of a value after a condition that nobody could decide. Options are few and flat; past the bound the
 * join is simply unknown, since nothing useful can be said of it.
 */
import { exhaustive } from "../../base/exhaustive.ts";
import { PythonRaise } from "../python-raise.ts";
import type { OneOf, Unknown, Value } from "../value.ts";

const MOST_OPTIONS = 8;

/** Joins what two branches left; `undefined` is "nothing there". Equal sides join to themselves. */
export function join(left: Value | undefined, right: Value | undefined, condition: Unknown): Value | undefined {
  if (left === right) return left;
  const options: Value[] = [];
  let maybeAbsent = false;
  for (const side of [left, right]) {
    if (side === undefined) maybeAbsent = true;
    else if (side.kind === "one-of") {
      options.push(...side.options);
      maybeAbsent ||= side.maybeAbsent;
    } else options.push(side);
  }
  return oneOf(options, maybeAbsent, condition);
}

export function oneOf(options: readonly Value[], maybeAbsent: boolean, condition: Unknown): Value {
  const distinct = options.filter((option, index) => !options.slice(0, index).some((earlier) => sameScalar(earlier, option)));
  const [only] = distinct;
  if (only && distinct.length === 1 && !maybeAbsent) return only;
  if (distinct.length > MOST_OPTIONS || !only) return condition;
  return { kind: "one-of", options: distinct, maybeAbsent, condition };
}

/** An item that is there only if `condition` holds. */
export function perhaps(value: Value, condition: Unknown): Value {
  return value.kind === "one-of" && value.maybeAbsent ? value : oneOf(value.kind === "one-of" ? value.options : [value], true, condition);
}

/**
 * Applies an operation to each option: `f(a or b)` is `f(a) or f(b)`. An option that raises is taken for one that cannot be, since the code
 * is meant to load, as a branch that raises is; unless all of them do.
 */
export function distribute(value: OneOf, operation: (option: Value) => Value): Value {
  const results: Value[] = [];
  let maybeAbsent = value.maybeAbsent;
  let raised: PythonRaise | undefined;
  for (const option of value.options) {
    const result = attempt(operation, option);
    if (result instanceof PythonRaise) {
      raised = result;
      continue;
    }
    if (result.kind === "one-of") {
      results.push(...result.options);
      maybeAbsent ||= result.maybeAbsent;
    } else results.push(result);
  }
  if (raised && results.length === 0) throw raised;
  return oneOf(results, maybeAbsent, value.condition);
}

function attempt(operation: (option: Value) => Value, option: Value): Value | PythonRaise {
  try {
    return operation(option);
  } catch (thrown) {
    if (thrown instanceof PythonRaise) return thrown;
    throw thrown;
  }
}

function sameScalar(left: Value, right: Value): boolean {
  if (left === right) return true;
  switch (left.kind) {
    case "none":
    case "ellipsis":
      return left.kind === right.kind;
    case "bool":
    case "int":
    case "float":
    case "str":
    case "bytes":
      return left.kind === right.kind && left.value === right.value;
    case "symbol":
      return right.kind === "symbol" && left.name === right.name;
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "iterator":
    case "function":
    case "bound-method":
    case "native":
    case "class":
    case "instance":
    case "module":
    case "object":
    case "one-of":
    case "unknown":
      return false;
    default:
      return exhaustive(left);
  }
}
