/** Operators of Jinja expressions, with Python's meaning. `and` and `or` decide early where one side is enough. */

import { compareKeys } from "../../base/order.ts";
import type { BinaryExpression, BinaryOperator, CompareExpression, CompareOperator, UnaryExpression } from "../../formats/jinja/syntax.ts";
import {
  type DbtUnknown,
  type DbtValue,
  dbtUnknown,
  equalValues,
  findUnknown,
  isFloat,
  isMapping,
  isUnknown,
  numberOf,
  pythonStr,
  truthOf,
} from "../value.ts";
import type { JinjaRun, JinjaScope } from "./run.ts";
import { iterate } from "./sequence.ts";

/** Longer text or lists than this are nobody's model. */
const MAX_LENGTH = 1_000_000;

export function applyUnary(operator: UnaryExpression["operator"], operand: DbtValue): DbtValue {
  if (operator === "not") {
    const truth = truthOf(operand);
    return typeof truth === "boolean" ? !truth : truth;
  }
  const number = numberOf(operand);
  if (number === undefined) return findUnknown(operand) ?? refused(operator);
  return made(operator === "-" ? -number : number, isFloat(operand));
}

export function applyBinary(run: JinjaRun, scope: JinjaScope, expression: BinaryExpression): DbtValue {
  const { operator } = expression;
  const left = run.evaluate(scope, expression.left);
  if (operator === "and" || operator === "or") {
    const truth = truthOf(left);
    if (truth === (operator === "or")) return left;
    const right = run.evaluate(scope, expression.right);
    if (typeof truth === "boolean") return right;
    return truthOf(right) === (operator === "or") ? right : truth;
  }
  return arithmetic(operator, left, run.evaluate(scope, expression.right));
}

function arithmetic(operator: BinaryOperator, left: DbtValue, right: DbtValue): DbtValue {
  if (isUnknown(left)) return left;
  if (isUnknown(right)) return right;
  const numbers = [numberOf(left), numberOf(right)];
  if (numbers[0] !== undefined && numbers[1] !== undefined) return calculate(operator, [left, numbers[0]], [right, numbers[1]]);
  if (operator === "+") return added(left, right);
  if (operator === "*" && typeof left === "string" && numbers[1] !== undefined) return repeated(left, numbers[1]);
  if (operator === "%" && typeof left === "string") return formatted(left, Array.isArray(right) ? right : [right]);
  return findUnknown(left) ?? findUnknown(right) ?? refused(operator);
}

function added(left: DbtValue, right: DbtValue): DbtValue {
  if (typeof left === "string" && typeof right === "string" && left.length + right.length <= MAX_LENGTH) return left + right;
  if (Array.isArray(left) && Array.isArray(right) && left.length + right.length <= MAX_LENGTH) return [...left, ...right];
  return findUnknown(left) ?? findUnknown(right) ?? refused("+");
}

function repeated(text: string, times: number): DbtValue {
  return text.length * times > MAX_LENGTH ? dbtUnknown("limit", "the text is too long") : text.repeat(Math.max(0, times));
}

/** `"%s_%d" % (a, b)`: the plain conversions. */
function formatted(text: string, values: readonly DbtValue[]): DbtValue {
  const unknown = findUnknown([...values]);
  if (unknown !== undefined) return unknown;
  let next = 0;
  return text.replace(/%(%|0?\d*[sdir])/g, (whole, conversion: string) => {
    if (conversion === "%") return "%";
    const value = pythonStr(values[next++] ?? "");
    const width = /^(0?)(\d*)/.exec(conversion);
    return width?.[2] ? value.padStart(Number(width[2]), width[1] === "0" ? "0" : " ") : whole && value;
  });
}

function calculate(operator: BinaryOperator, [left, a]: readonly [DbtValue, number], [right, b]: readonly [DbtValue, number]): DbtValue {
  const float = isFloat(left) || isFloat(right);
  if (b === 0 && (operator === "/" || operator === "//" || operator === "%")) return dbtUnknown("unsupported", "division by zero");
  switch (operator) {
    case "+":
      return made(a + b, float);
    case "-":
      return made(a - b, float);
    case "*":
      return made(a * b, float);
    case "/":
      return made(a / b, true);
    case "//":
      return made(Math.floor(a / b), float);
    case "%":
      return made(((a % b) + b) % b, float);
    default:
      return made(a ** b, float || b < 0);
  }
}

function made(value: number, float: boolean): DbtValue {
  return float ? { kind: "float", value } : value;
}

function refused(operator: string): DbtUnknown {
  return dbtUnknown("unsupported", `\`${operator}\` is not defined for these values`);
}

export function applyCompare(run: JinjaRun, scope: JinjaScope, { first, rest }: CompareExpression): DbtValue {
  let left = run.evaluate(scope, first);
  for (const { operator, operand } of rest) {
    const right = run.evaluate(scope, operand);
    const truth = compared(operator, left, right);
    if (truth !== true) return truth;
    left = right;
  }
  return true;
}

function compared(operator: CompareOperator, left: DbtValue, right: DbtValue): boolean | DbtUnknown {
  if (operator === "==") return equalValues(left, right);
  if (operator === "!=" || operator === "not in") {
    const truth = operator === "!=" ? equalValues(left, right) : contains(right, left);
    return typeof truth === "boolean" ? !truth : truth;
  }
  if (operator === "in") return contains(right, left);
  const order = orderOf(left, right);
  if (typeof order !== "number") return order;
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

export function orderOf(left: DbtValue, right: DbtValue): number | DbtUnknown {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return a - b;
  if (typeof left === "string" && typeof right === "string") return compareKeys(left, right);
  return findUnknown(left) ?? findUnknown(right) ?? refused("<");
}

export function contains(container: DbtValue, item: DbtValue): boolean | DbtUnknown {
  if (isUnknown(item)) return item;
  if (typeof container === "string") return container.includes(pythonStr(item));
  if (isMapping(container)) return container.has(pythonStr(item));
  const items = iterate(container);
  if (isUnknown(items)) return items;
  let undecided: DbtUnknown | undefined;
  for (const candidate of items) {
    const equal = equalValues(candidate, item);
    if (equal === true) return true;
    if (equal !== false) undecided ??= equal;
  }
  return undecided ?? false;
}
