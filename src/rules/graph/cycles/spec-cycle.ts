import type { GraphAsset, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { circlesOf } from "../../facts/assets/circles.ts";
import { defineRule } from "../../rule.ts";

export const specCycle = defineRule({
  name: "spec-cycle",
  group: "graph",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Assets that depend on each other in a circle with an external one among them.",
    why: "Dagster only looks for circles among what it executes: this loads. The lineage has no beginning, and selections with `+` run around it.",
    example: `import dagster as dg

orders = dg.AssetSpec("orders", deps=["revenue"])
revenue = dg.AssetSpec("revenue", deps=["orders"])

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

orders = dg.AssetSpec("orders")
revenue = dg.AssetSpec("revenue", deps=["orders"])

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/assets/graph/base_asset_graph.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const cycle of graphs.flatMap(externalCycles)) {
      const [first] = cycle;
      const back = first?.dependencies.find(({ to }) => cycle.some(({ id }) => id === to));
      if (!first || !back) continue;
      report({
        message: `the assets ${cycle.map(({ path }) => `\`${toUserString(path)}\``).join(", ")} depend on each other in a circle`,
        why: "Dagster loads this, because not all of them are executed; the lineage has no beginning.",
        help: "Remove one of the dependencies of the circle.",
        location: back.at,
        subject: `asset:${toUserString(first.path)}`,
      });
    }
  },
});

/** Circles of certain dependencies with an asset in them that nothing here executes; an asset that depends on itself is no circle. */
function externalCycles(graph: RepositoryGraph): readonly (readonly GraphAsset[])[] {
  return circlesOf(graph, () => true).filter(
    (cycle) => cycle.some(({ kind }) => kind === "external") && cycle.every(({ claim }) => claim && !claim.condition),
  );
}
