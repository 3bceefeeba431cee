import { toUserString } from "../../dagster/model/asset-key.ts";
import { refusedMappings } from "../facts/partitioning/partition-edges.ts";
import { defineRule } from "../rule.ts";

export const partitionMappingIncompatible = defineRule({
  name: "partition-mapping-incompatible",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The partitions of an asset and of one that it depends on cannot be mapped to each other: they are of different kinds, or the mapping that is given is for others.",
    why: "Dagster refuses: `Upstream and downstream partitions definitions must match, or a different partition mapping must be provided.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu", "us"]), deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00:00"), deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/partitions/mapping/, assets/graph/base_asset_graph.py (validate_partitions), 1.13.27",
  },
  check({ location, report }) {
    for (const { edge, problem } of refusedMappings(location)) {
      if (problem.kind !== "mapping") continue;
      const [key, upstream] = [toUserString(edge.asset.path), toUserString(edge.parent.path)];
      report({
        message: `the partitions of \`${key}\` cannot be mapped to those of \`${upstream}\`, which it depends on`,
        why: `Dagster: "Invalid partition mapping from ${key} to ${upstream}", for "${problem.message}".`,
        help: "Give the dependency a mapping: `AssetDep(…, partition_mapping=AllPartitionMapping())` for all of them, or give both the same partitions.",
        location: edge.at,
        subject: `asset:${key}`,
      });
    }
  },
});
