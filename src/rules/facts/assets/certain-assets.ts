/**
 * The assets of a graph that are certainly there, and those of them that are given something for a field. Ten thousand assets are gone through once for
 * all rules that look at one field.
 */
import type { AssetClaim, GraphAsset, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import type { Value } from "../../../python/value.ts";
import { remember, rememberByNames } from "../remember.ts";

/** An asset that its definition claims under no open condition. */
export interface CertainAsset extends GraphAsset {
  readonly claim: AssetClaim;
}

/** In the order of loading. */
export const certainAssets: (graph: RepositoryGraph) => readonly CertainAsset[] = remember(({ assets }) =>
  [...assets.values()].filter(isCertain),
);

function isCertain(asset: GraphAsset): asset is CertainAsset {
  return asset.claim !== undefined && !asset.claim.condition;
}

export interface GivenField {
  readonly asset: CertainAsset;
  /** Not None. */
  readonly value: Value;
}

/** Certain assets whose spec has something in the field. */
export const assetsGiving: (graph: RepositoryGraph, field: string) => readonly GivenField[] = rememberByNames((graph, [field = ""]) =>
  certainAssets(graph).flatMap((asset) => {
    const value = asset.claim.spec.fields.get(field);
    return value === undefined || value.kind === "none" ? [] : [{ asset, value }];
  }),
);
