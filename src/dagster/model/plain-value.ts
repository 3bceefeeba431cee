/** Any Python value as JSON, for metadata and configuration: what cannot be said in JSON is described by its type. */
import type { Value } from "../../python/value.ts";
import { gapOf, known, type Read, readStr } from "./read.ts";

export function readPlain(value: Value): Read<unknown> {
  switch (value.kind) {
    case "none":
      return known(null, value.assumes);
    case "bool":
    case "float":
      return known(value.value, value.assumes);
    case "str":
      return readStr(value, "a text");
    case "int":
      return known(Number(value.value), value.assumes);
    case "list":
    case "tuple":
      return value.gap ? { known: false, gap: value.gap } : readItems(value.items);
    case "set":
      return value.gap ? { known: false, gap: value.gap } : readItems([...value.items.values()]);
    case "dict":
      return value.gap ? { known: false, gap: value.gap } : readEntries([...value.entries.values()]);
    case "object":
      return readObject(value.type, value.fields);
    case "instance":
      return known({ type: value.class.name });
    case "symbol":
      return known({ type: value.name });
    case "unknown":
    case "one-of":
      return gapOf(value, "a value");
    default:
      return known({ type: value.kind });
  }
}

function readItems(items: readonly Value[]): Read<unknown> {
  const result: unknown[] = [];
  for (const item of items) {
    const read = readPlain(item);
    if (!read.known) return read;
    result.push(read.value);
  }
  return known(result);
}

function readEntries(entries: readonly { readonly key: Value; readonly value: Value }[]): Read<unknown> {
  const result: Record<string, unknown> = {};
  for (const { key, value } of entries) {
    const [name, read] = [readPlain(key), readPlain(value)];
    if (!name.known) return name;
    if (!read.known) return read;
    result[String(name.value)] = read.value;
  }
  return known(result);
}

/** Metadata values are what they hold; enumeration members their value; a path its text; everything else its type. */
function readObject(type: string, fields: ReadonlyMap<string, Value>): Read<unknown> {
  const held = fields.get("value") ?? fields.get("text");
  return held ? readPlain(held) : known({ type: type.split(".").at(-1) });
}
