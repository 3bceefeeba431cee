/**
 * Texts, numbers and truth as pydantic makes them of each other where a field's type asks for it: `"yes"` is true, `"5.0"` is 5, and 5 is no text.
 * What a value rests on (`assumes`) goes with it.
 */
import type { Location } from "../../base/span.ts";
import { bool, float, int, str } from "../make-value.ts";
import type { Value } from "../value.ts";
import { refuseValue } from "./pydantic/validation-error.ts";

function resting(on: Value, value: Value): Value {
  const assumes = "assumes" in on ? on.assumes : undefined;
  return assumes ? ({ ...value, assumes } as Value) : value;
}

/** A value that no rule here takes: refused where its kind is a plain one, left as it is otherwise (an instance of a subclass, a library's object). */
function other(value: Value, type: string, at: Location): Value {
  return PLAIN.has(value.kind) ? refuseValue(`Input should be a valid ${type}`, at) : value;
}

const PLAIN: ReadonlySet<Value["kind"]> = new Set(["none", "bool", "int", "float", "str", "bytes", "list", "tuple", "set", "dict"]);

const TRUE_TEXTS: ReadonlySet<string> = new Set(["1", "on", "t", "true", "y", "yes"]);
const FALSE_TEXTS: ReadonlySet<string> = new Set(["0", "off", "f", "false", "n", "no"]);

export function asBool(value: Value, at: Location): Value {
  if (value.kind === "bool") return value;
  if ((value.kind === "int" || value.kind === "float") && (Number(value.value) === 0 || Number(value.value) === 1))
    return resting(value, bool(Number(value.value) === 1));
  const text = value.kind === "str" ? value.value.toLowerCase() : "";
  if (TRUE_TEXTS.has(text) || FALSE_TEXTS.has(text)) return resting(value, bool(TRUE_TEXTS.has(text)));
  return other(value, "boolean", at);
}

/** Zeros behind a point are no fraction. */
const WHOLE = /^([-+]?\d+(?:_\d+)*)(?:\.0*)?$/;

export function asInt(value: Value, at: Location): Value {
  if (value.kind === "int") return value;
  if (value.kind === "bool") return resting(value, int(value.value ? 1 : 0));
  if (value.kind === "float" && Number.isInteger(value.value)) return resting(value, int(value.value));
  const [, digits] = value.kind === "str" ? (WHOLE.exec(value.value.trim()) ?? []) : [];
  if (digits !== undefined) return resting(value, int(BigInt(digits.replaceAll("_", "").replace("+", ""))));
  return other(value, "integer", at);
}

const DECIMAL = /^[-+]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const SPECIAL: Readonly<Record<string, number>> = { inf: Number.POSITIVE_INFINITY, infinity: Number.POSITIVE_INFINITY, nan: Number.NaN };

export function asFloat(value: Value, at: Location): Value {
  if (value.kind === "float") return value;
  if (value.kind === "int" || value.kind === "bool") return resting(value, float(Number(value.value)));
  const text = value.kind === "str" ? value.value.trim() : "";
  if (DECIMAL.test(text)) return resting(value, float(Number(text.replaceAll("_", ""))));
  const [, sign, name = ""] = /^([-+]?)(\w+)$/.exec(text.toLowerCase()) ?? [];
  const special = SPECIAL[name];
  if (special !== undefined) return resting(value, float(sign === "-" ? -special : special));
  return other(value, "number", at);
}

export function asText(value: Value, at: Location): Value {
  if (value.kind === "str") return value;
  if (value.kind === "bytes" && !/[^\0-\x7f]/.test(value.value)) return resting(value, str(value.value));
  return other(value, "string", at);
}
