import { isTimeZone, timeZoneNames } from "../../base/time/time-zone.ts";
import { aboutInstigator, describeInstigator, scheduleCalls } from "../facts/automation/instigator-calls.ts";
import { callsOf } from "../facts/calls.ts";
import { renameValue } from "../facts/fixes/rename-literal.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const invalidTimezone = defineRule({
  name: "invalid-timezone",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "The `execution_timezone` of a schedule is not a name of the IANA time zone database.",
    why: "Dagster refuses: `Invalid execution timezone ... for ...`. Names are case-sensitive, and abbreviations such as `PST` are none.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 5 * * *", target=[orders], execution_timezone="Europe/berlin")

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="0 5 * * *", target=[orders], execution_timezone="Europe/Berlin")

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    source: "dagster/_core/definitions/schedule_definition.py, dagster/_time (get_timezone), 1.13.27",
  },
  check({ location, report }) {
    for (const call of [...scheduleCalls(location), ...callsOf(location, "dagster.build_schedule_from_partitioned_job")]) {
      const argument = call.given("execution_timezone");
      if (argument?.value.kind !== "str") continue;
      const zone = argument.value.value;
      if (zone === "" || zone === "utc" || isTimeZone(zone)) continue;
      const near = nearestZone(zone);
      const fix = renameValue(argument.value, near, location);
      const schedule = describeInstigator(call, "schedule");
      report({
        message: `\`${zone}\`, the time zone of ${schedule}, is no IANA time zone`,
        why: `Dagster: "Invalid execution timezone ${zone} for …".`,
        help: didYouMean(near, "Write a name such as `Europe/Berlin` or `America/New_York`."),
        location: placeInArgument(argument.value, argument),
        ...aboutInstigator(call),
        ...(fix && { fix }),
      });
    }
  },
});

function nearestZone(zone: string): string | undefined {
  const wanted = zone.toLowerCase();
  return [...timeZoneNames()].find((name) => name.toLowerCase() === wanted) ?? misspelt(zone, timeZoneNames());
}
