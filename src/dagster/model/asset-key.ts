/**
 * Asset keys as plain data. A key is a path of parts; strings with a slash are *user strings* only where Dagster says so
 * (selections, YAML, `from_user_string`): elsewhere `"a/b"` is one part that prints like two. Dagster compares keys by their parts: what
 * identifies one is therefore its id, which is the user string for every ordinary key and escapes the slash inside a part for the odd one.
 */
import type { LibraryObject, Value } from "../../python/value.ts";
import { gapOf, known, type Read, readStr, unionOfAssumes } from "./read.ts";

/** `["raw", "orders"]`. */
export type KeyPath = readonly string[];

/** `raw/orders`; a slash or backslash inside a part is escaped by a backslash. Equal ids are equal keys. */
export type KeyId = string;

export function keyId(path: KeyPath): KeyId {
  // Most keys are one part, and every dependency has its id made.
  const [first = ""] = path;
  return path.length === 1 ? escapePart(first) : path.map(escapePart).join("/");
}

function escapePart(part: string): string {
  return part.includes("/") || part.includes("\\") ? part.replaceAll(/[\\/]/g, "\\$&") : part;
}

/** What Dagster prints and what the graph document holds: `raw/orders`. Two different keys may share it. */
export function toUserString(path: KeyPath): string {
  const [first = ""] = path;
  return path.length === 1 ? first : path.join("/");
}

/** `AssetKey.from_user_string`: splits at every slash. */
export function fromUserString(text: string): KeyPath {
  return text.split("/");
}

/** `raw__orders`: the name of the op behind an asset. Source: `AssetKey.to_python_identifier`. */
export function toPythonIdentifier(path: KeyPath): string {
  return path.join("__").replaceAll("-", "_").replaceAll(".", "_");
}

/** `raw/orders:no_nulls`: an asset check by the id of its asset and its name. */
export function checkId(check: { readonly asset: KeyPath; readonly name: string }): string {
  return `${keyId(check.asset)}:${check.name}`;
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
