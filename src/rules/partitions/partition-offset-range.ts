import { parseCron } from "../../base/time/cron.ts";
import { type NamedArgument, notNone } from "../facts/arguments/exclusive-arguments.ts";
import { windowCalls } from "../facts/partitioning/window-calls.ts";
import { defineRule } from "../rule.ts";

export const partitionOffsetRange = defineRule({
  name: "partition-offset-range",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An offset or the cron of time partitions is out of range: minutes 0 to 59, hours 0 to 23, days of the week 0 to 6, days of the month 1 to 31.",
    why: "Dagster refuses: `Found invalid cron schedule '...' for a TimeWindowPartitionsDefinition.`",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", hour_offset=24))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", hour_offset=23))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/time_window.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { call, cron } of windowCalls(location)) {
      const parsed = cron === undefined ? undefined : parseCron(cron);
      if (cron === undefined || !parsed || !("invalid" in parsed)) continue;
      const written = notNone(call, ["cron_schedule", "minute_offset", "hour_offset", "day_offset"]);
      const isOffset = written.some(({ name }) => name !== "cron_schedule");
      report({
        message: isOffset
          ? `the offsets make the cron \`${cron}\`, which is not valid: ${parsed.invalid}`
          : `\`${cron}\` is not a cron expression: ${parsed.invalid}`,
        why: `Dagster: "Found invalid cron schedule '${cron}' for a TimeWindowPartitionsDefinition."`,
        help: "Minutes go from 0 to 59, hours from 0 to 23, days of the week from 0 (Sunday) to 6, days of the month from 1 to 31.",
        location: outOfRange(written)?.argument.at ?? written[0]?.argument.at ?? call.at,
      });
    }
  },
});

const LARGEST: Readonly<Record<string, number>> = { minute_offset: 59, hour_offset: 23, day_offset: 31 };

function outOfRange(arguments_: readonly NamedArgument[]): NamedArgument | undefined {
  return arguments_.find(
    ({ name, argument: { value } }) => value.kind === "int" && (Number(value.value) < 0 || Number(value.value) > (LARGEST[name] ?? 0)),
  );
}
