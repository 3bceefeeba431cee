/** Text in fields of objects and entries of dictionaries. */
import { entryOf } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";

export function textField(object: LibraryObject | undefined, name: string): string | undefined {
  const value = object?.fields.get(name);
  return value?.kind === "str" ? value.value : undefined;
}

/** `value.get(key, {})` along a path; undefined where a step is missing, the unknown where one is. */
export function entryAt(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let at = value;
  for (const key of path) {
    if (at?.kind === "unknown") return at;
    at = at?.kind === "dict" ? entryOf(at, key) : undefined;
  }
  return at;
}
