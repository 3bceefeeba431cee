import { callsOf } from "../../facts/calls.ts";
import { defineRule } from "../../rule.ts";

export const partitionedJobPlainSchedule = defineRule({
  name: "partitioned-job-plain-schedule",
  group: "schedules",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `ScheduleDefinition` launches a job of partitioned assets and gives no partition.",
    why: "Dagster loads it, and every run fails: it has no partition key.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
nightly = dg.ScheduleDefinition(job=load, cron_schedule="@daily")

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
nightly = dg.build_schedule_from_partitioned_job(load)

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[nightly])
`,
    source: "https://docs.dagster.io/guides/automate/schedules/constructing-schedules-for-partitioned-assets-and-jobs",
  },
  check({ graphs, location, report }) {
    const plain = new Set(
      callsOf(location, "dagster.ScheduleDefinition").flatMap((call) =>
        ["execution_fn", "run_config_fn", "tags_fn", "run_config", "tags"].every((name) => call.value(name).kind === "none")
          ? [call.call.result]
          : [],
      ),
    );
    for (const graph of graphs) {
      for (const { object, name, target, condition } of graph.schedules) {
        if (condition || !plain.has(object) || !target || target.kind === "unknown" || target.kind === "unresolved-name") continue;
        const job = target.kind === "assets" ? target.job : graph.jobs.find((each) => each.name === target.name && !each.condition);
        if (!job?.partitions.known || job.partitions.value === null) continue;
        report({
          message: `the schedule \`${name}\` launches partitioned assets without a partition`,
          why: "Dagster loads it, and its runs fail: no partition key is given.",
          help: "Use `build_schedule_from_partitioned_job`, or a `@schedule` that returns `RunRequest(partition_key=…)`.",
          location: object.args?.keywords.get("job")?.at ?? object.args?.keywords.get("target")?.at ?? object.at,
          subject: `schedule:${name}`,
        });
      }
    }
  },
});
