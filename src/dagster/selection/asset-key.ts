/**
 * Asset keys as Dagster compares them: by their parts, not by what they print. `AssetKey("raw/orders")` has one part and
 * prints like `AssetKey(["raw", "orders"])`; the two are different assets. Identity here is therefore the id, which is the
 * user string for every ordinary key, and escapes the slash inside a part for the odd one.
 */

/** `["raw", "orders"]`. */
export type KeyPath = readonly string[];

/** `raw/orders`; a slash or backslash inside a part is escaped by a backslash. Equal ids are equal keys. */
export type KeyId = string;

export function keyId(path: KeyPath): KeyId {
  return path.map((part) => (part.includes("/") || part.includes("\\") ? part.replaceAll(/[\\/]/g, "\\$&") : part)).join("/");
}

/** What Dagster prints and what the graph document holds: `raw/orders`. Two different keys may share it. */
export function userString(path: KeyPath): string {
  return path.join("/");
}

/** `AssetKey.from_user_string`: splits at every slash. */
export function keyPathFromUserString(text: string): KeyPath {
  return text.split("/");
}

/** `raw/orders:no_nulls`: an asset check by the id of its asset and its name. */
export function checkId(check: { readonly asset: KeyPath; readonly name: string }): string {
  return `${keyId(check.asset)}:${check.name}`;
}
