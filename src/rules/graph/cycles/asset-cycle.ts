import type { GraphAsset, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { circlesOf } from "../../facts/assets/circles.ts";
import { definitionIdOf } from "../../facts/assets/executable-nodes.ts";
import { defineRule } from "../../rule.ts";

export const assetCycle = defineRule({
  name: "asset-cycle",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Assets that depend on each other in a circle.",
    why: "No order exists in which they could be materialized. Loading fails with `CircularDependencyError: Circular dependencies exist among these items: {...}`.",
    example: `import dagster as dg

@dg.asset(deps=["revenue"])
def orders(): ...

@dg.asset(deps=["orders"])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=["orders"])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/assets/graph/base_asset_graph.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const cycle of executableCycles(graph)) {
        const [first] = cycle;
        const back = first && cycle.flatMap((asset) => edgesWithin(asset, cycle)).find(({ from }) => from === first);
        if (!first || !back) continue;
        const keys = cycle.map((asset) => `\`${toUserString(asset.path)}\``);
        report({
          message: `the assets ${keys.join(", ")} depend on each other in a circle`,
          why: 'Dagster: "Circular dependencies exist among these items: {...}" (`CircularDependencyError`).',
          help: "Remove one of the dependencies of the circle.",
          location: back.at,
          related: cycle.slice(1).flatMap((asset) =>
            edgesWithin(asset, cycle)
              .slice(0, 1)
              .map(({ at, to }) => ({ location: at, message: `\`${toUserString(asset.path)}\` depends on \`${toUserString(to.path)}\`` })),
          ),
          subject: `asset:${toUserString(first.path)}`,
        });
      }
    }
  },
});

/** Circles through more than one definition that is executed: those within a definition are its own affair, those through external assets load. */
function executableCycles(graph: RepositoryGraph): readonly (readonly GraphAsset[])[] {
  return circlesOf(graph, isExecuted).filter((cycle) => new Set(cycle.map(definitionIdOf)).size > 1);
}

function isExecuted({ kind, claim }: GraphAsset): boolean {
  return claim !== undefined && !claim.condition && (kind === "asset" || kind === "observable");
}

function certainEdges({ id, dependencies }: GraphAsset) {
  return dependencies.filter((dependency) => !dependency.condition && dependency.to !== id);
}

function edgesWithin(asset: GraphAsset, cycle: readonly GraphAsset[]) {
  return certainEdges(asset).flatMap((dependency) => {
    const to = cycle.find(({ id }) => id === dependency.to);
    return to ? [{ from: asset, to, at: dependency.at }] : [];
  });
}
