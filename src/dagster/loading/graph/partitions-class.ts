/** Which of Dagster's families a partitions definition belongs to, and when two of them are the same: what selections and jobs ask. */

import type { Interpreter } from "../../../python/interpreter.ts";
import type { Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import type { SelectionNode } from "../../selection/selection-graph.ts";

const FAMILIES: readonly (readonly [string, SelectionNode["partitions"]])[] = [
  ["dagster.StaticPartitionsDefinition", "static"],
  ["dagster.DynamicPartitionsDefinition", "dynamic"],
  ["dagster.MultiPartitionsDefinition", "multipartitions"],
  ["dagster.TimeWindowPartitionsDefinition", "time"],
];

/** `undefined`: not known. */
export function partitionsFamily(value: Value | undefined, interpreter: Interpreter): SelectionNode["partitions"] | undefined {
  if (value === undefined || value.kind === "none") return "none";
  return FAMILIES.find(([type]) => interpreter.isInstance(value, type))?.[1];
}

/** Equal strings are equal definitions. `undefined`: not known. */
export function partitionsIdentity(value: Value | undefined): string | undefined {
  if (value === undefined || value.kind === "none") return "none";
  if (value.kind === "unknown" || value.kind === "one-of") return undefined;
  return hashKey(value);
}
