import { decorationsOf } from "../../facts/decorations.ts";
import { callsInBody } from "../../facts/functions/calls-in-body.ts";
import { defineRule } from "../../rule.ts";

export const sleepInSensor = defineRule({
  name: "sleep-in-sensor",
  group: "practice",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The function of a sensor or schedule sleeps.",
    why: "All sensors of a code location share few workers, and an evaluation that takes over a minute is cut off.",
    example: `import dagster as dg
import time

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders])
def on_file(context):
    time.sleep(30)

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders])
def on_file(context):
    return dg.SkipReason("nothing yet")

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    source: "https://docs.dagster.io/guides/automate/sensors",
  },
  check({ location, report }) {
    for (const { function: fn } of decorationsOf(
      location,
      "dagster.sensor",
      "dagster.asset_sensor",
      "dagster.multi_asset_sensor",
      "dagster.schedule",
      "dagster.run_status_sensor",
    )) {
      for (const { name, at } of callsInBody(fn, location)) {
        if (name !== "time.sleep") continue;
        report({
          message: `\`${fn.name}\` sleeps while it is evaluated`,
          why: "Evaluations share few workers and are cut off after a minute.",
          help: "Return a `SkipReason` and let the next tick look again; `minimum_interval_seconds` says when.",
          location: at,
          subject: `sensor:${fn.name}`,
        });
      }
    }
  },
});
