import { toUserString } from "../../dagster/model/asset-key.ts";
import { checkSpecsGiven } from "../facts/assets/check-specs.ts";
import { keyOfDep } from "../facts/assets/keys.ts";
import { callsOf } from "../facts/calls.ts";
import { elementsOf, placeInArgument } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

/** They make one check for each asset. */
const FACTORIES = ["build_last_update_freshness_checks", "build_time_partition_freshness_checks"].map((name) => `dagster.${name}`);

export const duplicateCheckSpec = defineRule({
  name: "duplicate-check-spec",
  group: "checks",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A definition is given two check specs of one name on one asset.",
    why: "Dagster refuses: `Duplicate check specs: {...}`.",
    example: `import dagster as dg

@dg.asset(check_specs=[dg.AssetCheckSpec("is_fresh", asset="orders"), dg.AssetCheckSpec("is_fresh", asset="orders")])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(check_specs=[dg.AssetCheckSpec("is_fresh", asset="orders"), dg.AssetCheckSpec("is_whole", asset="orders")])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py (create_check_specs_by_output_name), 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, ...FACTORIES)) {
      const argument = call.given("assets");
      const keys = new Set<string>();
      for (const item of elementsOf(argument?.value).items) {
        const key = keyOfDep(item);
        if (argument && key !== undefined && keys.has(key)) {
          report({
            message: `\`${key}\` is among \`assets\` twice`,
            why: `Dagster: "Found duplicate assets in the provided list of assets: […]. Please ensure that each asset is unique."`,
            help: "Name it once.",
            location: placeInArgument(item, argument),
          });
        }
        if (key !== undefined) keys.add(key);
      }
    }
    for (const { specs, from } of checkSpecsGiven(location)) {
      if (from === "multi_asset_check") continue;
      const seen = new Set<string>();
      for (const { asset, name, at } of specs) {
        const id = JSON.stringify([asset, name]);
        if (seen.has(id)) {
          report({
            message: `the check spec \`${name}\` of \`${toUserString(asset)}\` is given twice`,
            why: `Dagster: "Duplicate check specs: {(AssetKey([${asset.map((part) => `'${part}'`).join(", ")}]), '${name}'): 2}".`,
            help: "Rename or remove one of them.",
            location: at,
            subject: `check:${toUserString(asset)}:${name}`,
          });
        }
        seen.add(id);
      }
    }
  },
});
