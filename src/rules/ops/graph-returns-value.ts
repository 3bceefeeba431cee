import type { Value } from "../../python/value.ts";
import { nameOfFunction } from "../facts/decorations.ts";
import { compositionsOf, decoratorOf, isUncalledNode } from "../facts/functions/compositions.ts";
import { typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

const PLAIN: ReadonlySet<string> = new Set(["int", "float", "str", "bool", "function", "class", "set", "list", "bytes"]);

/** What stands for an input of the graph, and for all of a dynamic output: an op may take it, a graph may not yield it. */
const PASSED: ReadonlySet<string> = new Set(["dagster.InputMappingNode", "dagster.DynamicFanIn"]);

function isRefused(value: Value): boolean {
  if (PLAIN.has(value.kind) || isUncalledNode(value) || (value.kind === "object" && PASSED.has(value.type))) return true;
  return value.kind === "tuple" && value.items.some(isRefused);
}

export const graphReturnsValue = defineRule({
  name: "graph-returns-value",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A graph, graph-backed asset or op job returns a value that is not what an op yields.",
    why: "Dagster refuses: `@graph '...' returned problematic value of type ...`: the body of a graph runs once, to wire ops up.",
    example: `import dagster as dg

def load():
    return 1

@dg.graph_asset
def orders():
    return load()

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op
def load():
    return 1

@dg.graph_asset
def orders():
    return load()

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/composition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { kind, name, function: fn, composition } of compositionsOf(location)) {
      const { returned } = composition;
      if (!returned || !isRefused(returned)) continue;
      report({
        message: `\`${name}\` returns a \`${typeName(returned)}\`, not what an op yields`,
        why: `Dagster: "${decoratorOf(kind)} '${name}' returned problematic value of type <class '${typeName(returned)}'>. Expected return value from invoked node or dict mapping output name to return values from invoked nodes".`,
        help: "Put the work into an op, and return what calling it gives.",
        location: nameOfFunction(fn),
      });
    }
  },
});
