import { callsOf } from "../facts/calls.ts";
import { elementsOf, placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const monitoredAssetNotAKey = defineRule({
  name: "monitored-asset-not-a-key",
  group: "sensors",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`@asset_sensor(asset_key=)` or `@multi_asset_sensor(monitored_assets=)` is given something else than an `AssetKey` (or, for several, a selection).",
    why: 'Dagster refuses: `Param "asset_key" is not a AssetKey.`, `The value passed to monitored_assets param must be either an AssetSelection or a Sequence of AssetKeys`.',
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_sensor(asset_key="orders")
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
    source: "dagster/_core/definitions/asset_sensor_definition.py, decorators/sensor_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.asset_sensor", "dagster.AssetSensorDefinition")) {
      const argument = call.given("asset_key");
      if (!argument || !isNoKey(argument.value)) continue;
      report({
        message: "the asset that the sensor watches is not given as an `AssetKey`",
        why: 'Dagster: "Param "asset_key" is not a AssetKey."',
        help: "Write `asset_key=AssetKey(…)`, or `.key` of the asset.",
        location: placeInArgument(argument.value, argument),
      });
    }
    for (const call of callsOf(location, "dagster.multi_asset_sensor", "dagster.MultiAssetSensorDefinition")) {
      const argument = call.given("monitored_assets");
      const wrong = elementsOf(argument?.value).items.find(isNoKey);
      if (!argument || !wrong) continue;
      report({
        message: "an asset that the sensor watches is not given as an `AssetKey`",
        why: 'Dagster: "The value passed to monitored_assets param must be either an AssetSelection or a Sequence of AssetKeys".',
        help: "Write `AssetKey(…)` for each, or an `AssetSelection` for all.",
        location: placeInArgument(wrong, argument),
      });
    }
  },
});

function isNoKey(value: { readonly kind: string; readonly type?: string }): boolean {
  if (value.kind === "object") return value.type !== "dagster.AssetKey" && (value.type?.startsWith("dagster.Asset") ?? false);
  return value.kind === "str" || value.kind === "int" || value.kind === "function";
}
