import { hasDaylightSaving } from "../../base/time/time-zone.ts";
import { cronTexts } from "../facts/automation/cron-texts.ts";
import { aboutInstigator } from "../facts/automation/instigator-calls.ts";
import { scheduleExample } from "../facts/automation/schedule-example.ts";
import { defineRule } from "../rule.ts";

export const cronDstWindow = defineRule({
  name: "cron-dst-window",
  group: "cron",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule fires between one and three o'clock in a time zone that changes its clocks.",
    why: "On the night of the change that hour is missing or there twice: the run is moved, or its window has another length.",
    ...scheduleExample(
      'cron_schedule="30 2 * * *", execution_timezone="Europe/Berlin"',
      'cron_schedule="30 4 * * *", execution_timezone="Europe/Berlin"',
    ),
    source: "https://docs.dagster.io/guides/automate/schedules/customizing-execution-timezone",
  },
  check({ location, report }) {
    for (const { call, text, cron, zone, at } of cronTexts(location)) {
      const isInWindow = !cron.hour.all && cron.hour.values.length < 12 && cron.hour.values.some((hour) => hour >= 1 && hour < 3);
      if (!isInWindow || zone.kind !== "str" || !hasDaylightSaving(zone.value, 2025)) continue;
      report({
        message: `\`${text}\` fires at an hour that is missing or doubled when the clocks of \`${zone.value}\` are changed`,
        why: "Dagster moves a run of a missing hour to the end of it, and takes the second of a doubled one.",
        help: "Choose an hour before one or after three o'clock, or a time zone without summer time.",
        location: at,
        ...aboutInstigator(call),
      });
    }
  },
});
