import type { RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { type KeyPath, toUserString } from "../../../dagster/model/asset-key.ts";
import { type DanglingDependency, danglingDependencies, nearestKey, sameName } from "../../facts/assets/asset-dependencies.ts";
import { parameterMistake } from "../../facts/functions/parameter-mistake.ts";
import { defineRule } from "../../rule.ts";

export const missingUpstreamAsset = defineRule({
  name: "missing-upstream-asset",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter (or `AssetIn`) loads an asset that nothing in the code location defines.",
    why: 'A parameter needs an asset to load its value from. Dagster refuses: `Input asset "[...]" is not produced by any of the provided asset ops and is not one of the provided sources.`',
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(order): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/resolved_asset_deps.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      for (const dangling of danglingDependencies(graph)) {
        const { asset, claim, dependency, doubts } = dangling;
        if (dependency.parameter === undefined || parameterMistake(claim.object, dependency.parameter, location)) continue;
        const key = toUserString(dependency.path);
        report({
          message: `\`${toUserString(asset.path)}\` loads the asset \`${key}\`, which nothing defines`,
          why: `Dagster: "Input asset "${JSON.stringify(dependency.path)}" is not produced by any of the provided asset ops and is not one of the provided sources."`,
          help: adviceFor(dangling, graph),
          location: dependency.at,
          subject: `asset:${toUserString(asset.path)}`,
          doubts,
        });
      }
    }
  },
});

function adviceFor({ asset, dependency }: DanglingDependency, graph: RepositoryGraph): string {
  const others = sameName(dependency.path, graph);
  const [other] = others;
  if (other && other.path.length > 1) {
    const group = asset.claim?.group.known ? asset.claim.group.value : undefined;
    const reason = others.length > 1 ? "several assets have that name" : `it is in another group than \`${group ?? "default"}\``;
    return `\`${toUserString(other.path)}\` is not found by its name alone, because ${reason}: write \`ins={"${dependency.parameter}": AssetIn(key=${listOf(other.path)})}\`.`;
  }
  const near = nearestKey(dependency.path, graph, asset.path);
  if (near) return `Did you mean \`${toUserString(near)}\`?`;
  return "Define the asset, name an existing one, or declare it as external with `AssetSpec`.";
}

function listOf(path: KeyPath): string {
  return `[${path.map((part) => JSON.stringify(part)).join(", ")}]`;
}
