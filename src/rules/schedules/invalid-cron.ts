import { parseCron } from "../../base/time/cron.ts";
import { callsOf } from "../facts/calls.ts";
import { elementsOf, placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const invalidCron = defineRule({
  name: "invalid-cron",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The cron expression of a schedule is not one that Dagster understands.",
    why: "Dagster refuses: `Found invalid cron schedule '...' for schedule '...'. Dagster recognizes standard cron expressions consisting of 5 fields.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

hourly = dg.ScheduleDefinition(name="hourly", cron_schedule="0 * * * * *", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[hourly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

hourly = dg.ScheduleDefinition(name="hourly", cron_schedule="0 * * * *", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[hourly])
`,
    source: "dagster/_core/definitions/schedule_definition.py, dagster/_utils/schedules.py (is_valid_cron_schedule), 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.ScheduleDefinition", "dagster.schedule")) {
      const argument = call.given("cron_schedule");
      if (!argument && call.call.args.complete && call.bound.value("cron_schedule").kind === "none") {
        report({
          message: "the schedule has no cron expression",
          why: "Dagster: \"Param \"cron_schedule\" is not one of ['Sequence', 'str']. Got None which is type <class 'NoneType'>.\"",
          help: "Give a cron expression: `cron_schedule=`.",
          location: call.at,
        });
      }
      if (!argument) continue;
      const { items, complete } = argument.value.kind === "str" ? { items: [argument.value], complete: true } : elementsOf(argument.value);
      if (complete && items.length === 0) {
        report({
          message: "the schedule has no cron expression",
          why: "Dagster: \"Found invalid cron schedule '[]' …\".",
          help: "Give one cron expression, or a list with at least one.",
          location: argument.at,
        });
      }
      for (const item of items) {
        if (item.kind !== "str") continue;
        const parsed = parseCron(item.value);
        if (!("invalid" in parsed)) continue;
        report({
          message: `\`${item.value}\` is not a cron expression: ${parsed.invalid}`,
          why: `Dagster: "Found invalid cron schedule '${item.value}' … Dagster recognizes standard cron expressions consisting of 5 fields."`,
          help: "Write minute, hour, day of month, month and day of week, or an alias such as `@daily`.",
          location: placeInArgument(item, argument),
        });
      }
    }
  },
});
