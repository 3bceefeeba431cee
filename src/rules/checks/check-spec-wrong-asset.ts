import { toUserString } from "../../dagster/model/asset-key.ts";
import { checkSpecsGiven } from "../facts/assets/check-specs.ts";
import { defineRule } from "../rule.ts";

export const checkSpecWrongAsset = defineRule({
  name: "check-spec-wrong-asset",
  group: "checks",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A definition of assets is given a check spec for an asset that it does not make.",
    why: "Dagster refuses: `Invalid asset key ... in check spec .... Must be one of [...]`.",
    example: `import dagster as dg

@dg.asset(key_prefix="sales", check_specs=[dg.AssetCheckSpec("is_fresh", asset="orders")])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(key_prefix="sales", check_specs=[dg.AssetCheckSpec("is_fresh", asset=["sales", "orders"])])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source:
      "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py (_validate_check_specs_target_relevant_asset_keys), 1.13.27",
  },
  check({ location, report }) {
    for (const { specs, made } of checkSpecsGiven(location)) {
      const keys = made?.map(toUserString);
      const wrong = keys && specs.find(({ asset }) => !keys.includes(toUserString(asset)));
      if (!keys || !wrong) continue;
      report({
        message: `the check spec \`${wrong.name}\` is for \`${toUserString(wrong.asset)}\`, which this definition does not make`,
        why: `Dagster: "Invalid asset key AssetKey([${wrong.asset.map((part) => `'${part}'`).join(", ")}]) in check spec ${wrong.name}. Must be one of [...]".`,
        help:
          keys.length === 1
            ? `It makes \`${keys[0]}\`.`
            : `It makes ${keys
                .slice(0, 5)
                .map((key) => `\`${key}\``)
                .join(", ")}.`,
        location: wrong.at,
        subject: `check:${toUserString(wrong.asset)}:${wrong.name}`,
      });
    }
  },
});
