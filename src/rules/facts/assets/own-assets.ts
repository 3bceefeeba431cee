/** Assets that the project's own code computes, one entry each: what rules of practice look at. What is made by an integration is not among them. */
import type { Location } from "../../../base/span.ts";
import type { AssetClaim, GraphAsset, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import type { Value } from "../../../python/value.ts";
import { placeOfDefinition } from "../definition-place.ts";
import { remember } from "../remember.ts";
import { certainAssets } from "./certain-assets.ts";

export interface OwnAsset {
  readonly asset: GraphAsset;
  readonly claim: AssetClaim;
  readonly key: string;
  readonly at: Location;
  readonly subject: string;
}

const OWN: ReadonlySet<string> = new Set(["asset", "multi_asset", "graph_asset", "graph_multi_asset"]);

export const ownAssets: (graph: RepositoryGraph) => readonly OwnAsset[] = remember(findOwnAssets);

function findOwnAssets(graph: RepositoryGraph): readonly OwnAsset[] {
  return certainAssets(graph)
    .filter(({ claim }) => OWN.has(claim.payload?.definition ?? ""))
    .map((asset) => {
      const { claim, path } = asset;
      const key = toUserString(path);
      const isSpecOfItsOwn =
        claim.payload?.definition !== "asset" && claim.spec.args !== undefined && claim.spec.at.path === claim.object.at.path;
      return { asset, claim, key, at: isSpecOfItsOwn ? claim.spec.at : placeOfDefinition(claim.object), subject: `asset:${key}` };
    });
}

/** The field is surely None or empty. */
export function isMissing(value: Value | undefined): boolean {
  if (value === undefined || value.kind === "none") return true;
  if (value.kind === "str") return value.value.trim() === "";
  if (value.kind === "list" || value.kind === "tuple") return value.complete && value.items.length === 0;
  if (value.kind === "dict") return value.complete && value.entries.size === 0;
  return false;
}
