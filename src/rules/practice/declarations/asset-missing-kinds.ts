import { ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

export const assetMissingKinds = defineRule({
  name: "asset-missing-kinds",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset has no `kinds`.",
    why: "Kinds show at a glance what an asset is made with.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(kinds={"python"})
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ graphs, report }) {
    for (const { claim, key, at, subject } of graphs.flatMap(ownAssets)) {
      if (
        claim.kinds.items.length > 0 ||
        claim.kinds.gaps.length > 0 ||
        (claim.payload?.computeKind !== undefined && claim.payload.computeKind.kind !== "none")
      )
        continue;
      report({
        message: `\`${key}\` has no kinds`,
        why: "Kinds show at a glance what an asset is made with.",
        help: 'Add `kinds={"…"}`.',
        location: at,
        subject,
      });
    }
  },
});
