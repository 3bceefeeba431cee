import { toUserString } from "../../dagster/model/asset-key.ts";
import { refusedMappings } from "../facts/partitioning/partition-edges.ts";
import { defineRule } from "../rule.ts";

export const partitionTimezoneMismatch = defineRule({
  name: "partition-timezone-mismatch",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Time partitions of an asset and of one that it depends on are in different time zones.",
    why: "Dagster refuses: `Timezones UTC and US/Eastern don't match`.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", timezone="US/Eastern"), deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-03-01"), deps=[orders])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/partitions/mapping/, assets/graph/base_asset_graph.py (validate_partitions), 1.13.27",
  },
  check({ location, report }) {
    for (const { edge, problem } of refusedMappings(location)) {
      if (problem.kind !== "timezone") continue;
      const [key, upstream] = [toUserString(edge.asset.path), toUserString(edge.parent.path)];
      report({
        message: `the partitions of \`${key}\` and of \`${upstream}\`, which it depends on, are in different time zones`,
        why: `Dagster: "Invalid partition mapping from ${key} to ${upstream}", for "${problem.message}".`,
        help: "Give both the same `timezone`, or the dependency another `partition_mapping`.",
        location: edge.at,
        subject: `asset:${key}`,
      });
    }
  },
});
