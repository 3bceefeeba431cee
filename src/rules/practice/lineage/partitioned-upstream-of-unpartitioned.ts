import type { GraphAsset } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { partitionEdges } from "../../facts/partitioning/partition-edges.ts";
import { defineRule } from "../../rule.ts";

export const partitionedUpstreamOfUnpartitioned = defineRule({
  name: "partitioned-upstream-of-unpartitioned",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset without partitions loads one that has some.",
    why: "Each of its runs loads all partitions at once.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders() -> int:
    """The orders."""
    return 1

@dg.asset
def revenue(orders: dict) -> int:
    """The revenue."""
    return 1

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders() -> int:
    """The orders."""
    return 1

@dg.asset(partitions_def=daily)
def revenue(orders: int) -> int:
    """The revenue."""
    return 1

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "https://docs.dagster.io/guides/build/partitions-and-backfills/defining-dependencies-between-partitioned-assets",
  },
  check({ graphs, report }) {
    const loading = graphs
      .flatMap(partitionEdges)
      .filter(({ asset, parent, down, mapping }) => down.kind === "none" && mapping.kind === "none" && isLoaded(parent, asset));
    for (const { asset, parent, at } of loading) {
      report({
        message: `\`${toUserString(asset.path)}\` has no partitions and loads all those of \`${toUserString(parent.path)}\``,
        why: "Each run loads every partition there is: it grows with time.",
        help: "Give it partitions too, or say which it needs: `AssetIn(partition_mapping=LastPartitionMapping())`.",
        location: at,
        subject: `asset:${toUserString(asset.path)}`,
      });
    }
  },
});

function isLoaded(parent: GraphAsset, { dependencies }: GraphAsset): boolean {
  return dependencies.some(({ to, parameter }) => to === parent.id && parameter !== undefined);
}
