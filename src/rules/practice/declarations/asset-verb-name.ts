import { ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

const VERB =
  /^(load|get|fetch|make|create|build|generate|compute|calculate|process|run|extract|transform|update|download|ingest|export|import|sync|calc|scrape|parse|write|save|insert|refresh|send|upload)_(\w+)$/;

export const assetVerbName = defineRule({
  name: "asset-verb-name",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset is named after what its code does, not after what it is.",
    why: "Assets are things: `customers`, not `load_customers`.",
    example: `import dagster as dg

@dg.asset
def load_orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[load_orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ graphs, report }) {
    for (const { asset, key, at, subject } of graphs.flatMap(ownAssets)) {
      const [, verb, thing] = VERB.exec(asset.path.at(-1) ?? "") ?? [];
      if (verb === undefined) continue;
      report({
        message: `\`${key}\` is named after what its code does`,
        why: "An asset is a thing: its name is read in lineage, in selections and by whoever consumes it.",
        help: `Name it after what it is: \`${thing}\`.`,
        location: at,
        subject,
      });
    }
  },
});
