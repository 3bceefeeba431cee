import { truthy } from "../facts/arguments/exclusive-arguments.ts";
import { callsOf } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

export const scheduleNeedsName = defineRule({
  name: "schedule-needs-name",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `ScheduleDefinition` or `SensorDefinition` with `target=` has no name. Only with `job=` does a schedule get one from its job.",
    why: "Dagster refuses: `If you specify target you must specify schedule name`.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition(cron_schedule="@daily", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition(name="nightly", cron_schedule="@daily", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    source: "dagster/_core/definitions/schedule_definition.py, sensor_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.ScheduleDefinition", "dagster.SensorDefinition")) {
      const [target] = truthy(call, ["target"], location);
      if (!target || call.value("name").kind !== "none") continue;
      const word = call.name === "dagster.ScheduleDefinition" ? "schedule" : "sensor";
      report({
        message: `the ${word} has a \`target\` and no name`,
        why: `Dagster: "If you specify target you must specify ${word} name".`,
        help: 'Add `name="…"`.',
        location: target.argument.at,
      });
    }
  },
});
