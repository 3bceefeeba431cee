/** Operators: numbers, strings and collections here; what a library type or a class defines, through its own model or method. */
import type { Location } from "../../../base/span.ts";
import type { Binary, Unary } from "../../../syntax/expression.ts";
import { counterOperation } from "../../builtins/counting.ts";
import { type Frame, placeOf } from "../../frame.ts";
import type { Machine } from "../../machine.ts";
import { bool, dict, float, int, list, set, tuple } from "../../make-value.ts";
import type { LibraryObject, Value } from "../../value.ts";
import { definesMethod, instanceOf } from "../../values/derived.ts";
import { scalarOf } from "../../values/enum-scalar.ts";
import { flagOperation } from "../../values/enumeration.ts";
import { distribute } from "../../values/one-of.ts";
import { assumptionsOf } from "../assumption.ts";
import { formatPercent } from "../text/percent-format.ts";
import { classUnion } from "../type-form.ts";
import { recordItems } from "./equality.ts";
import { asNumber, numberOperation } from "./number-arithmetic.ts";
import { operandWithoutResult, withoutResult } from "./operand-types.ts";

export interface Operands {
  readonly left: Value;
  readonly right: Value;
  readonly at: Location;
}

export function evaluateBinary(machine: Machine, node: Binary, frame: Frame): Value {
  const left = machine.evaluate(node.left, frame);
  const right = machine.evaluate(node.right, frame);
  return binaryOperation(machine, node.operator, { left, right, at: placeOf(frame, node) });
}

export function binaryOperation(machine: Machine, operator: string, operands: Operands): Value;
/** `overloads only`: `undefined` when neither side defines the operator itself. */
export function binaryOperation(machine: Machine, operator: string, operands: Operands, only: "overloads only"): Value | undefined;
export function binaryOperation(machine: Machine, operator: string, operands: Operands, only?: "overloads only"): Value | undefined {
  const { left, right, at } = operands;
  const overload = overloadOf(machine, operator, operands);
  if (overload || only) return overload;
  if (left.kind === "unknown") return left;
  if (right.kind === "unknown") return right;
  if (left.kind === "one-of") return distribute(left, (option) => binaryOperation(machine, operator, { left: option, right, at }));
  if (right.kind === "one-of") return distribute(right, (option) => binaryOperation(machine, operator, { left, right: option, at }));
  const result =
    flagOperation(operator, left, right) ?? builtinOperation(machine, operator, { left: plain(left), right: plain(right), at });
  if (!result) return withoutResult(machine, operator, { left: plain(left), right: plain(right), at });
  const assumes = assumptionsOf(left, right);
  return assumes && (result.kind === "str" || result.kind === "int") ? { ...result, assumes } : result;
}

/** Members of enums as their scalars, named tuples as tuples. */
function plain(value: Value): Value {
  const isTuple = value.kind === "instance" && value.class.flavour === "named-tuple";
  return (isTuple ? recordItems(value) : undefined) ?? scalarOf(value);
}

const DUNDER: Readonly<Record<string, readonly [string, string?]>> = {
  "+": ["__add__", "__radd__"],
  "-": ["__sub__", "__rsub__"],
  "*": ["__mul__", "__rmul__"],
  "/": ["__truediv__", "__rtruediv__"],
  "//": ["__floordiv__", "__rfloordiv__"],
  "%": ["__mod__", "__rmod__"],
  "**": ["__pow__", "__rpow__"],
  "@": ["__matmul__", "__rmatmul__"],
  "&": ["__and__", "__rand__"],
  "|": ["__or__", "__ror__"],
  "^": ["__xor__", "__rxor__"],
  "<<": ["__lshift__", "__rlshift__"],
  ">>": ["__rshift__", "__rrshift__"],
  "==": ["__eq__", "__eq__"],
  "!=": ["__ne__", "__ne__"],
  "<": ["__lt__", "__gt__"],
  "<=": ["__le__", "__ge__"],
  ">": ["__gt__", "__lt__"],
  ">=": ["__ge__", "__le__"],
  in: ["__contains__"],
};

