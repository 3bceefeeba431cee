import { allFalsy } from "../facts/arguments/exclusive-arguments.ts";
import { aboutInstigator, describeInstigator, scheduleCalls } from "../facts/automation/instigator-calls.ts";
import { defineRule } from "../rule.ts";

export const scheduleNoTarget = defineRule({
  name: "schedule-no-target",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule does not say what it launches.",
    why: "Dagster refuses: `Must provide target, job, or job_name`. (A sensor may do without: its run requests name the job.)",
    example: `import dagster as dg

@dg.schedule(cron_schedule="@daily")
def nightly():
    return dg.RunRequest()

defs = dg.Definitions(schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.schedule(cron_schedule="@daily", target=[orders])
def nightly():
    return dg.RunRequest()

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    source: "dagster/_core/definitions/schedule_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of scheduleCalls(location)) {
      if (!allFalsy(call, ["target", "job", "job_name"], location)) continue;
      report({
        message: `${describeInstigator(call, "schedule")} launches nothing`,
        why: 'Dagster: "Must provide target, job, or job_name".',
        help: "Give it a `job=` or a `target=`.",
        location: call.given("target")?.at ?? call.at,
        ...aboutInstigator(call),
      });
    }
  },
});
