import { decorationsOf } from "../facts/decorations.ts";
import { inputParametersOf } from "../facts/functions/inputs.ts";
import { defineRule } from "../rule.ts";

export const keywordOnlyParamNotADependency = defineRule({
  name: "keyword-only-param-not-a-dependency",
  group: "runtime",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A keyword-only or positional-only parameter of an asset is meant to load another asset.",
    why: "Dagster does not see it as a dependency, loads the asset without, and the call fails when it runs.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(context, *, orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(context, orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/decorator_utils.py (get_function_params), 1.13.27",
  },
  check({ location, report }) {
    for (const { signature, function: fn } of decorationsOf(location, "dagster.asset", "dagster.multi_asset")) {
      for (const { name, kind, at } of inputParametersOf({ signature }, location)) {
        if ((kind !== "keyword-only" && kind !== "positional-only") || fn.defaults.has(name)) continue;
        report({
          message: `the ${kind} parameter \`${name}\` of \`${fn.name}\` is not a dependency`,
          why: "Dagster looks at ordinary parameters only: it loads the asset without the dependency, and the call fails when it runs.",
          help: kind === "keyword-only" ? "Remove the `*`." : "Remove the `/`.",
          location: at,
        });
      }
    }
  },
});
