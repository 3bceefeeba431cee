import { listNames, type NamedArgument, truthy } from "../../facts/arguments/exclusive-arguments.ts";
import { jobName, type PartitionedSchedule, partitionedSchedules } from "../../facts/partitioning/partitioned-schedules.ts";
import { familyOf, timeWindowOf } from "../../facts/partitioning/partitions.ts";
import { about } from "../../facts/subject.ts";
import { defineRule, type Reported, type RuleContext } from "../../rule.ts";

export const partitionedScheduleCron = defineRule({
  name: "partitioned-schedule-cron",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`build_schedule_from_partitioned_job` is given a cron although the partitions say when to run, or none although static partitions do not. Partitions that only the assets have never take a cron.",
    why: "Dagster refuses: `Cannot provide cron_schedule or execution_timezone to build_schedule_from_partitioned_job for a time-partitioned job.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
daily = dg.build_schedule_from_partitioned_job(load, cron_schedule="0 3 * * *")

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[daily])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
daily = dg.build_schedule_from_partitioned_job(load, hour_of_day=3)

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[daily])
`,
    source: "dagster/_core/definitions/partitions/partitioned_schedule.py, 1.13.27",
  },
  check(context) {
    for (const schedule of partitionedSchedules(context)) {
      const given = truthy(schedule.call, ["cron_schedule", "execution_timezone"], context.location);
      const found = given.length > 0 ? unwanted(schedule, given, context) : missing(schedule, context);
      if (found) context.report({ ...found, ...about(schedule.job) });
    }
  },
});

function unwanted(schedule: PartitionedSchedule, given: readonly NamedArgument[], { location }: RuleContext): Reported | undefined {
  const window = schedule.deferred ? undefined : timeWindowOf(schedule.partitions, location.interpreter);
  if (!schedule.deferred && !window) return undefined;
  return {
    message: `${listNames(given)} ${given.length > 1 ? "are" : "is"} given for the job \`${jobName(schedule.job)}\`, whose partitions say when to run`,
    why: 'Dagster: "Cannot provide cron_schedule or execution_timezone to build_schedule_from_partitioned_job for a time-partitioned job."',
    help: "Move the start with `hour_of_day`, `minute_of_hour`, `day_of_week` or `day_of_month`; for static partitions of assets write a `@schedule`.",
    location: given[0]?.argument.at ?? schedule.call.at,
  };
}

function missing({ call, job, partitions }: PartitionedSchedule, { location }: RuleContext): Reported | undefined {
  if (familyOf(partitions, location.interpreter) !== "static" || call.value("cron_schedule").kind !== "none") return undefined;
  return {
    message: `the job \`${jobName(job)}\` has static partitions, which do not say when to run`,
    why: 'Dagster: "Creating a schedule from a static partitions definition requires a cron schedule" (or "Expected non-None value: None").',
    help: "Give the job itself the `partitions_def` and this call a `cron_schedule`, or write a `@schedule` that requests a run for each partition key.",
    location: call.given("job")?.at ?? call.at,
  };
}
