/** What of an op or graph those look at that make assets of it. */
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { CompositionPayload } from "../../model/objects.ts";
import { payloadOf } from "../../model/payload.ts";
import { isObject } from "../construct.ts";

/** What a graph is composed of; nothing of an op. */
export function compositionOf(node: LibraryObject): CompositionPayload["composition"] | undefined {
  return isObject(node, "dagster.GraphDefinition") ? payloadOf(node, "composition")?.composition : undefined;
}

/** The keys of a mapping that are strings. */
export function namesOf(mapping: Value | undefined): readonly string[] {
  if (mapping?.kind !== "dict") return [];
  return [...mapping.entries.values()].flatMap(({ key }) => (key.kind === "str" ? [key.value] : []));
}
