/** The asset checks of definitions: from `check_specs` of assets and of check definitions alike. */
import type { LibraryObject, Unknown } from "../../../python/value.ts";
import { readAssetKey } from "../../model/asset-key.ts";
import { known, readBool, readListing, readOptionalStr, readStr } from "../../model/read.ts";
import type { Given, GraphCheck } from "./asset-graph.ts";

export interface Checks {
  readonly checks: readonly GraphCheck[];
  readonly gaps: readonly Unknown[];
}

export function readChecks(given: Given): Checks {
  const specs = readListing<LibraryObject>(given.object.fields.get("check_specs"), "the specs of asset checks", (item) =>
    item.kind === "object" ? known(item) : { known: false, gap: unknownOf(item) ?? noSpec(given) },
  );
  const gaps: Unknown[] = [...specs.gaps];
  const checks: GraphCheck[] = [];
  for (const { value: spec, condition } of specs.items) {
    const asset = readAssetKey(spec.fields.get("asset_key") ?? { kind: "none" });
    const name = readStr(spec.fields.get("name"), "the name of an asset check");
    if (!asset.known || !name.known) {
      if (!asset.known) gaps.push(asset.gap);
      if (!name.known) gaps.push(name.gap);
      continue;
    }
    const under = condition ?? given.condition;
    checks.push({
      object: given.object,
      at: given.at,
      ...(under && { condition: under }),
      assumes: [...new Set([...given.assumes, ...asset.assumes, ...name.assumes])],
      asset: asset.value,
      name: name.value,
      spec,
      blocking: readBool(spec.fields.get("blocking") ?? { kind: "bool", value: false }, "`blocking`"),
      description: readOptionalStr(spec.fields.get("description"), "a description"),
    });
  }
  return { checks, gaps };
}

function unknownOf(value: { readonly kind: string }): Unknown | undefined {
  return value.kind === "unknown" ? (value as Unknown) : undefined;
}

function noSpec(given: Given): Unknown {
  return { kind: "unknown", reason: "unsupported", message: "a check spec of another kind is not read", at: given.at };
}
