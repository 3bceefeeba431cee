/** Dependencies that lead in a circle. Hardly any project has one, so that there is none is found once, for all rules that look for one. */
import { createDigraph, type Edge, edgesOnCycles, stronglyConnectedComponents } from "../../../base/digraph.ts";
import type { GraphAsset, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { remember } from "../remember.ts";

/** Circles of several assets among those that `isWanted` takes, by certain dependencies; an asset that depends on itself is no circle. */
export function circlesOf(graph: RepositoryGraph, isWanted: (asset: GraphAsset) => boolean): readonly (readonly GraphAsset[])[] {
  const edges = edgesInCircles(graph).filter((edge) => [edge.from, edge.to].every((id) => isWantedKey(id, graph, isWanted)));
  return stronglyConnectedComponents(createDigraph([], edgesOnCycles(edges)))
    .filter(({ length }) => length > 1)
    .map((ids) => ids.flatMap((id) => graph.assets.get(id) ?? []));
}

const edgesInCircles = remember(({ assets }: RepositoryGraph): readonly Edge[] => {
  const edges: Edge[] = [];
  for (const { id, dependencies } of assets.values()) {
    for (const { to, condition } of dependencies) {
      if (!condition && to !== id && assets.has(to)) edges.push({ from: id, to });
    }
  }
  return edgesOnCycles(edges);
});

function isWantedKey(id: string, { assets }: RepositoryGraph, isWanted: (asset: GraphAsset) => boolean): boolean {
  const asset = assets.get(id);
  return asset !== undefined && isWanted(asset);
}
