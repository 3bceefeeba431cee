import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import { danglingDependencies, nearestKey } from "../../facts/assets/asset-dependencies.ts";
import { claimsIn, definedElsewhere } from "../../facts/assets/other-locations.ts";
import { placeOfDefinition } from "../../facts/definition-place.ts";
import { didYouMean } from "../../facts/names/suggest.ts";
import { defineRule } from "../../rule.ts";

export const depBrokenByThisPr = defineRule({
  name: "dep-broken-by-this-pr",
  group: "graph",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A pull request removes or renames an asset on which others still depend. Found where a change is reviewed, which has a before and an after.",
    why: "Dagster does not complain: where the asset was, it makes an empty external asset of the key. What depends on it goes on without its data and its order.",
    base: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=["orders"])
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    example: `import dagster as dg

@dg.asset
def paid_invoices(): ...

@dg.asset(deps=["orders"])
def revenue(): ...

defs = dg.Definitions(assets=[paid_invoices, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def paid_invoices(): ...

@dg.asset(deps=["paid_invoices"])
def revenue(): ...

defs = dg.Definitions(assets=[paid_invoices, revenue])
`,
    source: "dagster/_core/definitions/resolved_asset_deps.py (resolve_stub_assets_defs), 1.13.27",
  },
  check({ analysis, base, location, graphs, report }) {
    if (!base) return;
    for (const graph of graphs) {
      for (const { asset, dependency, doubts } of danglingDependencies(graph)) {
        const id = dependency.id;
        const [before] = claimsIn(id, base);
        const elsewhere = definedElsewhere(id, location, analysis);
        // A parameter that finds nothing stops Dagster, and has a rule of its own.
        if (dependency.parameter !== undefined || !before || elsewhere === "defined") continue;
        const [key, removed] = [toUserString(asset.path), toUserString(dependency.path)];
        const near = nearestKey(dependency.path, graph, asset.path);
        report({
          message: `\`${key}\` depends on \`${removed}\`, which this change removes`,
          why: `Before, it was defined ${whereItWas(before, location)}. Dagster loads it without a word: it makes an external asset of the key that nothing ever materializes.`,
          help: didYouMean(near && toUserString(near), "Depend on what takes its place, or keep the asset."),
          location: dependency.at,
          subject: `asset:${key}`,
          doubts: [...doubts, ...elsewhere],
        });
      }
    }
  },
});

/** The place is one of the state before, so it is told and not shown. */
function whereItWas({ object }: AssetClaim, { files }: LoadedLocation): string {
  const { path } = placeOfDefinition(object);
  return files.has(path) ? `in ${path}` : `in ${path}, which is gone`;
}
