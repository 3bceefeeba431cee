import { cronTexts, firesPerWeek } from "../facts/automation/cron-texts.ts";
import { aboutInstigator } from "../facts/automation/instigator-calls.ts";
import { scheduleExample } from "../facts/automation/schedule-example.ts";
import { defineRule } from "../rule.ts";

export const cronNeverFires = defineRule({
  name: "cron-never-fires",
  group: "cron",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "No date ever matches a cron expression.",
    why: "Dagster loads it, and the schedule never runs: only 30 and 31 February alone are refused.",
    ...scheduleExample('cron_schedule="0 0 31 2,4 *"', 'cron_schedule="0 0 30 4 *"'),
    source: "dagster/_utils/schedules.py (is_valid_cron_string), 1.13.27",
  },
  check({ location, report }) {
    for (const { call, text, cron, at } of cronTexts(location)) {
      if (firesPerWeek(cron) > 0) continue;
      report({
        message: `\`${text}\` never fires: no date matches it`,
        why: "Dagster loads it without a word, and nothing ever runs.",
        help: "Name a day that the months have; `L` is the last one.",
        location: at,
        ...aboutInstigator(call),
      });
    }
  },
});
