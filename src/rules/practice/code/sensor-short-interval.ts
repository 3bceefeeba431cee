import { aboutInstigator, describeInstigator, sensorCalls } from "../../facts/automation/instigator-calls.ts";
import { placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const sensorShortInterval = defineRule({
  name: "sensor-short-interval",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A sensor is evaluated more often than every 30 seconds.",
    why: "Each evaluation costs, and Dagster itself looks only every 30 seconds by default.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders], minimum_interval_seconds=5)
def on_file(context):
    ...

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders], minimum_interval_seconds=60)
def on_file(context):
    ...

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    source: "https://docs.dagster.io/guides/automate/sensors",
  },
  check({ configuration, location, report }) {
    const least = configuration.thresholds["sensor-interval-seconds"];
    for (const call of sensorCalls(location)) {
      const argument = call.given("minimum_interval_seconds");
      if (argument?.value.kind !== "int" || Number(argument.value.value) >= least) continue;
      report({
        message: `${describeInstigator(call, "sensor")} is evaluated every ${argument.value.value} seconds`,
        why:
          Number(argument.value.value) < 0
            ? "Dagster takes a negative interval without a word."
            : "Each evaluation occupies a worker of the code location.",
        help: `Take at least ${least} seconds, or react to events.`,
        location: placeInArgument(argument.value, argument),
        ...aboutInstigator(call),
      });
    }
  },
});
