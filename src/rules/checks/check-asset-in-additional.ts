import { toUserString } from "../../dagster/model/asset-key.ts";
import { checkInputs } from "../facts/assets/check-specs.ts";
import { defineRule } from "../rule.ts";

export const checkAssetInAdditional = defineRule({
  name: "check-asset-in-additional",
  group: "checks",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The asset of a check is among its `additional_deps` or `additional_ins` too.",
    why: "Dagster refuses: `When defining check '...', asset '...' was passed to \\`asset\\` and \\`additional_deps\\`. It can only be passed to one of these parameters.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders, additional_deps=[orders])
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders)
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    source: "dagster/_core/definitions/decorators/asset_check_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { name, asset, also } of checkInputs(location)) {
      const twice = asset && also.find(({ key }) => toUserString(key) === toUserString(asset));
      if (!asset || !twice) continue;
      const key = toUserString(asset);
      report({
        message: `the check \`${name}\` is on \`${key}\`, which \`${twice.parameter}\` names again`,
        why: `Dagster: "When defining check '${name}', asset '${key}' was passed to \`asset\` and \`${twice.parameter}\`. It can only be passed to one of these parameters."`,
        help: `Take it out of \`${twice.parameter}\`.`,
        location: twice.at,
        subject: `check:${key}:${name}`,
      });
    }
  },
});
