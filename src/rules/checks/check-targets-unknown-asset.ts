import { keyId, toUserString } from "../../dagster/model/asset-key.ts";
import { placeOfArgument, placeOfDefinition } from "../facts/definition-place.ts";
import { renameKeyIn } from "../facts/fixes/rename-literal.ts";
import { didYouMean, misspelt } from "../facts/names/suggest.ts";
import { defineRule } from "../rule.ts";

export const checkTargetsUnknownAsset = defineRule({
  name: "check-targets-unknown-asset",
  group: "checks",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A check is on an asset that nothing defines.",
    why: "Dagster loads it, makes an external asset of the key, and the check is never run with its asset.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset="order")
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset_check(asset="orders")
def is_fresh(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[is_fresh])
`,
    source: "dagster/_core/definitions/assets/graph/asset_graph.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      const defined = [...graph.assets.values()].flatMap((asset) => (asset.claim ? [toUserString(asset.path)] : []));
      for (const check of graph.checks) {
        // Of a definition of assets, a spec for another asset is refused.
        const isOfAssets = check.object.type === "dagster.AssetsDefinition";
        if (check.condition || isOfAssets || graph.assets.get(keyId(check.asset))?.claim) continue;
        const key = toUserString(check.asset);
        const near = misspelt(key, defined);
        const at = placeOfArgument(check.object, "asset") ?? placeOfArgument(check.spec, "asset") ?? placeOfDefinition(check.object);
        const fix = renameKeyIn(at, check.asset, near, location);
        report({
          message: `the check \`${check.name}\` is on \`${key}\`, which nothing defines`,
          why: "Dagster makes an external asset of the key without a word.",
          help: didYouMean(near, "Check an asset that exists, or declare the one of another code location with `AssetSpec`."),
          location: at,
          subject: `check:${key}:${check.name}`,
          doubts: graph.gaps.assets,
          ...(fix && { fix }),
        });
      }
    }
  },
});
