import { nameOfFunction } from "../facts/decorations.ts";
import { compositionsOf } from "../facts/functions/compositions.ts";
import { defineRule } from "../rule.ts";

export const graphUnusedInput = defineRule({
  name: "graph-unused-input",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter of a graph or graph-backed asset that goes into no op.",
    why: "Dagster refuses: `@graph '...' has unmapped input '...'. Remove it or pass it to the appropriate op/graph invocation.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def count(): ...

@dg.graph_asset
def revenue(orders):
    return count()

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def count(orders): ...

@dg.graph_asset
def revenue(orders):
    return count(orders)

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/composition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { name, function: fn, composition } of compositionsOf(location)) {
      for (const input of composition.unusedInputs ?? []) {
        const parameter = fn.definition.parameters.find((each) => each.name === input);
        report({
          message: `the input \`${input}\` of \`${name}\` goes into no op`,
          why: `Dagster: "@graph '${name}' has unmapped input '${input}'. Remove it or pass it to the appropriate op/graph invocation."`,
          help: "Pass it to an op, or remove it.",
          location: parameter ? { path: fn.file.path, start: parameter.start, end: parameter.end } : nameOfFunction(fn),
        });
      }
    }
  },
});
