/** `ast.literal_eval` of what a template printed, for dbt's `as_bool`, `as_number` and `as_native`: text that is no literal stays text. */
import { type DbtValue, pythonStr } from "../value.ts";

const LITERALS: ReadonlyMap<string, DbtValue> = new Map<string, DbtValue>([
  ["True", true],
  ["False", false],
  ["None", null],
]);

export function parseNative(value: DbtValue): DbtValue {
  if (typeof value !== "string") return value;
  const text = value.trim();
  const literal = LITERALS.get(text);
  if (literal !== undefined) return literal;
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  if (/^[+-]?(\d+\.\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return { kind: "float", value: Number(text) };
  return pythonStr(value);
}
