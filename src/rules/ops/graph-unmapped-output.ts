import { compositionsOf } from "../facts/compositions.ts";
import { nameOfFunction } from "../facts/decorations.ts";
import { textOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const graphUnmappedOutput = defineRule({
  name: "graph-unmapped-output",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A graph-backed asset that does not return what one of its ops yields, or leaves out an output.",
    why: "Dagster refuses: `@graph '...' has unmapped output '...'. Remove it or return a value from the appropriate op/graph invocation.`",
    example: `import dagster as dg

@dg.op
def load(): ...

@dg.graph_asset
def orders():
    load()

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op
def load(): ...

@dg.graph_asset
def orders():
    return load()

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/composition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { kind, name, object, function: fn, composition } of compositionsOf(location)) {
      const isEmpty = composition.returned?.kind === "none" || composition.returned?.kind === "dict";
      if (!kind.startsWith("graph_") || !isEmpty) continue;
      const outs = object.args?.keywords.get("outs")?.value;
      const wanted =
        outs?.kind === "dict" ? [...outs.entries.values()].flatMap(({ key }) => textOf(key)?.replaceAll("-", "_") ?? []) : ["result"];
      const missing = wanted.find((output) => !composition.outputs.some((each) => each.name === output));
      if (missing === undefined) continue;
      report({
        message: kind === "graph_asset" ? `\`${name}\` returns nothing` : `\`${name}\` does not return the output \`${missing}\``,
        why: `Dagster: "@graph '${name}' has unmapped output '${missing}'. Remove it or return a value from the appropriate op/graph invocation."`,
        help: "Return what an op of the graph yields.",
        location: nameOfFunction(fn),
      });
    }
  },
});
