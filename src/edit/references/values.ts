/** All values that a code location's Dagster code made or was given, each once: where the literals are found that became part of a key. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { LibraryObject, Value } from "../../python/value.ts";

const known = new WeakMap<LoadedLocation, readonly LibraryObject[]>();

/** Every library object that is reachable from the location's objects and calls. */
export function reachableObjects(location: LoadedLocation): readonly LibraryObject[] {
  const cached = known.get(location);
  if (cached) return cached;
  const seen = new Set<object>();
  const objects: LibraryObject[] = [];
  const pending: (Value | undefined)[] = [...location.objects];
  for (const { name, args, result, applications } of location.calls) {
    if (!name.startsWith("dagster")) continue;
    pending.push(result, ...[...args.positional, ...args.keywords.values()].map(({ value }) => value));
    for (const application of applications) pending.push(application.result);
  }
  for (let value = pending.pop(); value !== undefined || pending.length > 0; value = pending.pop()) {
    if (value === undefined || seen.has(value)) continue;
    seen.add(value);
    if (value.kind === "object") objects.push(value);
    for (const child of childrenOf(value)) pending.push(child);
  }
  known.set(location, objects);
  return objects;
}

function childrenOf(value: Value): Iterable<Value> {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "iterator":
      return value.items;
    case "set":
      return value.items.values();
    case "dict":
      return [...value.entries.values()].flatMap((entry) => [entry.key, entry.value]);
    case "object":
      return [...value.fields.values(), ...payloadValues(value.payload)];
    case "instance":
      return value.attributes.values();
    case "one-of":
      return value.options;
    default:
      return [];
  }
}

function payloadValues(payload: unknown): readonly Value[] {
  const inputs = (payload as { readonly inputs?: readonly { readonly key?: Value }[] } | undefined)?.inputs;
  return Array.isArray(inputs) ? inputs.flatMap(({ key }) => (key ? [key as Value] : [])) : [];
}
