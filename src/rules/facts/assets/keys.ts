/** Keys of what stands in `deps` and `ins`, as text; `undefined` when they are not known. */
import { readAssetKey, toUserString } from "../../../dagster/model/asset-key.ts";
import type { Value } from "../../../python/value.ts";

export function keyOfDep(value: Value): string | undefined {
  if (value.kind === "str") return value.value;
  if (value.kind !== "object") return undefined;
  if (value.type === "dagster.AssetsDefinition") {
    const specs = value.fields.get("specs");
    const [only] = specs?.kind === "list" && specs.items.length === 1 ? specs.items : [];
    return only && keyOfDep(only);
  }
  const key = value.type === "dagster.AssetKey" ? value : (value.fields.get("asset_key") ?? value.fields.get("key"));
  const path = key && readAssetKey(key);
  return path?.known ? toUserString(path.value) : undefined;
}

/** The key that an `AssetIn` stands for under the name of its parameter. */
export function keyOfIn(name: string, value: Value): string | undefined {
  if (value.kind !== "object") return undefined;
  const key = value.fields.get("key");
  if (key && key.kind !== "none") return keyOfDep(key);
  const prefix = value.fields.get("key_prefix");
  if (prefix === undefined || prefix.kind === "none") return name;
  const parts = prefix.kind === "str" ? [prefix] : prefix.kind === "list" ? prefix.items : undefined;
  if (!parts?.every((part) => part.kind === "str")) return undefined;
  return toUserString([...parts.map((part) => part.value), name]);
}
