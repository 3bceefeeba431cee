/** What the other code locations of a repository know of a key: an asset may depend on one that another location defines. */
import type { Analysis, LoadedLocation } from "../../../dagster/analysis.ts";
import type { KeyId } from "../../../dagster/model/asset-key.ts";
import type { Unknown } from "../../../python/value.ts";
import { remember } from "../remember.ts";

/** "defined" certainly or under a condition; else why it may be there. */
export function definedElsewhere(key: KeyId, location: LoadedLocation, analysis: Analysis): "defined" | readonly Unknown[] {
  const isElsewhere = (definedBy(analysis).get(key) ?? []).some((other) => other !== location);
  if (isElsewhere) return "defined";
  const others = analysis.locations.filter((other) => other !== location);
  return others.flatMap(({ graphs, gaps }) => [...graphs.flatMap((graph) => graph.gaps.assets), ...(graphs.length === 0 ? gaps : [])]);
}

const definedBy = remember(({ locations }: Analysis): ReadonlyMap<KeyId, readonly LoadedLocation[]> => {
  const found = new Map<KeyId, LoadedLocation[]>();
  for (const location of locations) {
    for (const asset of location.graphs.flatMap(({ assets }) => [...assets.values()])) {
      if (asset.claims.length > 0) found.set(asset.id, [...(found.get(asset.id) ?? []), location]);
    }
  }
  return found;
});
