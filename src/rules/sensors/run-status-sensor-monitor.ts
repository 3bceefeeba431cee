import { listNames, truthy } from "../facts/arguments/exclusive-arguments.ts";
import { aboutInstigator, describeInstigator } from "../facts/automation/instigator-calls.ts";
import { callsOf } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

export const runStatusSensorMonitor = defineRule({
  name: "run-status-sensor-monitor",
  group: "sensors",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A sensor on the status of runs watches both all code locations and certain jobs.",
    why: "Dagster refuses: `Cannot specify both monitor_all_code_locations and monitored_jobs.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")

@dg.run_failure_sensor(monitored_jobs=[load], monitor_all_code_locations=True)
def alert(context): ...

defs = dg.Definitions(assets=[orders], jobs=[load], sensors=[alert])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")

@dg.run_failure_sensor(monitored_jobs=[load])
def alert(context): ...

defs = dg.Definitions(assets=[orders], jobs=[load], sensors=[alert])
`,
    source: "dagster/_core/definitions/run_status_sensor_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.run_status_sensor", "dagster.run_failure_sensor")) {
      const [jobs] = truthy(call, ["monitored_jobs", "job_selection"], location);
      const [all] = truthy(call, ["monitor_all_code_locations", "monitor_all_repositories"], location);
      if (!jobs || !all) continue;
      report({
        message: `${describeInstigator(call, "sensor")} has ${listNames([all, jobs])}, which exclude each other`,
        why: `Dagster: "Cannot specify both ${all.name} and ${jobs.name}."`,
        help: `Remove \`${all.name}\` to watch these jobs only, or \`${jobs.name}\` to watch all.`,
        location: all.argument.at,
        ...aboutInstigator(call),
      });
    }
  },
});
