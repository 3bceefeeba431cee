/**
 * Asset keys as plain data. A key is a path of parts; strings with a slash are *user strings* only where Dagster says so
 * (selections, YAML, `from_user_string`): elsewhere `"a/b"` is one part that prints like two.
 */
import type { LibraryObject, Value } from "../../python/value.ts";
import { gapOf, known, type Read, readStr, unionOfAssumes } from "./read.ts";

/** `["raw", "orders"]`. */
export type KeyPath = readonly string[];

/** `raw/orders`: how a key is shown, and its identity in the graph document. */
export function toUserString(path: KeyPath): string {
  return path.join("/");
}

/** `raw/orders` to `["raw", "orders"]`. */
export function fromUserString(text: string): KeyPath {
  return text.split("/");
}

/** `raw__orders`: the name of the op behind an asset. Source: `AssetKey.to_python_identifier`. */
export function toPythonIdentifier(path: KeyPath): string {
  return path.join("__").replaceAll("-", "_").replaceAll(".", "_");
}

/** The path of an `AssetKey` object; a gap when a part is unknown. */
export function readAssetKey(value: Value): Read<KeyPath> {
  if (value.kind !== "object" || value.type !== "dagster.AssetKey") return gapOf(value, "an asset key");
  return readPath(value);
}

function readPath(key: LibraryObject): Read<KeyPath> {
  const path = key.fields.get("path");
  if (path?.kind !== "list") return gapOf(path ?? key, "the path of an asset key");
  if (path.gap) return { known: false, gap: path.gap };
  const parts: string[] = [];
  let assumes: readonly string[] = [];
  for (const item of path.items) {
    const part = readStr(item, "a part of an asset key");
    if (!part.known) return part;
    parts.push(part.value);
    assumes = unionOfAssumes(assumes, part.assumes);
  }
  return known(parts, assumes);
}
