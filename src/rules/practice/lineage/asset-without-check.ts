import type { RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { type KeyId, keyId } from "../../../dagster/model/asset-key.ts";
import { ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

export const assetWithoutCheck = defineRule({
  name: "asset-without-check",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset that others depend on has no check (threshold `check-from-downstream`, 3 direct consumers).",
    why: "Bad data goes on to everything that depends on it.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[orders])
def revenue(): ...

@dg.asset(deps=[orders])
def returns(): ...

@dg.asset(deps=[orders])
def forecast(): ...

defs = dg.Definitions(assets=[orders, revenue, returns, forecast])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[orders])
def revenue(): ...

@dg.asset(deps=[orders])
def returns(): ...

@dg.asset(deps=[orders])
def forecast(): ...

@dg.asset_check(asset=orders)
def is_fresh(): ...

defs = dg.Definitions(assets=[orders, revenue, returns, forecast], asset_checks=[is_fresh])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ configuration, graphs, report }) {
    const least = configuration.thresholds["check-from-downstream"];
    for (const graph of graphs) {
      if (graph.gaps.checks.length > 0) continue;
      const checked = new Set(graph.checks.map(({ asset }) => keyId(asset)));
      const consumers = consumersOf(graph);
      const unchecked = ownAssets(graph).filter(({ asset }) => (consumers.get(asset.id) ?? 0) >= least && !checked.has(asset.id));
      for (const { asset, key, at, subject } of unchecked) {
        report({
          message: `${consumers.get(asset.id)} assets depend on \`${key}\`, and no check is on it`,
          why: "What is wrong in it goes on to everything that depends on it.",
          help: "Add an `@asset_check`.",
          location: at,
          subject,
        });
      }
    }
  },
});

/** How many assets depend on each. */
function consumersOf({ assets }: RepositoryGraph): ReadonlyMap<KeyId, number> {
  const consumers = new Map<KeyId, number>();
  assets.forEach(({ dependencies }) => {
    for (const to of new Set(dependencies.map((dependency) => dependency.to))) consumers.set(to, (consumers.get(to) ?? 0) + 1);
  });
  return consumers;
}
