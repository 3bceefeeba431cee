import { decorationsGiving } from "../../facts/decorations.ts";
import { renameValue } from "../../facts/fixes/rename-literal.ts";
import { inputParametersOf, isNothing } from "../../facts/functions/inputs.ts";
import { didYouMean, misspelt } from "../../facts/names/suggest.ts";
import { about } from "../../facts/subject.ts";
import { placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

const DECORATORS = ["asset", "multi_asset", "graph_asset", "graph_multi_asset"].map((name) => `dagster.${name}`);

export const insWithoutParameter = defineRule({
  name: "ins-without-parameter",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A name in `ins` that is not a parameter of the function.",
    why: "Dagster refuses: `Key '...' in provided ins dict does not correspond to any of the names of the arguments to the decorated function`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(ins={"placed": dg.AssetIn("orders")})
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(ins={"placed": dg.AssetIn("orders")})
def revenue(placed): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, signature, result } of decorationsGiving(location, "ins", ...DECORATORS)) {
      const argument = decorator.given("ins");
      const parameters = inputParametersOf({ signature }, location);
      if (argument?.value.kind !== "dict" || signature.gap || parameters.some(({ kind }) => kind === "keyword-variadic")) continue;
      const names = parameters.filter(({ kind }) => kind === "regular").map(({ name }) => name);
      for (const { key, value } of argument.value.entries.values()) {
        if (key.kind !== "str" || names.includes(key.value) || isNothing(value) || value.kind === "unknown" || value.kind === "one-of")
          continue;
        const near = misspelt(key.value, names);
        const fix = renameValue(key, near, location);
        report({
          message: `\`${key.value}\` in \`ins\` is not a parameter of the function`,
          why: `Dagster: "Key '${key.value}' in provided ins dict does not correspond to any of the names of the arguments to the decorated function".`,
          help: didYouMean(near, `Add the parameter \`${key.value}\`, or move the dependency to \`deps\`.`),
          location: placeInArgument(key, argument),
          ...about(result),
          ...(fix && { fix }),
        });
      }
    }
  },
});
