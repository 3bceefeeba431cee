import { isMissing, ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

export const assetMissingOwner = defineRule({
  name: "asset-missing-owner",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset has no `owners`.",
    why: "Nobody knows whom to ask when it fails.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(owners=["team:sales"])
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ graphs, report }) {
    for (const { claim, key, at, subject } of graphs.flatMap(ownAssets)) {
      if (!isMissing(claim.spec.fields.get("owners"))) continue;
      report({
        message: `\`${key}\` has no owner`,
        why: "Nobody knows whom to ask when it fails.",
        help: 'Add `owners=["team:…"]`.',
        location: at,
        subject,
      });
    }
  },
});
