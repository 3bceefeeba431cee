/** f-strings. */
import type { FormattedString, FormattedValue } from "../../../syntax/expression.ts";
import { type Frame, placeOf } from "../../frame.ts";
import type { Machine } from "../../machine.ts";
import type { Value } from "../../value.ts";
import { distribute } from "../../values/one-of.ts";
import { assumptionsOf } from "../assumption.ts";
import { formatValue } from "./format-spec.ts";
import { representationOf } from "./stringify.ts";

export function evaluateFormattedString(machine: Machine, node: FormattedString, frame: Frame): Value {
  return concatenateParts(machine, node.parts, frame, node);
}

function concatenateParts(
  machine: Machine,
  parts: readonly (string | FormattedValue)[],
  frame: Frame,
  node: { start: number; end: number },
): Value {
  let result: Value = { kind: "str", value: "" };
  for (const part of parts) {
    const next: Value = typeof part === "string" ? { kind: "str", value: part } : evaluatePart(machine, part, frame);
    result = append(result, next);
    if (result.kind === "unknown") return result;
  }
  return result.kind === "str" ? { ...result, origin: placeOf(frame, node) } : result;
}

function append(left: Value, right: Value): Value {
  if (left.kind === "one-of") return distribute(left, (option) => append(option, right));
  if (right.kind === "one-of") return distribute(right, (option) => append(left, option));
  if (left.kind !== "str") return left;
  if (right.kind !== "str") return right;
  const assumes = assumptionsOf(left, right);
  return { kind: "str", value: left.value + right.value, ...(assumes && { assumes }) };
}

function evaluatePart(machine: Machine, part: FormattedValue, frame: Frame): Value {
  const at = placeOf(frame, part);
  const value = machine.evaluate(part.value, frame);
  const converted =
    part.conversion === undefined ? value : part.conversion === "s" ? machine.toStr(value, at) : representationOf(machine, value, at);
  const format = part.format ? concatenateParts(machine, part.format, frame, part) : undefined;
  if (format && format.kind !== "str") return format;
  const spec = format?.value ?? "";
  // `{value=}` shows the representation unless a format or a conversion is given.
  const shown =
    part.label !== undefined && !part.format && !part.conversion
      ? representationOf(machine, value, at)
      : formatValue(machine, converted, spec, at);
  return part.label === undefined ? shown : append({ kind: "str", value: part.label }, shown);
}
