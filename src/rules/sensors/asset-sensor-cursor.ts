import { decorationsOf } from "../facts/decorations.ts";
import { callsInBody, keywordOf } from "../facts/functions/calls-in-body.ts";
import { defineRule } from "../rule.ts";

const KEEP_THEIR_CURSOR = ["dagster.asset_sensor", "dagster.multi_asset_sensor", "dagster.run_status_sensor", "dagster.run_failure_sensor"];

export const assetSensorCursor = defineRule({
  name: "asset-sensor-cursor",
  group: "sensors",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset sensor, or a sensor on the status of runs, returns a `SensorResult` with a cursor.",
    why: "Dagster keeps the cursor of these sensors itself, and the tick fails: `Cannot set cursor in a @asset_sensor.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_sensor(asset_key=dg.AssetKey("orders"))
def on_orders(context, event):
    return dg.SensorResult(cursor="1")

defs = dg.Definitions(assets=[orders], sensors=[on_orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_sensor(asset_key=dg.AssetKey("orders"))
def on_orders(context, event):
    return dg.SensorResult()

defs = dg.Definitions(assets=[orders], sensors=[on_orders])
`,
    source: "dagster/_core/definitions/decorators/sensor_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, function: fn } of decorationsOf(location, ...KEEP_THEIR_CURSOR)) {
      for (const call of callsInBody(fn, location)) {
        const cursor = call.name === "dagster.SensorResult" ? keywordOf(call, "cursor") : undefined;
        if (!cursor || cursor.kind === "none") continue;
        report({
          message: `\`${fn.name}\` returns a cursor, and Dagster keeps that of such a sensor itself`,
          why: `Dagster, at the tick: "Cannot set cursor in a @${decorator.name.slice("dagster.".length)}."`,
          help: "Leave `cursor` out; the context knows what was seen.",
          location: { path: fn.file.path, start: cursor.start, end: cursor.end },
          subject: `sensor:${fn.name}`,
        });
      }
    }
  },
});
