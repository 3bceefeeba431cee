import { ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

export const assetMissingGroup = defineRule({
  name: "asset-missing-group",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset is in the group `default`.",
    why: "Assets without a group are all in the group `default`.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(group_name="sales")
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ graphs, report }) {
    for (const { claim, key, at, subject } of graphs.flatMap(ownAssets)) {
      if (!claim.group.known || claim.group.value !== "default") continue;
      report({
        message: `\`${key}\` has no group of its own`,
        why: "Assets without a group are all in the group `default`.",
        help: "Add `group_name=`.",
        location: at,
        subject,
      });
    }
  },
});
