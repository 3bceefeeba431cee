import { ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

export const mixedDepStyle = defineRule({
  name: "mixed-dep-style",
  group: "practice",
  tier: "practice",
  severity: "info",
  onRequest: true,
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset names some of its dependencies as parameters and others in `deps`. Off by default.",
    why: "Parameters load what they name through an I/O manager, `deps` do not: who reads the signature sees half of the dependencies.",
    example: `import dagster as dg

@dg.asset
def customers(): ...

@dg.asset
def orders(): ...

@dg.asset(deps=[customers])
def revenue(orders): ...

defs = dg.Definitions(assets=[customers, orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def customers(): ...

@dg.asset
def orders(): ...

@dg.asset(deps=[customers, orders])
def revenue(): ...

defs = dg.Definitions(assets=[customers, orders, revenue])
`,
    source: "https://docs.dagster.io/guides/build/assets/passing-data-between-assets",
    configuration: { rules: { "mixed-dep-style": "info" } },
  },
  check({ graphs, report }) {
    for (const { asset, key, at, subject } of graphs.flatMap(ownAssets)) {
      const loaded = asset.dependencies.find(({ parameter }) => parameter !== undefined);
      const named = asset.dependencies.find(
        ({ via, to }) => via === "deps" && !asset.dependencies.some((other) => other.to === to && other.parameter !== undefined),
      );
      if (!loaded || !named) continue;
      report({
        message: `\`${key}\` names dependencies both as parameters and in \`deps\``,
        why: "Who reads the signature sees half of them.",
        help: "Name all of them in the same way.",
        location: at,
        subject,
        related: [{ location: named.at, message: "in `deps`" }],
      });
    }
  },
});
