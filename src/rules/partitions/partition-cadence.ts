import { listNames, notNone, truthy } from "../facts/arguments/exclusive-arguments.ts";
import { callsOf } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

export const partitionCadence = defineRule({
  name: "partition-cadence",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `TimeWindowPartitionsDefinition` has no cadence, or both a cron and offsets.",
    why: "Dagster refuses: `One of schedule_type and cron_schedule must be provided`, `If cron_schedule argument is provided, then schedule_type, minute_offset, hour_offset, and day_offset can't also be provided`.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.TimeWindowPartitionsDefinition(start="2025-01-01", fmt="%Y-%m-%d"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.TimeWindowPartitionsDefinition(start="2025-01-01", fmt="%Y-%m-%d", cron_schedule="0 0 * * *"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/time_window.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.TimeWindowPartitionsDefinition")) {
      const isBare = ["cron_schedule", "schedule_type"].every((name) => call.value(name).kind === "none");
      const [cron] = notNone(call, ["cron_schedule"]);
      const [other] = [...notNone(call, ["schedule_type"]), ...truthy(call, ["minute_offset", "hour_offset", "day_offset"], location)];
      if (!isBare && !(cron && other)) continue;
      report({
        message: cron && other ? `${listNames([cron, other])} exclude each other` : "the partitions do not say how often they begin",
        why: isBare
          ? 'Dagster: "One of schedule_type and cron_schedule must be provided".'
          : 'Dagster: "If cron_schedule argument is provided, then schedule_type, minute_offset, hour_offset, and day_offset can\'t also be provided".',
        help: isBare ? 'Add `cron_schedule="…"`.' : "Put the offsets into the cron.",
        location: other?.argument.at ?? call.at,
      });
    }
  },
});
