import { listNames, notNone } from "../facts/arguments/exclusive-arguments.ts";
import { aboutInstigator, describeInstigator, sensorCalls } from "../facts/automation/instigator-calls.ts";
import { callsOf } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

/** As written; each sensor has some of them. */
const TARGETS = ["target", "job", "job_name", "jobs", "asset_selection", "request_job", "request_jobs", "request_assets"];

export const sensorMultipleTargets = defineRule({
  name: "sensor-multiple-targets",
  group: "sensors",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A sensor is given more than one of `job`, `jobs`, `job_name`, `target` and `asset_selection` (`request_job`, `request_jobs`, `request_assets`).",
    why: "Dagster refuses: `Attempted to provide more than one of 'job', 'jobs', 'job_name', and 'asset_selection' params to SensorDefinition. Must provide only one.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")

@dg.sensor(job=load, asset_selection=[orders])
def on_file(context): ...

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders")

@dg.sensor(job=load)
def on_file(context): ...

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    source: "dagster/_core/definitions/sensor_definition.py, 1.13.27",
  },
  check({ location, report }) {
    const onStatus = callsOf(location, "dagster.run_status_sensor", "dagster.run_failure_sensor", "dagster.RunStatusSensorDefinition");
    for (const call of [...sensorCalls(location), ...onStatus]) {
      const targets = notNone(call, TARGETS);
      const [, second] = targets;
      if (!second) continue;
      report({
        message: `${describeInstigator(call, "sensor")} has ${listNames(targets)}, and may have one of them only`,
        why: "Dagster: \"Attempted to provide more than one of 'job', 'jobs', 'job_name', and 'asset_selection' params to SensorDefinition. Must provide only one.\"",
        help: "Keep one; several jobs go into `jobs=[…]`.",
        location: second.argument.at,
        ...aboutInstigator(call),
      });
    }
  },
});
