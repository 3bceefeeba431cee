/** Arithmetic of whole and floating-point numbers, as Python's: exact integers, rounding towards minus infinity. */
import type { Location } from "../../../base/span.ts";
import { float, int } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { FloatValue, IntValue, Value } from "../../value.ts";

/** A number, or the number that a bool is. */
export function asNumber(value: Value): IntValue | FloatValue | undefined {
  if (value.kind === "int" || value.kind === "float") return value;
  return value.kind === "bool" ? { kind: "int", value: Number(value.value) } : undefined;
}

export function numberOperation(
  operator: string,
  left: IntValue | FloatValue,
  right: IntValue | FloatValue,
  at: Location,
): Value | undefined {
  if (["/", "//", "%"].includes(operator) && Number(right.value) === 0) return raise("ZeroDivisionError", "division by zero", at);
  if (left.kind === "float" || right.kind === "float" || operator === "/")
    return floatArithmetic(operator, Number(left.value), Number(right.value));
  const [a, b] = [BigInt(left.value), BigInt(right.value)];
  switch (operator) {
    case "+":
      return int(a + b);
    case "-":
      return int(a - b);
    case "*":
      return int(a * b);
    case "//":
      return int(floorDivide(a, b));
    case "%":
      return int(a - floorDivide(a, b) * b);
    case "**":
      if (b < 0n) return float(Number(a) ** Number(b));
      return b <= 4096n ? int(a ** b) : undefined;
    case "&":
      return int(a & b);
    case "|":
      return int(a | b);
    case "^":
      return int(a ^ b);
    case "<<":
      return b >= 0n && b <= 4096n ? int(a << b) : undefined;
    case ">>":
      return b >= 0n ? int(a >> b) : undefined;
    default:
      return undefined;
  }
}

/** Python rounds towards minus infinity, BigInt towards zero. */
function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function floatArithmetic(operator: string, a: number, b: number): Value | undefined {
  switch (operator) {
    case "+":
      return float(a + b);
    case "-":
      return float(a - b);
    case "*":
      return float(a * b);
    case "/":
      return float(a / b);
    case "//":
      return float(Math.floor(a / b));
    case "%":
      return float(a - Math.floor(a / b) * b);
    case "**":
      return float(a ** b);
    default:
      return undefined;
  }
}
