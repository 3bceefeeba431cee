/** Partitions definitions as rules look at them: family, dimensions, fields, whichever class of Dagster's or of the repository they are of. */
import { partitionsFamily } from "../../../dagster/loading/graph/partitions-class.ts";
import { fieldOf } from "../../../dagster/model/field.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { Value } from "../../../python/value.ts";

export type Family = "none" | "static" | "dynamic" | "time" | "multipartitions";

/** `undefined`: not known. */
export function familyOf(value: Value | undefined, interpreter: Interpreter): Family | undefined {
  return partitionsFamily(value, interpreter);
}

export function partitionsField(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === "object" || value?.kind === "instance" ? fieldOf(value, name) : undefined;
}

export interface Dimension {
  readonly name: string;
  readonly value: Value;
}

/** The dimensions of a multi-dimensional definition, sorted by name as Dagster sorts them; `undefined` where one is not known. */
export function dimensionsOf(value: Value | undefined): readonly Dimension[] | undefined {
  const dimensions = partitionsField(value, "partitions_defs");
  if (dimensions?.kind !== "dict" || !dimensions.complete) return undefined;
  const found: Dimension[] = [];
  for (const entry of dimensions.entries.values()) {
    if (entry.key.kind !== "str") return undefined;
    found.push({ name: entry.key.value, value: entry.value });
  }
  return found.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** The only time window in it: itself, or the one dimension that is one. `null`: there is none, or there are several. `undefined`: not known. */
export function timeWindowOf(value: Value | undefined, interpreter: Interpreter): Value | null | undefined {
  const family = familyOf(value, interpreter);
  if (family === undefined || value === undefined) return undefined;
  if (family === "time") return value;
  if (family !== "multipartitions") return null;
  const dimensions = dimensionsOf(value);
  const families = dimensions?.map((dimension) => familyOf(dimension.value, interpreter));
  if (!dimensions || !families || families.includes(undefined)) return undefined;
  const windows = dimensions.filter((_, index) => families[index] === "time");
  const [only] = windows;
  return windows.length === 1 && only ? only.value : null;
}

export const FAMILY_WORDS: Readonly<Record<Family, string>> = {
  none: "no partitions",
  static: "static partitions",
  dynamic: "dynamic partitions",
  time: "time partitions",
  multipartitions: "multi-dimensional partitions",
};
