/** Comparisons, chained as Python chains them. */
import { exhaustive } from "../../../base/exhaustive.ts";
import type { Location } from "../../../base/span.ts";
import type { Comparison, ComparisonOperator } from "../../../syntax/expression.ts";
import { ofMetaclass } from "../../attribute/class-attribute.ts";
import { type Frame, placeOf } from "../../frame.ts";
import { NO_KEYWORDS } from "../../library.ts";
import type { Machine } from "../../machine.ts";
import { bool } from "../../make-value.ts";
import type { Value, Verdict } from "../../value.ts";
import { instanceOf } from "../../values/derived.ts";
import { scalarOf } from "../../values/enum-scalar.ts";
import { flagsIn } from "../../values/enumeration.ts";
import { hashKey } from "../../values/hash-key.ts";
import { assumptionsOf } from "../assumption.ts";
import { binaryOperation } from "./arithmetic.ts";
import { recordItems } from "./equality.ts";
import { refusedOrder } from "./operand-types.ts";

export function evaluateComparison(machine: Machine, node: Comparison, frame: Frame): Value {
  let left = machine.evaluate(node.first, frame);
  let result: Value = bool(true);
  for (const { operator, operand } of node.rest) {
    const right = machine.evaluate(operand, frame);
    result = compare(machine, operator, { left, right, at: placeOf(frame, node) });
    if (machine.truth(result) === "no") return result;
    left = right;
  }
  return result;
}

interface Operands {
  readonly left: Value;
  readonly right: Value;
  readonly at: Location;
}

export function compare(machine: Machine, operator: ComparisonOperator, operands: Operands): Value {
  const { left, right, at } = operands;
  const assumes = assumptionsOf(left, right);
  const verdict = verdictOf(machine, operator, operands);
  if (typeof verdict !== "string") return verdict;
  if (verdict !== "unknown") return bool(verdict === "yes", assumes);
  const [cause] = [left, right].flatMap((side) => (side.kind === "unknown" ? [side] : side.kind === "one-of" ? [side.condition] : []));
  return machine.unknown(cause?.reason ?? "unsupported", cause?.message ?? "this comparison is not decided", at, cause);
}

function verdictOf(machine: Machine, operator: ComparisonOperator, operands: Operands): Verdict | Value {
  const { left, right, at } = operands;
  switch (operator) {
    case "==":
      return overloaded(machine, "==", operands) ?? machine.equal(left, right);
    case "!=":
      return overloaded(machine, "!=", operands) ?? unequal(machine, operands);
    case "is":
      return identical(machine, left, right);
    case "is not":
      return not(identical(machine, left, right));
    case "in":
      return overloaded(machine, "in", { left: right, right: left, at }) ?? contains(machine, right, left, at);
    case "not in": {
      const own = overloaded(machine, "in", { left: right, right: left, at });
      return own?.kind === "bool" ? bool(!own.value, own.assumes) : not(own ? machine.truth(own) : contains(machine, right, left, at));
    }
    case "<":
    case "<=":
    case ">":
    case ">=":
      return overloaded(machine, operator, operands) ?? orderedOrRefused(machine, operator, operands);
    default:
      return exhaustive(operator);
  }
}

function orderedOrRefused(machine: Machine, operator: "<" | "<=" | ">" | ">=", { left, right, at }: Operands): Verdict | Value {
  const verdict = ordered(left, right, operator);
  if (verdict !== "unknown") return verdict;
  return refusedOrder(machine, operator, { left: comparable(left), right: comparable(right), at }) ?? verdict;
}

/** Library types (dates, paths) and classes of the repository may define the operator. */
function overloaded(machine: Machine, operator: string, { left, right, at }: Operands): Value | undefined {
  if (left.kind !== "object" && right.kind !== "object" && !instanceOf(left) && !instanceOf(right)) return undefined;
  return binaryOperation(machine, operator, { left, right, at }, "overloads only");
}

/** Where only `__eq__` is defined, `!=` is its opposite. */
function unequal(machine: Machine, operands: Operands): Verdict {
  const own = overloaded(machine, "==", operands);
  return not(own ? machine.truth(own) : machine.equal(operands.left, operands.right));
}

function not(verdict: Verdict): Verdict {
  if (verdict === "unknown") return verdict;
  return verdict === "yes" ? "no" : "yes";
}

