import { parametersOfKind } from "../../facts/functions/parameters.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check", "graph_asset", "graph", "job"].map((name) => `dagster.${name}`);

export const varargsParameter = defineRule({
  name: "varargs-parameter",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`*args` on an asset, op or check.",
    why: "Dagster refuses: `@op '...' decorated function has positional vararg parameter '*args'.`",
    example: `import dagster as dg

@dg.asset
def orders(*upstream): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(**upstream): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/decorators/op_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { parameter: variadic, decoration } of parametersOfKind(location, "variadic", ...DECORATORS)) {
      const { function: fn, result } = decoration;
      report({
        message: `\`*${variadic.name}\` cannot be an input`,
        why: `Dagster: "@op '${fn.name}' decorated function has positional vararg parameter '*${variadic.name}'."`,
        help: "Name the parameters, or take `**kwargs` together with `ins=`.",
        location: variadic.at,
        ...about(result),
      });
    }
  },
});
