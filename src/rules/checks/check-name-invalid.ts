import { toPythonIdentifier, toUserString } from "../../dagster/model/asset-key.ts";
import { checkSpecsGiven } from "../facts/assets/check-specs.ts";
import { hasValidNameChars, NAME_MESSAGE } from "../facts/names/dagster-names.ts";
import { defineRule } from "../rule.ts";

export const checkNameInvalid = defineRule({
  name: "check-name-invalid",
  group: "checks",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The name of a check has characters other than ASCII letters, digits and `_`. Keys of assets may have `-` and `.`, names of checks may not.",
    why: 'Dagster refuses: `"..." is not a valid name in Dagster. Names must be in regex ^[A-Za-z0-9_]+$.`',
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders, name="is-fresh")
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset=orders, name="is_fresh")
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    source: "dagster/_core/definitions/utils.py (check_valid_name), 1.13.27",
  },
  check({ location, report }) {
    const given = checkSpecsGiven(location).flatMap(({ specs, from }) => specs.map((spec) => ({ ...spec, from })));
    for (const { asset, name, at, from } of given) {
      // The op of a single check is named as it is; outputs of specs have their dots replaced.
      const checked = from === "asset_check" ? name : name.replaceAll(".", "_");
      if (name === "" || hasValidNameChars(checked)) continue;
      report({
        message: `\`${name}\` is not a valid name of a check`,
        why: `Dagster: ""${toPythonIdentifier(asset)}_${name}" is not a valid name in Dagster. ${NAME_MESSAGE}"`,
        help: "Use ASCII letters, digits and `_` only.",
        location: at,
        subject: `check:${toUserString(asset)}:${name}`,
      });
    }
  },
});
