/** `json.dumps` with its default separators. */
import { type DbtUnknown, type DbtValue, findUnknown, isFloat, isMapping, pythonRepr, pythonStr } from "../../value.ts";

export function toJsonText(value: DbtValue): string | DbtUnknown {
  return findUnknown(value) ?? dump(value);
}

function dump(value: DbtValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(dump).join(", ")}]`;
  if (isMapping(value)) return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}: ${dump(item)}`).join(", ")}}`;
  return isFloat(value) ? pythonRepr(value) : JSON.stringify(pythonStr(value));
}
