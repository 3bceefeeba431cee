import { jobName, partitionedSchedules } from "../../facts/partitioning/partitioned-schedules.ts";
import { familyOf } from "../../facts/partitioning/partitions.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

export const partitionedScheduleUnpartitioned = defineRule({
  name: "partitioned-schedule-unpartitioned",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`build_schedule_from_partitioned_job` is given a job without partitions.",
    why: "Dagster refuses: `Job '...' provided to build_schedule_from_partitioned_job must contain partitioned assets or a partitions definition.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
daily = dg.build_schedule_from_partitioned_job(load)

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[daily])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
daily = dg.build_schedule_from_partitioned_job(load)

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[daily])
`,
    source: "dagster/_core/definitions/partitions/partitioned_schedule.py, 1.13.27",
  },
  check(context) {
    for (const { call, job, partitions } of partitionedSchedules(context)) {
      if (!partitions || familyOf(partitions, context.location.interpreter) !== "none") continue;
      const name = jobName(job);
      context.report({
        message: `the job \`${name}\` has no partitions, so no schedule can be built from them`,
        why: `Dagster: "Job '${name}' provided to build_schedule_from_partitioned_job must contain partitioned assets or a partitions definition."`,
        help: "Give the assets (or the job) a `partitions_def`, or write a `ScheduleDefinition` with a cron.",
        location: call.given("job")?.at ?? call.at,
        ...about(job),
      });
    }
  },
});
