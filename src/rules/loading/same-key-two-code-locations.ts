import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { AssetClaim } from "../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { defineRule } from "../rule.ts";

export const sameKeyTwoCodeLocations = defineRule({
  name: "same-key-two-code-locations",
  group: "loading",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two code locations of the repository define an asset of one key, each in its own way.",
    why: "Each location loads alone, so Dagster refuses neither. In a deployment with both, one key stands for two assets: runs, checks and lineage are mixed.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(key_prefix="shop")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/dagster/issues/8748",
    setting: {
      path: "shop.py",
      files: {
        "workspace.yaml": "load_from:\n  - python_file: shop.py\n  - python_file: stock.py\n",
        "stock.py": "import dagster as dg\n\n\n@dg.asset\ndef orders(): ...\n\n\ndefs = dg.Definitions(assets=[orders])\n",
      },
    },
  },
  checkProject({ analysis, report }) {
    if (analysis.locations.length < 2) return;
    const first = new Map<string, { readonly claim: AssetClaim; readonly location: LoadedLocation }>();
    for (const location of analysis.locations) {
      for (const claim of location.graphs.flatMap(({ assets }) => [...assets.values()].flatMap((asset) => asset.claim ?? []))) {
        if (claim.kind !== "asset" || claim.condition) continue;
        const key = toUserString(claim.path);
        const other = first.get(key);
        if (!other) first.set(key, { claim, location });
        if (!other || other.location === location || isSamePlace(other.claim, claim)) continue;
        report({
          message: `\`${key}\` is also an asset of the code location \`${other.location.header.name}\``,
          why: "Each location loads alone. In a deployment with both, one key stands for two assets: runs, checks and lineage are mixed.",
          help: "Give one of them another key, a `key_prefix` for example; or declare it as external with `AssetSpec` in one of the two.",
          location: placeOfDefinition(claim.object),
          related: [{ location: placeOfDefinition(other.claim.object), message: "the other one" }],
          subject: `asset:${key}`,
          ...(!(isDeclared(location) && isDeclared(other.location)) && { severity: "info" }),
        });
      }
    }
  },
});

/** Files that merely look like code locations may never be deployed together: examples, snippets. */
function isDeclared({ entry }: LoadedLocation): boolean {
  return entry.declaredIn !== undefined;
}

/** A module that two locations load defines the asset once. */
function isSamePlace(left: AssetClaim, right: AssetClaim): boolean {
  const [one, other] = [left, right].map(({ object }) => placeOfDefinition(object));
  return one !== undefined && other !== undefined && one.path === other.path && one.start === other.start;
}
