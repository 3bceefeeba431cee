import { isTimeZone, timeZoneNames } from "../../base/time/time-zone.ts";
import { cronTexts } from "../facts/automation/cron-texts.ts";
import { renameValue } from "../facts/fixes/rename-literal.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const onCronBadTimezone = defineRule({
  name: "on-cron-bad-timezone",
  group: "cron",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "The `cron_timezone` of an automation condition is not a name of the IANA time zone database.",
    why: "Dagster loads it, and evaluating the condition fails in the daemon.",
    example: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.on_cron("@daily", "Europe/berlin"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.on_cron("@daily", "Europe/Berlin"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/declarative_automation/automation_condition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { call, zone, isSchedule } of cronTexts(location)) {
      const argument = call.given("cron_timezone");
      if (isSchedule || !argument || zone.kind !== "str" || zone.value === "" || zone.value === "utc" || isTimeZone(zone.value)) continue;
      const same = [...timeZoneNames()].find((name) => name.toLowerCase() === zone.value.toLowerCase());
      const near = same ?? misspelt(zone.value, timeZoneNames());
      const fix = renameValue(zone, near, location);
      report({
        message: `\`${zone.value}\`, the time zone of an automation condition, is no IANA time zone`,
        why: "Dagster does not look at it when it loads; the daemon fails when it evaluates the condition.",
        help: didYouMean(near, "Write a name such as `Europe/Berlin` or `America/New_York`."),
        location: placeInArgument(zone, argument),
        ...(fix && { fix }),
      });
    }
  },
});
