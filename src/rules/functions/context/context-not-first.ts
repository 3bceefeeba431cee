import { parametersNamed } from "../../facts/functions/parameters.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check"].map((name) => `dagster.${name}`);

export const contextNotFirst = defineRule({
  name: "context-not-first",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter `context` that is not the first one.",
    why: 'Only the first parameter is the context; elsewhere the name is reserved. Dagster refuses: `"context" is not a valid name in Dagster. It conflicts with a Dagster or python reserved keyword.`',
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders, context): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(context, orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/utils.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { parameter: late, index, decoration } of parametersNamed(location, "context", ...DECORATORS)) {
      if (index === 0 || (late.kind !== "regular" && late.kind !== "keyword-only")) continue;
      report({
        message: "`context` is not the first parameter",
        why: 'Dagster: ""context" is not a valid name in Dagster. It conflicts with a Dagster or python reserved keyword."',
        help: "Make `context` the first parameter.",
        location: late.at,
        ...about(decoration.result),
      });
    }
  },
});
