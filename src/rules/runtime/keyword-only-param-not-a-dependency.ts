import { inputParametersOf } from "../facts/functions/inputs.ts";
import { parametersOfKind } from "../facts/functions/parameters.ts";
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
    for (const kind of ["keyword-only", "positional-only"] as const) {
      for (const { parameter, decoration } of parametersOfKind(location, kind, "dagster.asset", "dagster.multi_asset")) {
        const { name, at } = parameter;
        const { function: fn } = decoration;
        if (fn.defaults.has(name) || !inputParametersOf(decoration, location).includes(parameter)) continue;
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