function identical(machine: Machine, left: Value, right: Value): Verdict {
  if (left.kind === "unknown" || right.kind === "unknown" || left.kind === "one-of" || right.kind === "one-of")
    return machine.equal(left, right);
  if (left.kind === "none" || right.kind === "none") return left.kind === right.kind ? "yes" : "no";
  if (left.kind === "list" || left.kind === "dict" || left.kind === "set") return left === right ? "yes" : "no";
  return machine.equal(left, right);
}

/** `item in container`. */
export function contains(machine: Machine, container: Value, item: Value, at: Location): Verdict {
  if (container.kind === "unknown" || item.kind === "unknown") return "unknown";
  if (container.kind === "class" && ofMetaclass(container, "__contains__")) {
    const args = { positional: [{ value: item, at }], keywords: NO_KEYWORDS, complete: true };
    return machine.truth(machine.call(machine.attribute(container, "__contains__", at), args, at));
  }
  if (container.kind === "str") return item.kind === "str" ? yesNo(container.value.includes(item.value)) : "unknown";
  if (container.kind === "dict" || container.kind === "set") {
    const table: ReadonlyMap<string, unknown> = container.kind === "dict" ? container.entries : container.items;
    const key = hashKey(item);
    if (key !== undefined && table.has(key)) return "yes";
    return key !== undefined && container.complete ? "no" : "unknown";
  }
  const [flags, wanted] = [flagsIn(container), flagsIn(item)];
  if (flags && wanted) return yesNo(wanted.every((flag) => flags.includes(flag)));
  const { items, gap } = machine.iterate(container, at);
  const verdicts = items.map((candidate) => machine.equal(candidate, item));
  if (verdicts.includes("yes")) return "yes";
  return gap || verdicts.includes("unknown") ? "unknown" : "no";
}

function yesNo(value: boolean): Verdict {
  return value ? "yes" : "no";
}

/** `<` and its kin on numbers, strings and sequences of them. */
export function ordered(left: Value, right: Value, operator: "<" | "<=" | ">" | ">="): Verdict {
  const order = orderOf(left, right);
  if (order === undefined) return setOrder(left, right, operator);
  switch (operator) {
    case "<":
      return yesNo(order < 0);
    case "<=":
      return yesNo(order <= 0);
    case ">":
      return yesNo(order > 0);
    case ">=":
      return yesNo(order >= 0);
    default:
      return exhaustive(operator);
  }
}

/** Members of enums as their scalars, records as tuples. */
function comparable(value: Value): Value {
  return (value.kind === "instance" ? recordItems(value) : undefined) ?? scalarOf(value);
}

/** Negative, zero or positive; `undefined` when the two cannot be ordered here. */
export function orderOf(first: Value, second: Value): number | undefined {
  const [left, right] = [comparable(first), comparable(second)];
  const [a, b] = [numeric(left), numeric(right)];
  if (a !== undefined && b !== undefined) return a < b ? -1 : a > b ? 1 : 0;
  if (left.kind === "str" && right.kind === "str") return compareCodePoints(left.value, right.value);
  if ((left.kind === "tuple" && right.kind === "tuple") || (left.kind === "list" && right.kind === "list")) {
    if (!left.complete || !right.complete) return undefined;
    for (const [index, item] of left.items.entries()) {
      const other = right.items[index];
      if (!other) return 1;
      const order = orderOf(item, other);
      if (order !== 0) return order;
    }
    return left.items.length - right.items.length;
  }
  return undefined;
}

function setOrder(left: Value, right: Value, operator: string): Verdict {
  if (left.kind !== "set" || right.kind !== "set" || !left.complete || !right.complete) return "unknown";
  const [small, large] = operator.startsWith("<") ? [left, right] : [right, left];
  const subset = [...small.items.keys()].every((key) => large.items.has(key));
  return yesNo(subset && (operator.endsWith("=") || small.items.size < large.items.size));
}

function numeric(value: Value): number | bigint | undefined {
  if (value.kind === "int" || value.kind === "float") return value.value;
  return value.kind === "bool" ? Number(value.value) : undefined;
}

/** Python orders strings by code point, JavaScript by code unit. */
function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  const [a, b] = [[...left], [...right]];
  for (const [index, character] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (character !== other) return (character.codePointAt(0) as number) - (other.codePointAt(0) as number);
  }
  return a.length - b.length;
}
