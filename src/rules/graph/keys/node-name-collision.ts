import { groupBy } from "../../../base/group-by.ts";
import { executableNodesByName } from "../../facts/assets/executable-nodes.ts";
import { placeOfDefinition } from "../../facts/definition-place.ts";
import { about } from "../../facts/subject.ts";
import { textOf } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const nodeNameCollision = defineRule({
  name: "node-name-collision",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two definitions whose ops get one name: `a__b` is the op of the asset `a__b` and of `a/b`.",
    why: 'Dagster refuses: `Detected conflicting node definitions with the same name "..."`.',
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(name="orders", specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def several(): ...

defs = dg.Definitions(assets=[orders, several])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(name="several", specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def several(): ...

defs = dg.Definitions(assets=[orders, several])
`,
    source: "dagster/_core/definitions/composition.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const nodes = executableNodesByName(graph);
      const checks = graph.checks.flatMap(({ object, condition }) => {
        const node = object.type === "dagster.AssetChecksDefinition" && !condition ? object.fields.get("node_def") : undefined;
        const name = node?.kind === "object" ? textOf(node.fields.get("name")) : undefined;
        return name === undefined ? [] : [{ name, object, id: object }];
      });
      const ofChecks = groupBy(checks, (check) => check.name);
      const shared = [...nodes].flatMap(([name, { length }]) => (length > 1 ? [name] : []));
      for (const name of new Set([...shared, ...ofChecks.keys()])) {
        const ofAssets = (nodes.get(name) ?? []).map(({ object, claim }) => ({ object, id: claim.payload?.id ?? object }));
        const [first, ...others] = [...ofAssets, ...(ofChecks.get(name) ?? [])];
        for (const other of others) {
          if (!first || other.id === first.id || (isCheck(first.object) && isCheck(other.object))) continue;
          report({
            message: `two definitions make an op called \`${name}\``,
            why: `Dagster: "Detected conflicting node definitions with the same name "${name}"".`,
            help: "Give one of them another name or key: parts of a key are joined by two underscores.",
            location: placeOfDefinition(other.object),
            related: [{ location: placeOfDefinition(first.object), message: "the other one" }],
            ...about(other.object),
          });
        }
      }
    }
  },
});

/** Two checks of one name are another rule's concern. */
function isCheck({ type }: { readonly type: string }): boolean {
  return type === "dagster.AssetChecksDefinition";
}
