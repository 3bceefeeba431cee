/** Values of dbt's files as Python values: what a translator of the repository is called with, and what a model reads back. */
import type { Location } from "../../../../base/span.ts";
import { type DbtMapping, type DbtValue, isFloat, isMapping, isUnknown, pythonStr } from "../../../../dbt/value.ts";
import { bool, float, int, list, NONE, str, strDict } from "../../../../python/make-value.ts";
import type { DictValue, Value } from "../../../../python/value.ts";

export function toPython(value: DbtValue, at: Location): Value {
  if (value === null) return NONE;
  if (typeof value === "boolean") return bool(value);
  if (typeof value === "string") return str(value);
  if (typeof value === "number" || typeof value === "bigint") return int(value);
  if (Array.isArray(value)) return list(value.map((item) => toPython(item, at)));
  if (isMapping(value)) return mappingToPython(value, at);
  if (isUnknown(value)) return { kind: "unknown", reason: value.reason, message: value.message, at };
  return isFloat(value) ? float(value.value) : str(pythonStr(value));
}

export function mappingToPython(value: DbtMapping, at: Location): DictValue {
  return strDict([...value].map(([key, item]) => [key, toPython(item, at)] as const));
}

/** What a Python value holds, as dbt's files would; undefined where some of it is not known. */
export function fromPython(value: Value): DbtValue | undefined {
  switch (value.kind) {
    case "none":
      return null;
    case "bool":
    case "str":
    case "int":
      return value.value;
    case "float":
      return { kind: "float", value: value.value };
    case "list":
    case "tuple":
      return value.complete ? allOf(value.items) : undefined;
    case "dict":
      return value.complete ? dictOf(value) : undefined;
    default:
      return undefined;
  }
}

function allOf(items: readonly Value[]): DbtValue[] | undefined {
  const read: DbtValue[] = [];
  for (const item of items) {
    const value = fromPython(item);
    if (value === undefined) return undefined;
    read.push(value);
  }
  return read;
}

function dictOf(value: DictValue): DbtMapping | undefined {
  const read: DbtMapping = new Map();
  for (const { key, value: item } of value.entries.values()) {
    const inner = fromPython(item);
    if (key.kind !== "str" || inner === undefined) return undefined;
    read.set(key.value, inner);
  }
  return read;
}
