import { toUserString } from "../../dagster/model/asset-key.ts";
import { placeOfArgument } from "../facts/definition-place.ts";
import { renameKeyIn } from "../facts/fixes/rename-literal.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { defineRule } from "../rule.ts";

export const sensorMonitorsUnknownAsset = defineRule({
  name: "sensor-monitors-unknown-asset",
  group: "sensors",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A sensor watches an asset that nothing defines.",
    why: "Dagster loads it, and the sensor never fires.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_sensor(asset_key=dg.AssetKey("order"))
def on_orders(context, event): ...

defs = dg.Definitions(assets=[orders], sensors=[on_orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_sensor(asset_key=dg.AssetKey("orders"))
def on_orders(context, event): ...

defs = dg.Definitions(assets=[orders], sensors=[on_orders])
`,
    source: "dagster/_core/definitions/asset_sensor_definition.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      const defined = [...graph.assets.values()].flatMap((asset) => (asset.claim ? [toUserString(asset.path)] : []));
      for (const { name, object, monitors, condition } of graph.sensors) {
        for (const { error } of condition ? [] : (monitors?.problems ?? [])) {
          if (error.kind !== "unknown-asset") continue;
          const key = toUserString(error.key);
          const near = misspelt(key, defined);
          const at = placeOfArgument(object, "asset_key", "monitored_assets") ?? object.args?.positional[0]?.at ?? object.at;
          const fix = renameKeyIn(at, error.key, near, location);
          report({
            message: `the sensor \`${name}\` watches \`${key}\`, which this code location does not define`,
            why: "Dagster loads it without a word. The sensor fires only if another code location materializes the asset.",
            help: didYouMean(near, "If another code location makes it, declare it here with `AssetSpec`."),
            location: at,
            subject: `sensor:${name}`,
            severity: near === undefined ? "warning" : "error",
            ...(fix && { fix }),
            doubts: error.certain ? [] : graph.gaps.assets,
          });
        }
      }
    }
  },
});
