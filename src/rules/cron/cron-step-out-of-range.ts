import { cronTexts } from "../facts/automation/cron-texts.ts";
import { aboutInstigator } from "../facts/automation/instigator-calls.ts";
import { scheduleExample } from "../facts/automation/schedule-example.ts";
import { defineRule } from "../rule.ts";

/** Minutes, hours, days, months, weekdays. */
const LARGEST = [59, 23, 31, 12, 7];

/** Every 60 minutes is every hour, and so it fires; days and months count from one. */
const FROM_ZERO: ReadonlySet<number> = new Set([0, 1]);

export const cronStepOutOfRange = defineRule({
  name: "cron-step-out-of-range",
  group: "cron",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A cron expression has a step that is larger than the range of its field.",
    why: "Dagster warns at most: `Found a cron schedule with an interval greater than the expected range`. `*/90` in the minutes fires every hour, not every 90 minutes.",
    ...scheduleExample('cron_schedule="*/90 * * * *"', 'cron_schedule="*/30 * * * *"'),
    source: "https://github.com/dagster-io/dagster/issues/15294, dagster/_utils/schedules.py (has_out_of_range_cron_interval), 1.13.27",
  },
  check({ location, report }) {
    for (const { call, text, at } of cronTexts(location)) {
      const step = stepOutOfRange(text);
      if (step === undefined) continue;
      report({
        message: `\`${text}\` has the step ${step}, which is larger than its field`,
        why: "It fires at the start of each range only: `*/90 * * * *` every hour, not every 90 minutes.",
        help: "Write the times as several cron expressions: `cron_schedule=[…]`.",
        location: at,
        ...aboutInstigator(call),
      });
    }
  },
});

function stepOutOfRange(text: string): number | undefined {
  for (const [index, field] of text.trim().split(/\s+/).entries()) {
    const largest = LARGEST[index] ?? Number.POSITIVE_INFINITY;
    const steps = [...field.matchAll(/\/(\d+)/g)].map(([, step]) => Number(step));
    const beyond = steps.find((step) => step > largest && !(FROM_ZERO.has(index) && step === largest + 1 && field === `*/${step}`));
    if (beyond !== undefined) return beyond;
  }
  return undefined;
}
