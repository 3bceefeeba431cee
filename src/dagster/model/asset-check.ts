/** A check on an asset. */
import type { LibraryObject, Value } from "../../python/value.ts";
import { type KeyPath, readAssetKey } from "./asset-key.ts";
import { type AssetDep, readAssetDep } from "./asset-spec.ts";
import { gapOf, known, type Listing, type Read, readBool, readListing, readOptionalStr, readStr } from "./read.ts";

export interface AssetCheckSpec {
  readonly object: LibraryObject;
  readonly asset: KeyPath;
  readonly name: string;
  readonly description: Read<string | null>;
  readonly blocking: Read<boolean>;
  readonly additionalDeps: Listing<AssetDep>;
}

/** A check whose asset or name is not known is a gap: nothing can be said of it. */
export function readAssetCheckSpec(value: Value): Read<AssetCheckSpec> {
  if (value.kind !== "object" || value.type !== "dagster.AssetCheckSpec") return gapOf(value, "a check spec");
  const field = (name: string): Value | undefined => value.fields.get(name);
  const asset = readAssetKey(field("asset_key") ?? value);
  if (!asset.known) return asset;
  const name = readStr(field("name"), "the name of a check");
  if (!name.known) return name;
  return known(
    {
      object: value,
      asset: asset.value,
      name: name.value,
      description: readOptionalStr(field("description"), "the description of a check"),
      blocking: readBool(field("blocking"), "`blocking`"),
      additionalDeps: readListing(field("additional_deps"), "additional dependencies", readAssetDep),
    },
    [...asset.assumes, ...name.assumes],
  );
}
