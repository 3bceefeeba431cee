import { decorationsOf } from "../../facts/decorations.ts";
import { callsInBody, keywordOf } from "../../facts/functions/calls-in-body.ts";
import { defineRule } from "../../rule.ts";

export const sensorMissingRunKey = defineRule({
  name: "sensor-missing-run-key",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A sensor requests runs without a run key and keeps no cursor.",
    why: "It may request the same run at every tick.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders])
def on_file(context):
    return dg.RunRequest()

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders])
def on_file(context):
    return dg.RunRequest(run_key="2025-01-01")

defs = dg.Definitions(assets=[orders], sensors=[on_file])
`,
    source: "https://docs.dagster.io/guides/automate/sensors",
  },
  check({ location, report }) {
    for (const { function: fn } of decorationsOf(location, "dagster.sensor")) {
      const bare = callsInBody(fn, location).find(
        (call) =>
          call.name === "dagster.RunRequest" &&
          call.node.args.every(({ kind }) => kind === "keyword") &&
          (keywordOf(call, "run_key")?.kind ?? "none") === "none",
      );
      if (
        !bare ||
        (fn.definition.kind !== "lambda" &&
          /cursor|\bexecution_time\b/.test(fn.file.text.slice(fn.definition.body.start, fn.definition.body.end)))
      )
        continue;
      report({
        message: `\`${fn.name}\` requests runs without a run key and keeps no cursor`,
        why: "Without either it requests the same run at every tick. A run key, once used, is used for ever.",
        help: "Remember what was seen in the cursor, or give each unit of work its `run_key`.",
        location: bare.at,
        subject: `sensor:${fn.name}`,
      });
    }
  },
});
