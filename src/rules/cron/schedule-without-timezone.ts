import { cronTexts } from "../facts/automation/cron-texts.ts";
import { aboutInstigator } from "../facts/automation/instigator-calls.ts";
import { scheduleExample } from "../facts/automation/schedule-example.ts";
import { defineRule } from "../rule.ts";

export const scheduleWithoutTimezone = defineRule({
  name: "schedule-without-timezone",
  group: "cron",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule fires at an hour and does not say of which time zone: then it is UTC.",
    why: "The hour moves with the season for whoever reads it as local time.",
    ...scheduleExample('cron_schedule="0 6 * * *"', 'cron_schedule="0 6 * * *", execution_timezone="Europe/Berlin"'),
    source: "https://docs.dagster.io/guides/automate/schedules/customizing-execution-timezone",
  },
  check({ location, report }) {
    for (const { call, text, cron, zone, at, isSchedule } of cronTexts(location)) {
      const isHourly = cron.hour.all || cron.hour.values.length === 24;
      if (!isSchedule || isHourly || zone.kind !== "none") continue;
      report({
        message: `\`${text}\` is in UTC, because the schedule names no time zone`,
        why: "Whoever reads the hour as local time is wrong by an offset that changes with the season.",
        help: 'Add `execution_timezone="…"`; `"UTC"` says that it is meant.',
        location: at,
        ...aboutInstigator(call),
      });
    }
  },
});
