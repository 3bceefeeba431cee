import { isTimeZone, timeZoneNames } from "../../base/time/time-zone.ts";
import { renameValue } from "../facts/fixes/rename-literal.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { windowCalls } from "../facts/partitioning/window-calls.ts";
import { placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const partitionTimezone = defineRule({
  name: "partition-timezone",
  group: "partitions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "The `timezone` of partitions is not a name of the IANA time zone database.",
    why: "Python refuses: `ZoneInfoNotFoundError: 'No time zone found with key ...'`.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", timezone="PST"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01", timezone="America/Los_Angeles"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/partitions/definition/time_window.py, dagster/_time (get_timezone), 1.13.27",
  },
  check({ location, report }) {
    for (const { call } of windowCalls(location)) {
      const argument = call.given("timezone");
      if (argument?.value.kind !== "str") continue;
      const zone = argument.value.value;
      if (zone === "" || zone === "utc" || isTimeZone(zone)) continue;
      const same = [...timeZoneNames()].find((name) => name.toLowerCase() === zone.toLowerCase());
      const near = same ?? misspelt(zone, timeZoneNames());
      const fix = renameValue(argument.value, near, location);
      report({
        message: `\`${zone}\`, the time zone of the partitions, is no IANA time zone`,
        why: `Python: "ZoneInfoNotFoundError: 'No time zone found with key ${zone}'".`,
        help: didYouMean(near, "Write a name such as `Europe/Berlin` or `America/New_York`."),
        location: placeInArgument(argument.value, argument),
        ...(fix && { fix }),
      });
    }
  },
});
