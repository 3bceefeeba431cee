/** Number literals. */
import type { NumberLiteral } from "../../syntax/expression.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { int } from "../make-value.ts";
import type { Value } from "../value.ts";

/** Nearly all: digits that a number holds without loss. */
const PLAIN_INT = /^(?:0|[1-9]\d{0,14})$/;

export function evaluateNumber(machine: Machine, node: NumberLiteral, frame: Frame): Value {
  if (PLAIN_INT.test(node.text)) return { kind: "int", value: Number(node.text), origin: placeOf(frame, node) };
  const text = node.text.replaceAll("_", "").toLowerCase();
  if (/^(0x[0-9a-f]+|0o[0-7]+|0b[01]+|\d+)$/.test(text))
    return { ...int(BigInt(/^0\d/.test(text) ? text.replace(/^0+(?=\d)/, "") : text)), origin: placeOf(frame, node) };
  const value = Number(text);
  if (Number.isNaN(value)) return machine.unknown("unsupported", `the number \`${node.text}\` is not read`, placeOf(frame, node));
  return { kind: "float", value, origin: placeOf(frame, node) };
}
