/** Which nodes are assets, and which assets or sources a node depends on: ephemeral models and metrics are looked through. */
import type { DbtNode } from "../../../../dbt/nodes/dbt-node.ts";
import { isUnknown } from "../../../../dbt/value.ts";
import type { ManifestPayload } from "../project/manifest.ts";

const ASSET_TYPES: ReadonlySet<string> = new Set(["model", "seed", "snapshot"]);
const NON_ASSET_TYPES: ReadonlySet<string> = new Set(["metric", "semantic_model", "saved_query"]);

export function isNonAsset(node: DbtNode): boolean {
  return NON_ASSET_TYPES.has(node.resourceType) || (node.resourceType === "model" && node.config.get("materialized") === "ephemeral");
}

export function isAsset(node: DbtNode): boolean {
  return ASSET_TYPES.has(node.resourceType) && !isNonAsset(node);
}

export interface Upstream {
  readonly nodes: readonly DbtNode[];
  /** Hold only if something unknown does. */
  readonly uncertain: ReadonlySet<string>;
}

export function upstreamOf({ project }: ManifestPayload, node: DbtNode): Upstream {
  const found = new Map<string, DbtNode>();
  const uncertain = new Set<string>(node.uncertainParents);
  const visited = new Set<string>();
  const visit = (id: string): void => {
    const parent = project.nodes.get(id);
    if (parent === undefined || visited.has(id)) return;
    visited.add(id);
    if (!isNonAsset(parent)) {
      if (ASSET_TYPES.has(parent.resourceType) || parent.resourceType === "source") found.set(id, parent);
      return;
    }
    for (const next of parent.dependsOn) {
      if (uncertain.has(id) || parent.uncertainParents.includes(next)) uncertain.add(next);
      visit(next);
    }
  };
  for (const id of node.dependsOn) visit(id);
  return { nodes: [...found.values()], uncertain };
}

/** Why it is not known whether a model is an asset. */
export function materializationGap(node: DbtNode): string | undefined {
  const materialized = node.config.get("materialized");
  return node.resourceType === "model" && isUnknown(materialized) ? materialized.message : undefined;
}
