import { decorationsOf } from "../../facts/decorations.ts";
import { inputParametersOf } from "../../facts/functions/inputs.ts";
import { defineRule } from "../../rule.ts";

export const assetUntypedParameter = defineRule({
  name: "asset-untyped-parameter",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter that loads an asset has no annotation.",
    why: "The annotation says what the I/O manager is asked to load.",
    example: `import dagster as dg

@dg.asset
def orders() -> int:
    """The orders."""
    return 1

@dg.asset
def revenue(orders) -> int:
    """The revenue."""
    return orders

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> int:
    """The orders."""
    return 1

@dg.asset
def revenue(orders: int) -> int:
    """The revenue."""
    return orders

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ location, report }) {
    const untyped = decorationsOf(location, "dagster.asset", "dagster.multi_asset").flatMap(({ function: fn, signature }) =>
      inputParametersOf({ signature }, location)
        .filter(({ annotation, kind }) => !annotation && kind === "regular")
        .map(({ name, at }) => ({ fn, name, at })),
    );
    for (const { fn, name, at } of untyped) {
      report({
        message: `the parameter \`${name}\` of \`${fn.name}\` has no annotation`,
        why: "The annotation says what the I/O manager is asked to load.",
        help: "Annotate it with the type that the upstream asset returns.",
        location: at,
      });
    }
  },
});
