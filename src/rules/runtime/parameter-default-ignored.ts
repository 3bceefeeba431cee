import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { FunctionValue } from "../../python/value.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { inputParametersOf } from "../facts/functions/inputs.ts";
import { defineRule } from "../rule.ts";

export const parameterDefaultIgnored = defineRule({
  name: "parameter-default-ignored",
  group: "runtime",
  tier: "dagster-would-not-notice",
  severity: "info",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A parameter of an asset has a default value.",
    why: "Dagster takes it for an upstream asset all the same, and never uses the default.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders=None): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { signature, function: fn } of decorationsOf(location, "dagster.asset", "dagster.multi_asset")) {
      if (fn.defaults.size === 0) continue;
      for (const { name, kind, at } of inputParametersOf({ signature }, location)) {
        if (kind !== "regular" || !fn.defaults.has(name)) continue;
        report({
          message: `the default of \`${name}\` is never used: it is the upstream asset of that name`,
          why: "Every parameter that is neither context nor configuration nor resource is an input.",
          help: "Remove the default, or make it a constant of the module or a field of a `Config`.",
          location: at,
          ...fixOf(fn, name),
        });
      }
    }
  },
});

/** Never safe: a test that calls the function may leave the argument out. */
function fixOf({ definition, file }: FunctionValue, name: string): { readonly fix?: Fix } {
  const index = definition.parameters.findIndex((each) => each.name === name);
  const parameter = definition.parameters[index];
  const isAllowed = definition.parameters.slice(0, index).every((each) => each.default === undefined);
  if (!parameter?.default || !isAllowed) return {};
  const start = parameter.annotation?.end ?? parameter.nameSpan.end;
  return {
    fix: { title: "Remove the default", applicability: "unsafe", edits: [{ path: file.path, start, end: parameter.end, text: "" }] },
  };
}
