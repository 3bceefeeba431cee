/** Partition mappings in words: the class and the arguments that are not its defaults, as one would write them. */

import type { LibraryObject, Value } from "../../python/value.ts";
import { classNameOf } from "./field.ts";
import { payloadOf } from "./payload.ts";
import { gapOf, known, type Read } from "./read.ts";

/** `TimeWindowPartitionMapping(start_offset=-1)`; null for None. */
export function readPartitionMapping(value: Value | undefined): Read<string | null> {
  if (value === undefined || value.kind === "none") return known(null);
  if (value.kind === "instance") return known(`${classNameOf(value)}()`);
  if (value.kind !== "object") return gapOf(value, "a partition mapping");
  return known(describe(value));
}

function describe(mapping: LibraryObject): string {
  const shown = payloadOf(mapping, "record")?.shown ?? [];
  return `${classNameOf(mapping)}(${shown.map((name) => `${name}=${literal(mapping.fields.get(name))}`).join(", ")})`;
}

/** As Python's `repr`. */
function literal(value: Value | undefined): string {
  switch (value?.kind) {
    case "str":
      return `'${value.value}'`;
    case "int":
    case "float":
      return String(value.value);
    case "bool":
      return value.value ? "True" : "False";
    case "none":
      return "None";
    case "list":
    case "tuple":
      return `[${value.items.map(literal).join(", ")}]`;
    case "set":
      return `{${[...value.items.values()].map(literal).sort().join(", ")}}`;
    case "dict":
      return `{${[...value.entries.values()].map((entry) => `${literal(entry.key)}: ${literal(entry.value)}`).join(", ")}}`;
    case "object":
      return describe(value);
    default:
      return "…";
  }
}
