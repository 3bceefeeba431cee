import { parseCron } from "../../../base/time/cron.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { partitionedCron } from "../../../dagster/loading/graph/partitioned-cron.ts";
import { listNames, type NamedArgument, notNone, truthy } from "../../facts/arguments/exclusive-arguments.ts";
import type { Call } from "../../facts/calls.ts";
import { type PartitionedSchedule, partitionedSchedules } from "../../facts/partitioning/partitioned-schedules.ts";
import { partitionsField, timeWindowOf } from "../../facts/partitioning/partitions.ts";
import { about } from "../../facts/subject.ts";
import { defineRule, type Reported } from "../../rule.ts";

const OFFSETS = ["minute_of_hour", "hour_of_day", "day_of_week", "day_of_month"];

export const partitionedScheduleOffsets = defineRule({
  name: "partitioned-schedule-offsets",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An offset of `build_schedule_from_partitioned_job` is out of range, does not fit the cadence of the partitions, or stands beside one that excludes it.",
    why: "Dagster refuses: `Cannot set hour parameter with hourly partitions.`, `Cannot set day of week parameter with daily partitions.`, `Found invalid cron schedule ...`.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00:00"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
hourly = dg.build_schedule_from_partitioned_job(load, hour_of_day=3)

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[hourly])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.HourlyPartitionsDefinition("2025-01-01-00:00"))
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
hourly = dg.build_schedule_from_partitioned_job(load, minute_of_hour=3)

defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[hourly])
`,
    source: "dagster/_core/definitions/partitions/partitioned_schedule.py, definition/time_window.py (get_cron_schedule), 1.13.27",
  },
  check(context) {
    const { location, report } = context;
    for (const schedule of partitionedSchedules(context)) {
      const found = clash(schedule.call, location) ?? misfit(schedule, location);
      if (found) report({ ...found, ...about(schedule.job) });
    }
  },
});

function clash(call: Call, location: LoadedLocation): Reported | undefined {
  const days = truthy(call, ["day_of_week", "day_of_month"], location);
  const cron = truthy(call, ["cron_schedule", "execution_timezone"], location);
  const offsets = notNone(call, OFFSETS);
  if (days.length < 2 && (cron.length === 0 || offsets.length === 0)) return undefined;
  const pair = days.length === 2 ? days : [...cron.slice(0, 1), ...offsets.slice(0, 1)];
  return {
    message: `${listNames(pair)} exclude each other`,
    why:
      days.length === 2
        ? 'Dagster: "Cannot provide both day_of_month and day_of_week parameter to build_schedule_from_partitioned_job."'
        : 'Dagster: "Cannot provide both cron_schedule / execution_timezone parameters and day_of_month / day_of_week / hour_of_day / minute_of_hour parameters …".',
    help: "Keep one of them.",
    location: pair.at(-1)?.argument.at ?? call.at,
  };
}

/** Offsets on a cadence that has none of them, or that make no cron. */
function misfit({ call, partitions }: PartitionedSchedule, { interpreter }: LoadedLocation): Reported | undefined {
  const offsets = notNone(call, OFFSETS);
  const [first] = offsets;
  const window = timeWindowOf(partitions, interpreter);
  const cron = window ? partitionsField(window, "cron_schedule") : undefined;
  if (!first || cron?.kind !== "str" || offsets.some(({ argument }) => argument.value.kind !== "int")) return undefined;
  const wrong = unfitting(cron.value, offsets);
  if (wrong) {
    return {
      message: `partitions at \`${cron.value}\` have no \`${wrong.name}\` to set`,
      why: `Dagster: "${refusal(cron.value, wrong.name)}"`,
      help: `Remove \`${wrong.name}\`.`,
      location: wrong.argument.at,
    };
  }
  const of = (name: string): number | null => {
    const value = offsets.find((offset) => offset.name === name)?.argument.value;
    return value?.kind === "int" ? Number(value.value) : null;
  };
  const numbers = { minute: of("minute_of_hour"), hour: of("hour_of_day"), dayOfWeek: of("day_of_week"), dayOfMonth: of("day_of_month") };
  const made = partitionedCron(cron.value, numbers);
  const parsed = made === undefined ? undefined : parseCron(made);
  if (made === undefined || !parsed || !("invalid" in parsed)) return undefined;
  return {
    message: `the offsets make the cron \`${made}\`, which is not valid: ${parsed.invalid}`,
    why: `Dagster: "Found invalid cron schedule '${made}' for schedule …".`,
    help: "Minutes go from 0 to 59, hours from 0 to 23, days of the week from 0 (Sunday) to 6, days of the month from 1 to 31.",
    location: first.argument.at,
  };
}

/** Hourly partitions take no hour, daily ones no day. Weekly and monthly ones ignore the other's day. */
function unfitting(cron: string, offsets: readonly NamedArgument[]): NamedArgument | undefined {
  const refused = isHourly(cron) ? ["hour_of_day"] : isDaily(cron) ? ["day_of_week", "day_of_month"] : [];
  return offsets.find(({ name }) => refused.includes(name));
}

function refusal(cron: string, name: string): string {
  if (isHourly(cron)) return "Cannot set hour parameter with hourly partitions.";
  return `Cannot set ${name.replaceAll("_", " ")} parameter with daily partitions.`;
}

function isHourly(cron: string): boolean {
  return /^\d+ \* \* \* \*$/.test(cron);
}

function isDaily(cron: string): boolean {
  return /^\d+ \d+ \* \* \*$/.test(cron);
}
