import { parseCron } from "../../../base/time/cron.ts";
import { callsOf } from "../../facts/calls.ts";
import { placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const invalidOnCron = defineRule({
  name: "invalid-on-cron",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The cron expression of an automation condition is not one that Dagster understands.",
    why: "Dagster refuses: `Invariant violation for parameter cron_schedule. Description: Invalid cron schedule: ...`",
    example: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.on_cron("every hour"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.on_cron("0 * * * *"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/declarative_automation, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.AutomationCondition.on_cron", "dagster.AutomationCondition.cron_tick_passed")) {
      const argument = call.given("cron_schedule");
      if (argument?.value.kind !== "str") continue;
      const parsed = parseCron(argument.value.value);
      if (!("invalid" in parsed)) continue;
      report({
        message: `\`${argument.value.value}\` is not a cron expression: ${parsed.invalid}`,
        why: `Dagster: "Invariant violation for parameter cron_schedule. Description: Invalid cron schedule: ${argument.value.value}".`,
        help: "Write minute, hour, day of month, month and day of week, or an alias such as `@daily`.",
        location: placeInArgument(argument.value, argument),
      });
    }
  },
});
