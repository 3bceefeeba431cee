import { ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

export const assetMissingTags = defineRule({
  name: "asset-missing-tags",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset has no `tags`.",
    why: "Tags are what selections and searches go by.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(tags={"tier": "gold"})
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ graphs, report }) {
    for (const { claim, key, at, subject } of graphs.flatMap(ownAssets)) {
      if (claim.tags.items.length > 0 || claim.tags.gaps.length > 0) continue;
      report({
        message: `\`${key}\` has no tags`,
        why: "Tags are what selections and searches go by.",
        help: 'Add `tags={"…": "…"}`.',
        location: at,
        subject,
      });
    }
  },
});
