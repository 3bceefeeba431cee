import { listNames, notNone } from "../facts/arguments/exclusive-arguments.ts";
import { aboutInstigator, describeInstigator, scheduleCalls } from "../facts/automation/instigator-calls.ts";
import { defineRule } from "../rule.ts";

export const scheduleMultipleTargets = defineRule({
  name: "schedule-multiple-targets",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule is given more than one of `job`, `job_name` and `target`.",
    why: "Dagster refuses: `Attempted to provide more than one of 'job', 'job_name', and 'target'params to ScheduleDefinition. Must provide only one.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", job=load, target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")
nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", job=load)

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    source: "dagster/_core/definitions/schedule_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of scheduleCalls(location)) {
      const targets = notNone(call, ["target", "job_name", "job"]);
      const [, second] = targets;
      if (!second) continue;
      report({
        message: `${describeInstigator(call, "schedule")} has ${listNames(targets)}, and may have one of them only`,
        why: "Dagster: \"Attempted to provide more than one of 'job', 'job_name', and 'target'params to ScheduleDefinition. Must provide only one.\"",
        help: "Keep the one that says what the schedule launches.",
        location: second.argument.at,
        ...aboutInstigator(call),
      });
    }
  },
});
