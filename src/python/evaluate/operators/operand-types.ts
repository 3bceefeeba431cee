/**
 * Which builtin types an operator does not take together. A set may stand for a view of keys, a list for one of values, a dict for a counter: what these
 * have operators for is not refused.
 */
import type { Location } from "../../../base/span.ts";
import { certainlyLacks } from "../../attribute/known-members.ts";
import { fails, typeNameOf } from "../../failure.ts";
import type { Machine } from "../../machine.ts";
import type { Unknown, Value } from "../../value.ts";
import { instanceOf } from "../../values/derived.ts";

interface Operands {
  readonly left: Value;
  readonly right: Value;
  readonly at: Location;
}

const NUMBERS: ReadonlySet<Value["kind"]> = new Set(["bool", "int", "float"]);
const SEQUENCES: ReadonlySet<Value["kind"]> = new Set(["str", "bytes", "list", "tuple"]);
const SCALARS: ReadonlySet<Value["kind"]> = new Set(["none", "bool", "int", "float"]);
const KNOWN: ReadonlySet<Value["kind"]> = new Set([...SCALARS, ...SEQUENCES, "set", "dict", "function"]);

/** A value of a class of the repository may have operators of its own. */
function isKnown(value: Value): boolean {
  return KNOWN.has(value.kind) && !instanceOf(value);
}

/** Objects of a library of which it is known that they have no such operator; beside them only what has none for objects. */
function areWithout(machine: Machine, operator: string, { left, right }: Operands): boolean {
  const methods = METHODS[operator];
  if (!methods || (left.kind !== "object" && right.kind !== "object")) return false;
  const isWithout = (value: Value): boolean =>
    value.kind === "object" ? certainlyLacks(machine, value, ...methods) : isKnown(value) && !(operator === "%" && value.kind === "str");
  return isWithout(left) && isWithout(right);
}

/** Of the left and of the right side. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  "+": ["__add__", "__radd__"],
  "-": ["__sub__", "__rsub__"],
  "*": ["__mul__", "__rmul__"],
  "/": ["__truediv__", "__rtruediv__"],
  "//": ["__floordiv__", "__rfloordiv__"],
  "%": ["__mod__", "__rmod__"],
  "@": ["__matmul__", "__rmatmul__"],
  "&": ["__and__", "__rand__"],
  "|": ["__or__", "__ror__"],
  "^": ["__xor__", "__rxor__"],
  "<<": ["__lshift__", "__rlshift__"],
  ">>": ["__rshift__", "__rrshift__"],
  "<": ["__lt__", "__gt__"],
  "<=": ["__le__", "__ge__"],
  ">": ["__lt__", "__gt__"],
  ">=": ["__le__", "__ge__"],
};

/** What Python raises where neither side knows the operator; our own gap where one may. */
export function withoutResult(machine: Machine, operator: string, { left, right, at }: Operands): Unknown {
  const mayBe = !isKnown(left) || !isKnown(right) || mayBeTaken(operator, left, right);
  if (mayBe && !areWithout(machine, operator, { left, right, at }))
    return machine.unknown("unsupported", `\`${operator}\` between ${left.kind} and ${right.kind} is not read`, at);
  return fails(machine, { exception: "TypeError", message: binaryMessage(operator, left, right), at, values: [left, right] });
}

function mayBeTaken(operator: string, left: Value, right: Value): boolean {
  const areNumbers = NUMBERS.has(left.kind) && NUMBERS.has(right.kind);
  switch (operator) {
    case "+":
      return areNumbers || left.kind === right.kind;
    case "*":
      return areNumbers || (SEQUENCES.has(left.kind) && isCount(right)) || (SEQUENCES.has(right.kind) && isCount(left));
    case "%":
      return areNumbers || left.kind === "str" || left.kind === "bytes";
    case "-":
      return areNumbers || ![left, right].some(({ kind }) => SCALARS.has(kind) || kind === "str");
    case "|":
      return areNumbers || ![left, right].some(({ kind }) => NUMBERS.has(kind));
    case "&":
    case "^":
      return areNumbers || ![left, right].some(({ kind }) => SCALARS.has(kind));
    default:
      return areNumbers;
  }
}

function isCount({ kind }: Value): boolean {
  return kind === "int" || kind === "bool";
}

function binaryMessage(operator: string, left: Value, right: Value): string {
  const [a, b] = [typeNameOf(left), typeNameOf(right)];
  if (operator === "+" && SEQUENCES.has(left.kind)) return `can only concatenate ${a} (not "${b}") to ${a}`;
  if (operator === "*" && SEQUENCES.has(left.kind)) return `can't multiply sequence by non-int of type '${b}'`;
  if (operator === "*" && SEQUENCES.has(right.kind)) return `can't multiply sequence by non-int of type '${a}'`;
  return `unsupported operand type(s) for ${operator === "**" ? "** or pow()" : operator}: '${a}' and '${b}'`;
}

export function operandWithoutResult(machine: Machine, operator: string, operand: Value, at: Location): Unknown {
  if (!isKnown(operand) || NUMBERS.has(operand.kind) || operand.kind === "dict")
    return machine.unknown("unsupported", `\`${operator}\` of ${operand.kind} is not read`, at);
  const message = `bad operand type for unary ${operator}: '${typeNameOf(operand)}'`;
  return fails(machine, { exception: "TypeError", message, at, values: [operand] });
}

/** `<` and its kin. */
export function refusedOrder(machine: Machine, operator: string, { left, right, at }: Operands): Unknown | undefined {
  const types = [left, right].map(({ kind }) => (NUMBERS.has(kind) ? "number" : kind));
  // The views of a dict are held as lists, and compare with sets.
  if (types.includes("list") && types.includes("set")) return undefined;
  const areObjects = areWithout(machine, operator, { left, right, at });
  if (!areObjects && (!isKnown(left) || !isKnown(right))) return undefined;
  if (!areObjects && types[0] === types[1] && left.kind !== "none" && left.kind !== "function") return undefined;
  const message = `'${operator}' not supported between instances of '${typeNameOf(left)}' and '${typeNameOf(right)}'`;
  return fails(machine, { exception: "TypeError", message, at, values: [left, right] });
}
