import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import { isExact } from "../../dagster/selection/partial-set.ts";
import { selectedAssets, selectingJobs } from "../facts/automation/job-selections.ts";
import { defineRule } from "../rule.ts";

export const jobConfigBackfillPolicy = defineRule({
  name: "job-config-backfill-policy",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A job has a partitioned configuration, which is one for each partition, and its assets run several partitions at once.",
    why: "Dagster cannot resolve the job: `PartitionedConfigs are not supported for jobs with multi-partition-per-run backfill policies.`",
    example: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily, backfill_policy=dg.BackfillPolicy.single_run())
def orders(): ...

@dg.daily_partitioned_config(start_date="2025-01-01")
def day_of(start, end):
    return {}

nightly = dg.define_asset_job("nightly", selection="orders", config=day_of)

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily, backfill_policy=dg.BackfillPolicy.single_run())
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "dagster/_core/definitions/unresolved_asset_job_definition.py (resolve), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const selecting of selectingJobs(graph)) {
        const config = selecting.job.object.fields.get("config");
        if (config?.kind !== "object" || config.type !== "dagster.PartitionedConfig" || !isExact(selecting.selection.resolved.assets))
          continue;
        const partitioned = selectedAssets(selecting, graph).filter(
          (asset) => asset.claim?.spec.fields.get("partitions_def")?.kind !== "none",
        );
        const [first] = partitioned;
        if (!first || !partitioned.every(runsSeveral)) continue;
        report({
          message: `${selecting.who} has a partitioned configuration, but its assets (\`${toUserString(first.path)}\`) run several partitions at once`,
          why: `Dagster: "Asset job ${selecting.job.name} materializes an asset with a BackfillPolicy targeting multiple partitions per run,but a PartitionedConfig was provided."`,
          help: "Remove the `backfill_policy`, or read the partition from the context instead of the configuration.",
          location: selecting.job.object.args?.keywords.get("config")?.at ?? selecting.at,
          subject: selecting.subject,
        });
      }
    }
  },
});

/** The smallest number of all assets counts, and none is one. */
function runsSeveral({ claim }: GraphAsset): boolean {
  const policy = claim?.object.fields.get("backfill_policy");
  const most = policy?.kind === "object" ? policy.fields.get("max_partitions_per_run") : undefined;
  return policy?.kind === "object" && (most === undefined || most.kind === "none" || (most.kind === "int" && Number(most.value) !== 1));
}
