import type { CronExpression } from "../../base/time/cron.ts";
import { cronTexts, firesPerWeek } from "../facts/automation/cron-texts.ts";
import { aboutInstigator } from "../facts/automation/instigator-calls.ts";
import { scheduleExample } from "../facts/automation/schedule-example.ts";
import { defineRule } from "../rule.ts";

export const cronDay2931 = defineRule({
  name: "cron-day-29-31",
  group: "cron",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A cron expression fires on a day of the month that some of its months do not have.",
    why: "Those months are skipped without a word.",
    ...scheduleExample('cron_schedule="0 6 31 * *", execution_timezone="UTC"', 'cron_schedule="0 6 L * *", execution_timezone="UTC"'),
    source: "dagster/_utils/schedules.py (MAX_DAY_OF_MONTH_WITH_GUARANTEED_MONTHLY_INTERVAL), 1.13.27",
  },
  check({ location, report }) {
    for (const { call, text, cron, at } of cronTexts(location)) {
      if (!skipsMonths(cron) || firesPerWeek(cron) === 0) continue;
      report({
        message: `\`${text}\` skips months that have no day ${cron.dayOfMonth.values[0]}`,
        why: "Only days up to 28 are in every month.",
        help: "Take a day up to 28, or `L` for the last day of the month.",
        location: at,
        ...aboutInstigator(call),
      });
    }
  },
});

const SHORTEST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function skipsMonths({ dayOfMonth, dayOfWeek, lastDayOfMonth, month }: CronExpression): boolean {
  const [first] = dayOfMonth.values;
  if (dayOfMonth.all || !dayOfWeek.all || lastDayOfMonth || first === undefined) return false;
  return month.values.some((each) => first > (SHORTEST[each - 1] ?? 31));
}
