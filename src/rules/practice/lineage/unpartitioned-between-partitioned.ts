import type { GraphAsset, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { type KeyId, toUserString } from "../../../dagster/model/asset-key.ts";
import { assetsGiving } from "../../facts/assets/certain-assets.ts";
import { placeOfDefinition } from "../../facts/definition-place.ts";
import { partitionEdges } from "../../facts/partitioning/partition-edges.ts";
import { defineRule } from "../../rule.ts";

export const unpartitionedBetweenPartitioned = defineRule({
  name: "unpartitioned-between-partitioned",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset without partitions between assets that have some: it depends on a partitioned asset, and a partitioned asset depends on it.",
    why: "The chain of partitions breaks there: a backfill of one day makes the asset in the middle for all days at once, and every partition below it counts as out of date.",
    example: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(deps=[orders])
def cleaned(): ...

@dg.asset(partitions_def=daily, deps=[cleaned])
def revenue(): ...

defs = dg.Definitions(assets=[orders, cleaned, revenue])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(partitions_def=daily, deps=[orders])
def cleaned(): ...

@dg.asset(partitions_def=daily, deps=[cleaned])
def revenue(): ...

defs = dg.Definitions(assets=[orders, cleaned, revenue])
`,
    source: "https://docs.dagster.io/guides/build/partitions-and-backfills/defining-dependencies-between-partitioned-assets",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const consumers = partitionedConsumers(graph);
      const fromUnpartitioned = partitionEdges(graph).filter(({ down, mapping }) => down.kind === "none" && mapping.kind === "none");
      for (const { asset, parent } of fromUnpartitioned) {
        const below = consumers.get(asset.id);
        if (!below || !asset.claim) continue;
        report({
          message: `\`${toUserString(asset.path)}\` has no partitions, and stands between \`${toUserString(parent.path)}\` and \`${toUserString(below.path)}\`, which have some`,
          why: "A backfill of one partition makes it for all of them at once.",
          help: "Give it the partitions of what it depends on, or say with a partition mapping which it needs.",
          location: placeOfDefinition(asset.claim.object),
          subject: `asset:${toUserString(asset.path)}`,
        });
      }
    }
  },
});

/** Of each asset that a partitioned one depends on, the first that does. */
function partitionedConsumers(graph: RepositoryGraph): ReadonlyMap<KeyId, GraphAsset> {
  const consumers = new Map<KeyId, GraphAsset>();
  for (const { asset, value } of assetsGiving(graph, "partitions_def")) {
    if (asset.kind !== "asset" || value.kind !== "object") continue;
    for (const { to } of asset.dependencies) if (!consumers.has(to)) consumers.set(to, asset);
  }
  return consumers;
}
