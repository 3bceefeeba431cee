import { nameOfFunction } from "../facts/decorations.ts";
import { compositionsOf } from "../facts/functions/compositions.ts";
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
      const outs = object.args?.keywords.get(kind === "graph" ? "out" : "outs")?.value;
      if (!isEmpty || !(kind.startsWith("graph_") || (kind === "graph" && outs !== undefined && outs.kind !== "none"))) continue;
      const wanted =
        outs?.kind === "dict" ? [...outs.entries.values()].flatMap(({ key }) => textOf(key)?.replaceAll("-", "_") ?? []) : ["result"];
      const returnedNames =
        composition.returned?.kind === "dict" ? [...composition.returned.entries.values()].map(({ key }) => textOf(key)) : [];
      const extra = returnedNames.find((output) => output !== undefined && !wanted.includes(output));
      if (extra !== undefined) {
        report({
          message: `\`${name}\` returns \`${extra}\`, which is none of its outputs`,
          why: `Dagster: "@graph '${name}' referenced key ${extra} which does not match any defined outputs. Valid options are: [${wanted.map((each) => `'${each}'`).join(", ")}]"`,
          help: "Name an output, or add the output to the decorator.",
          location: nameOfFunction(fn),
        });
      }
      const missing = wanted.find((output) => !composition.outputs.some((each) => each.name === output));
      if (missing === undefined) continue;
      report({
        message: wanted[0] === "result" ? `\`${name}\` returns nothing` : `\`${name}\` does not return the output \`${missing}\``,
        why: `Dagster: "@graph '${name}' has unmapped output '${missing}'. Remove it or return a value from the appropriate op/graph invocation."`,
        help: "Return what an op of the graph yields.",
        location: nameOfFunction(fn),
      });
    }
  },
});
