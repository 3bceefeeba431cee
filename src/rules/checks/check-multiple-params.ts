import { checkInputs } from "../facts/assets/check-specs.ts";
import { defineRule } from "../rule.ts";

export const checkMultipleParams = defineRule({
  name: "check-multiple-params",
  group: "checks",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A check has several parameters that are neither context nor configuration nor resource, and are not in `additional_ins`: which is the asset is not clear.",
    why: "Dagster refuses: `When defining check '...', multiple assets provided as parameters: [...]. These should either match the target asset or be specified in 'additional_ins'.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

@dg.asset_check(asset=orders)
def have_customers(orders, customers): ...

defs = dg.Definitions(assets=[orders, customers], asset_checks=[have_customers])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

@dg.asset_check(asset=orders, additional_ins={"customers": dg.AssetIn("customers")})
def have_customers(orders, customers): ...

defs = dg.Definitions(assets=[orders, customers], asset_checks=[have_customers])
`,
    source: "dagster/_core/definitions/decorators/asset_check_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { name, parameters, additional } of checkInputs(location)) {
      const assets = parameters.filter((parameter) => !additional.some((input) => input.name === parameter.name));
      const [, second] = assets;
      if (!second || assets.length !== parameters.length - additional.length) continue;
      const names = assets.map((parameter) => parameter.name).sort();
      report({
        message: `the check \`${name}\` has the parameters ${names.map((each) => `\`${each}\``).join(" and ")}, and only one of them can be the asset`,
        why: `Dagster: "When defining check '${name}', multiple assets provided as parameters: [${names.map((each) => `'${each}'`).join(", ")}]. These should either match the target asset or be specified in 'additional_ins'."`,
        help: 'Declare the others: `additional_ins={"…": AssetIn(…)}`.',
        location: second.at,
      });
    }
  },
});
