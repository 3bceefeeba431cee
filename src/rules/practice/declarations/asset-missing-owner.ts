import { isMissing } from "../../facts/assets/own-assets.ts";
import { missingArgument, reportOwnAssets } from "../../facts/assets/report-own-assets.ts";
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
    ...missingArgument('owners=["team:sales"]'),
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check(context) {
    reportOwnAssets(context, ({ claim }) => isMissing(claim.spec.fields.get("owners")), {
      what: "has no owner",
      why: "Nobody knows whom to ask when it fails.",
      help: 'Add `owners=["team:…"]`.',
    });
  },
});
