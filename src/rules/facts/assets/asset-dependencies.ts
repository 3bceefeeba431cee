/** Dependencies that certainly lead nowhere: written without condition, by a definition that is certainly loaded, to a key that nothing defines. */
import type { AssetClaim, GraphAsset, RepositoryGraph, ResolvedDependency } from "../../../dagster/loading/graph/asset-graph.ts";
import { type KeyPath, keyId } from "../../../dagster/model/asset-key.ts";
import type { Unknown } from "../../../python/value.ts";
import { misspeltPath } from "../names/suggest.ts";
import { remember } from "../remember.ts";

export interface DanglingDependency {
  readonly asset: GraphAsset;
  readonly claim: AssetClaim;
  readonly dependency: ResolvedDependency;
  /** Why the key may be defined after all. */
  readonly doubts: readonly Unknown[];
}

export const danglingDependencies: (graph: RepositoryGraph) => readonly DanglingDependency[] = remember(findDangling);

function findDangling(graph: RepositoryGraph): readonly DanglingDependency[] {
  const dangling: DanglingDependency[] = [];
  for (const asset of graph.assets.values()) {
    const { claim, dependencies } = asset;
    if (!claim || claim.condition) continue;
    for (const dependency of dependencies) {
      if (dependency.resolvedBy !== "none" || dependency.condition) continue;
      const group = claim.group.known ? [] : [claim.group.gap];
      dangling.push({ asset, claim, dependency, doubts: [...graph.gaps.assets, ...group] });
    }
  }
  return dangling;
}

export interface LoadedDependency {
  readonly asset: GraphAsset;
  readonly upstream: GraphAsset;
  readonly dependency: ResolvedDependency;
}

/** Dependencies whose value is certainly loaded by a parameter, as its annotation says: none with a `dagster_type` of their own. */
export const loadedDependencies: (graph: RepositoryGraph) => readonly LoadedDependency[] = remember(({ assets }) => {
  const loaded: LoadedDependency[] = [];
  for (const asset of assets.values()) {
    for (const dependency of asset.dependencies) {
      if (dependency.parameter === undefined || dependency.condition) continue;
      const upstream = assets.get(dependency.to);
      if (upstream && dependency.object.fields.get("dagster_type")?.kind !== "symbol") loaded.push({ asset, upstream, dependency });
    }
  }
  return loaded;
});

/** The defined key that was probably meant. */
export function nearestKey(path: KeyPath, graph: RepositoryGraph, self: KeyPath): KeyPath | undefined {
  const defined = [...graph.assets.values()].filter((asset) => asset.claim && asset.id !== keyId(self));
  return misspeltPath(
    path,
    defined.map((asset) => asset.path),
  );
}

/** Defined keys whose last part is the wanted name: what Dagster resolves only within one group. */
export function sameName(path: KeyPath, graph: RepositoryGraph): readonly GraphAsset[] {
  return path.length === 1 ? [...graph.assets.values()].filter((asset) => asset.claim && asset.path.at(-1) === path[0]) : [];
}
