import { checkInputs } from "../facts/assets/check-specs.ts";
import { defineRule } from "../rule.ts";

export const checkAdditionalInsParam = defineRule({
  name: "check-additional-ins-param",
  group: "checks",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A name in `additional_ins` of a check is not one of its parameters.",
    why: "Dagster refuses: `'...' is specified in 'additional_ins' but isn't a parameter.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

@dg.asset_check(asset=orders, additional_ins={"customers": dg.AssetIn("customers")})
def have_customers(orders): ...

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
      const lost = additional.find((input) => !parameters.some((parameter) => parameter.name === input.name));
      if (!lost) continue;
      report({
        message: `\`${lost.name}\` in \`additional_ins\` is not a parameter of the check \`${name}\``,
        why: `Dagster: "'${lost.name}' is specified in 'additional_ins' but isn't a parameter."`,
        help: "Add the parameter, or make it a dependency: `additional_deps=[…]`.",
        location: lost.at,
      });
    }
  },
});
