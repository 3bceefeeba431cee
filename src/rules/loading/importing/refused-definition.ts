import { defineRule } from "../../rule.ts";

export const refusedDefinition = defineRule({
  name: "refused-definition",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Dagster refuses to make a definition, for a reason that has no rule of its own: a mapping that names an output that the op does not have, a dependency on a node that the graph lacks.",
    why: "Dagster raises, in the words that the finding quotes, while it imports the module; nothing of the code location is loaded.",
    example: `import dagster as dg

@dg.op
def load(): ...

orders = dg.AssetsDefinition.from_op(load, keys_by_output_name={"orders": dg.AssetKey("orders")})

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.op
def load(): ...

orders = dg.AssetsDefinition.from_op(load, keys_by_output_name={"result": dg.AssetKey("orders")})

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/assets/definition/assets_definition.py, graph_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { at, message, gap } of location.problems) {
      const refusal = gap?.refusal;
      if (refusal?.kind !== "definition") continue;
      report({
        message: `Dagster refuses this: ${refusal.problem}`,
        why: `Dagster: "${message}". Nothing of the code location is loaded.`,
        help: "Correct what the message names.",
        location: at,
      });
    }
  },
});
