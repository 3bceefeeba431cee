import { isMissing } from "../../facts/assets/own-assets.ts";
import { reportOwnAssets } from "../../facts/assets/report-own-assets.ts";
import { defineRule } from "../../rule.ts";

export const assetMissingDescription = defineRule({
  name: "asset-missing-description",
  group: "practice",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset has neither a docstring nor a `description`.",
    why: "The description is what others read in the catalogue.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check(context) {
    reportOwnAssets(context, ({ claim }) => isMissing(claim.spec.fields.get("description")), {
      what: "has no description",
      why: "The description is what others read in the catalogue.",
      help: "Write a docstring, or `description=`.",
    });
  },
});
