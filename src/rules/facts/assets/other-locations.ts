/** Which code locations of a repository define a key: an asset may depend on one of another location, or of the state before a change. */
import { groupBy } from "../../../base/group-by.ts";
import type { Analysis, LoadedLocation } from "../../../dagster/analysis.ts";
import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import type { KeyId } from "../../../dagster/model/asset-key.ts";
import type { Unknown } from "../../../python/value.ts";
import { remember } from "../remember.ts";

/** "defined" certainly or under a condition; else why it may be there. */
export function definedElsewhere(key: KeyId, location: LoadedLocation, analysis: Analysis): "defined" | readonly Unknown[] {
  if ((definedBy(analysis).get(key) ?? []).some((other) => other.location !== location)) return "defined";
  const others = analysis.locations.filter((other) => other !== location);
  return others.flatMap(({ graphs, gaps }) => [...graphs.flatMap((graph) => graph.gaps.assets), ...(graphs.length === 0 ? gaps : [])]);
}

/** Definitions of the key in all code locations of a state. */
export function claimsIn(key: KeyId, analysis: Analysis): readonly AssetClaim[] {
  return (definedBy(analysis).get(key) ?? []).map(({ claim }) => claim);
}

interface Definition {
  readonly location: LoadedLocation;
  readonly claim: AssetClaim;
}

const definedBy = remember(({ locations }: Analysis): ReadonlyMap<KeyId, readonly Definition[]> => {
  const definitions = locations.flatMap((location) =>
    location.graphs.flatMap(({ assets }) =>
      [...assets.values()].flatMap(({ id, claims: [claim] }) => (claim ? [{ id, location, claim }] : [])),
    ),
  );
  return groupBy(definitions, ({ id }) => id);
});
