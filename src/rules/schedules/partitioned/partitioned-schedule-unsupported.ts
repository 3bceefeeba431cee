import { jobName, partitionedSchedules } from "../../facts/partitioning/partitioned-schedules.ts";
import { FAMILY_WORDS, familyOf, timeWindowOf } from "../../facts/partitioning/partitions.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

export const partitionedScheduleUnsupported = defineRule({
  name: "partitioned-schedule-unsupported",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`build_schedule_from_partitioned_job` is given a job whose partitions are neither static nor have exactly one dimension of time.",
    why: "Dagster refuses: `Tried to build a partitioned schedule from an asset job, but received an invalid partitions definition.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DynamicPartitionsDefinition(name="customers"))
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
    source: "dagster/_core/definitions/partitions/partitioned_schedule.py (_check_valid_schedule_partitions_def), 1.13.27",
  },
  check(context) {
    const { interpreter } = context.location;
    for (const { call, job, partitions } of partitionedSchedules(context)) {
      const family = familyOf(partitions, interpreter);
      if (!partitions || family === undefined || family === "none" || family === "static") continue;
      if (timeWindowOf(partitions, interpreter) !== null) continue;
      context.report({
        message: `no schedule can be built from the partitions of the job \`${jobName(job)}\`: it has ${FAMILY_WORDS[family]}${family === "multipartitions" ? ", of which not exactly one is of time" : ""}`,
        why: 'Dagster: "Tried to build a partitioned schedule from an asset job, but received an invalid partitions definition."',
        help: "Write a `@schedule` that requests a run for each partition key.",
        location: call.given("job")?.at ?? call.at,
        ...about(job),
      });
    }
  },
});