function overloadOf(machine: Machine, operator: string, { left, right, at }: Operands): Value | undefined {
  const [method, reflected] = DUNDER[operator] ?? [];
  const args = { positional: [{ value: right, at }], keywords: new Map(), complete: true };
  for (const side of [left, right]) {
    const instance = instanceOf(side);
    if (side.kind !== "object" && !instance) continue;
    const name = side === left ? method : reflected;
    const own = name && instance ? ofClass(machine, side, { name, other: side === left ? right : left, at }) : undefined;
    if (own) return own;
    if (side.kind !== "object" && side.kind !== "instance") continue;
    const types = side.kind === "object" ? [side.type] : side.class.mro.flatMap((base) => (base.kind === "symbol" ? [base.name] : []));
    for (const type of types) {
      const result = operatorOfType(machine, type, { operator, left, right, at, args });
      if (result) return result;
    }
  }
  return undefined;
}

/** What the method of a class of the repository gives, unless it leaves the operator to the other side. */
function ofClass(
  machine: Machine,
  self: Value,
  { name, other, at }: { readonly name: string; readonly other: Value; readonly at: Location },
): Value | undefined {
  if (!definesMethod(self, name)) return undefined;
  const args = { positional: [{ value: other, at }], keywords: new Map(), complete: true };
  const result = machine.call(machine.attribute(self, name, at), args, at);
  return isNotImplemented(result) ? undefined : result;
}

function isNotImplemented(value: Value): boolean {
  return value.kind === "symbol" && value.name === "builtins.NotImplemented";
}

function operatorOfType(
  machine: Machine,
  type: string,
  call: { operator: string; left: Value; right: Value; at: Location; args: LibraryObject["args"] & object },
): Value | undefined {
  const model = machine.options.library.types.get(type);
  const result = model?.operator?.(call.operator, call.left, call.right, { args: call.args, at: call.at, interpreter: machine });
  if (result) return result;
  for (const base of model?.bases ?? []) {
    const inherited = operatorOfType(machine, base, call);
    if (inherited) return inherited;
  }
  return undefined;
}

function builtinOperation(machine: Machine, operator: string, { left, right, at }: Operands): Value | undefined {
  const [a, b] = [asNumber(left), asNumber(right)];
  if (a && b) {
    const isLogical = left.kind === "bool" && right.kind === "bool" && (operator === "&" || operator === "|" || operator === "^");
    const result = numberOperation(operator, a, b, at);
    return isLogical && result?.kind === "int" ? bool(Number(result.value) === 1) : result;
  }
  if (left.kind === "dict" && right.kind === "dict" && (left.counts || right.counts)) return counterOperation(operator, left, right);
  if (operator === "%" && left.kind === "str") return formatPercent(machine, left, right, at);
  if (operator === "+") return isTooLong(left, right, machine) ? tooLong(machine, at) : concatenate(left, right);
  if (operator === "*") return repeat(machine, left, right, at) ?? repeat(machine, right, left, at);
  if (operator === "|" && left.kind === "dict" && right.kind === "dict") {
    const entries = [...left.entries.values(), ...right.entries.values()].map((entry) => [entry.key, entry.value] as const);
    return dict(entries, left.gap ?? right.gap);
  }
  if (left.kind === "set" && right.kind === "set") return setOperation(operator, left, right);
  return operator === "|" ? classUnion(left, right, at) : undefined;
}

function isTooLong(left: Value, right: Value, machine: Machine): boolean {
  return lengthOf(left) + lengthOf(right) > machine.options.budget.size && left.kind === right.kind;
}

function lengthOf(value: Value): number {
  if (value.kind === "str" || value.kind === "bytes") return value.value.length;
  return value.kind === "list" || value.kind === "tuple" ? value.items.length : 0;
}

function tooLong(machine: Machine, at: Location): Value {
  return machine.unknown("limit", "the result is too long to be read", at);
}

