/** The nodes of Dagster's implicit asset job: one for each executable definition, whatever number of assets it makes. */
import type { AssetClaim, GraphAsset, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import type { LibraryObject } from "../../../python/value.ts";
import { remember } from "../remember.ts";
import { textOf } from "../values.ts";
import { certainAssets } from "./certain-assets.ts";

/** What made the asset: assets of one definition share it. */
export function definitionIdOf({ claim, id }: GraphAsset): unknown {
  return claim?.payload?.id ?? claim?.object ?? id;
}

export interface ExecutableNode {
  readonly object: LibraryObject;
  readonly assets: readonly GraphAsset[];
  readonly claim: AssetClaim;
}

/** Certain definitions that are executed, in the order of loading. */
export const executableNodes: (graph: RepositoryGraph) => readonly ExecutableNode[] = remember(findExecutable);

/** The same by the name of their op. */
export const executableNodesByName: (graph: RepositoryGraph) => ReadonlyMap<string, readonly ExecutableNode[]> = remember((graph) => {
  const named = new Map<string, ExecutableNode[]>();
  for (const node of executableNodes(graph)) {
    const definition = node.object.fields.get("node_def");
    const name = definition?.kind === "object" ? textOf(definition.fields.get("name")) : undefined;
    const same = name === undefined ? undefined : named.get(name);
    if (same) same.push(node);
    else if (name !== undefined) named.set(name, [node]);
  }
  return named;
});

function findExecutable(graph: RepositoryGraph): readonly ExecutableNode[] {
  const nodes = new Map<LibraryObject, { object: LibraryObject; assets: GraphAsset[]; claim: AssetClaim }>();
  for (const asset of certainAssets(graph).filter(({ kind }) => kind === "asset" || kind === "observable")) {
    const { claim } = asset;
    const node = nodes.get(claim.object);
    if (node) node.assets.push(asset);
    else nodes.set(claim.object, { object: claim.object, assets: [asset], claim });
  }
  return [...nodes.values()];
}
