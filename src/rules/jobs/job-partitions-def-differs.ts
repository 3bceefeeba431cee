import { toUserString } from "../../dagster/model/asset-key.ts";
import { selectedAssets, selectingJobs } from "../facts/automation/job-selections.ts";
import { callsOf } from "../facts/calls.ts";
import { areDifferent } from "../facts/partitioning/different-partitions.ts";
import { defineRule } from "../rule.ts";

export const jobPartitionsDefDiffers = defineRule({
  name: "job-partitions-def-differs",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`define_asset_job(partitions_def=)` is not the partitions definition of an asset that the job selects.",
    why: "Dagster cannot resolve the job: `Executable asset ... has a different partitions definition than the one specified for the job.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders", partitions_def=dg.DailyPartitionsDefinition("2025-06-01"))

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "dagster/_core/definitions/assets/job/asset_job.py (_infer_and_validate_common_partitions_def), 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const call of callsOf(location, "dagster.define_asset_job")) {
      const own = call.given("partitions_def");
      if (!own) continue;
      for (const graph of graphs) {
        const selecting = selectingJobs(graph).find(({ job }) => job.object === call.call.result);
        const other = (selecting ? selectedAssets(selecting, graph) : []).find(({ claim }) => {
          const partitions = claim?.spec.fields.get("partitions_def");
          return partitions !== undefined && partitions.kind !== "none" && areDifferent(own.value, partitions, location.interpreter);
        });
        if (!selecting || !other) continue;
        report({
          message: `${selecting.who} has other partitions than \`${toUserString(other.path)}\`, which it selects`,
          why: `Dagster: "Executable asset ${toUserString(other.path)} has a different partitions definition than the one specified for the job."`,
          help: "Remove `partitions_def`: a job has the partitions of its assets.",
          location: own.at,
          subject: selecting.subject,
        });
      }
    }
  },
});