function concatenate(left: Value, right: Value): Value | undefined {
  if (left.kind === "str" && right.kind === "str") return { kind: "str", value: left.value + right.value };
  if (left.kind === "bytes" && right.kind === "bytes") return { kind: "bytes", value: left.value + right.value };
  if (left.kind === "list" && right.kind === "list") return list([...left.items, ...right.items], left.gap ?? right.gap);
  if (left.kind === "tuple" && right.kind === "tuple") return tuple([...left.items, ...right.items], left.gap ?? right.gap);
  return undefined;
}

function repeat(machine: Machine, items: Value, times: Value, at: Location): Value | undefined {
  const count = times.kind === "int" || times.kind === "bool" ? Math.max(0, Number(times.value)) : undefined;
  if (count === undefined || !("items" in items || items.kind === "str" || items.kind === "bytes")) return undefined;
  const length =
    items.kind === "str" || items.kind === "bytes"
      ? items.value.length
      : items.kind === "list" || items.kind === "tuple"
        ? items.items.length
        : 0;
  if (length * count > machine.options.budget.size) return tooLong(machine, at);
  switch (items.kind) {
    case "str":
    case "bytes":
      return { kind: items.kind, value: items.value.repeat(count) };
    case "list":
      return list(Array.from({ length: count }, () => items.items).flat(), items.gap);
    case "tuple":
      return tuple(Array.from({ length: count }, () => items.items).flat(), items.gap);
    default:
      return undefined;
  }
}

function setOperation(operator: string, left: Extract<Value, { kind: "set" }>, right: Extract<Value, { kind: "set" }>): Value | undefined {
  const gap = left.gap ?? right.gap;
  const [a, b] = [[...left.items], [...right.items]];
  switch (operator) {
    case "|":
      return set([...left.items.values(), ...right.items.values()], gap, left.frozen);
    case "&":
      return set(
        a.filter(([key]) => right.items.has(key)).map(([, item]) => item),
        gap,
        left.frozen,
      );
    case "-":
      return set(
        a.filter(([key]) => !right.items.has(key)).map(([, item]) => item),
        gap,
        left.frozen,
      );
    case "^":
      return set(
        [...a.filter(([key]) => !right.items.has(key)), ...b.filter(([key]) => !left.items.has(key))].map(([, item]) => item),
        gap,
        left.frozen,
      );
    default:
      return undefined;
  }
}

export function evaluateUnary(machine: Machine, node: Unary, frame: Frame): Value {
  const operand = machine.evaluate(node.operand, frame);
  const at = placeOf(frame, node);
  if (node.operator === "not") {
    const verdict = machine.truth(operand);
    if (verdict !== "unknown") return bool(verdict === "no", assumptionsOf(operand));
    return operand.kind === "unknown"
      ? operand
      : machine.unknown("unsupported", "this condition is not decided", at, operand.kind === "one-of" ? operand.condition : undefined);
  }
  return signed(machine, node.operator, operand, at);
}

function signed(machine: Machine, operator: "-" | "+" | "~", operand: Value, at: Location): Value {
  if (operand.kind === "unknown") return operand;
  if (operand.kind === "one-of") return distribute(operand, (option) => signed(machine, operator, option, at));
  const number = asNumber(operand);
  if (number?.kind === "float" && operator !== "~") return float(operator === "-" ? -number.value : number.value);
  if (number?.kind === "int") {
    const value = BigInt(number.value);
    return int(operator === "-" ? -value : operator === "~" ? ~value : value);
  }
  const method = { "-": "__neg__", "+": "__pos__", "~": "__invert__" }[operator];
  if (definesMethod(operand, method))
    return machine.call(machine.attribute(operand, method, at), { positional: [], keywords: new Map(), complete: true }, at);
  const overload =
    operand.kind === "object"
      ? operatorOfType(machine, operand.type, {
          operator: `unary${operator}`,
          left: operand,
          right: operand,
          at,
          args: { positional: [], keywords: new Map(), complete: true },
        })
      : undefined;
  return overload ?? operandWithoutResult(machine, operator, operand, at);
}
