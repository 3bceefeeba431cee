import { createDigraph, stronglyConnectedComponents } from "../../../base/digraph.ts";
import type { LibraryObject } from "../../../python/value.ts";
import { executableNodes } from "../../facts/assets/executable-nodes.ts";
import { placeOfDefinition } from "../../facts/definition-place.ts";
import { defineRule } from "../../rule.ts";

export const multiAssetCycle = defineRule({
  name: "multi-asset-cycle",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A definition of several assets depends on another that depends on it: each as a whole would have to run before the other.",
    why: "Dagster fails: `Circular dependencies exist among these items: {...}`. With `can_subset=True` it can run the definition in parts.",
    example: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("raw"), dg.AssetSpec("report", deps=["clean"])])
def both(): ...

@dg.asset(deps=["raw"])
def clean(): ...

defs = dg.Definitions(assets=[both, clean])
`,
    instead: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("raw"), dg.AssetSpec("report", deps=["clean"])], can_subset=True)
def both(): ...

@dg.asset(deps=["raw"])
def clean(): ...

defs = dg.Definitions(assets=[both, clean])
`,
    source: "dagster/_core/definitions/assets/job/asset_job.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const nodes = executableNodes(graph);
      if (nodes.every(({ assets }) => assets.length < 2)) continue;
      const nodeOf = new Map(nodes.flatMap((node, index) => node.assets.map((asset) => [asset.id, String(index)] as const)));
      const certain = (id: string) => (graph.assets.get(id)?.dependencies ?? []).filter(({ condition }) => !condition).map(({ to }) => to);
      const edges = nodes.flatMap((node, index) =>
        node.assets.flatMap(({ id }) =>
          certain(id).flatMap((to) =>
            (nodeOf.get(to) ?? String(index)) === String(index) ? [] : [{ from: String(index), to: nodeOf.get(to) ?? "" }],
          ),
        ),
      );
      const keyEdges = nodes.flatMap((node) =>
        node.assets.flatMap(({ id }) => certain(id).flatMap((to) => (nodeOf.has(to) && to !== id ? [{ from: id, to }] : []))),
      );
      const cyclicKeys = new Set(
        stronglyConnectedComponents(createDigraph(nodeOf.keys(), keyEdges))
          .filter(({ length }) => length > 1)
          .flat(),
      );
      for (const component of stronglyConnectedComponents(
        createDigraph(
          nodes.map((_, index) => String(index)),
          edges,
        ),
      )) {
        const members = component.flatMap((index) => nodes[Number(index)] ?? []);
        const [first] = members.filter(({ assets }) => assets.length > 1);
        if (
          members.length < 2 ||
          !first ||
          members.some(({ object, assets }) => canSubset(object) || assets.some(({ id }) => cyclicKeys.has(id)))
        )
          continue;
        report({
          message: `${members.length} definitions depend on each other in a circle, although their assets do not`,
          why: 'Dagster: "Circular dependencies exist among these items: {…}".',
          help: "Split the definition, or let it run in parts: `can_subset=True`.",
          location: placeOfDefinition(first.object),
          related: members
            .filter((member) => member !== first)
            .map(({ object }) => ({ location: placeOfDefinition(object), message: "in the circle" })),
        });
      }
    }
  },
});

function canSubset(object: LibraryObject): boolean {
  const value = object.fields.get("can_subset");
  return value !== undefined && !(value.kind === "bool" && !value.value) && value.kind !== "none";
}
