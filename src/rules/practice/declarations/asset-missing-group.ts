import { missingArgument, reportOwnAssets } from "../../facts/assets/report-own-assets.ts";
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
    ...missingArgument('group_name="sales"'),
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check(context) {
    reportOwnAssets(context, ({ claim }) => claim.group.known && claim.group.value === "default", {
      what: "has no group of its own",
      why: "Assets without a group are all in the group `default`.",
      help: "Add `group_name=`.",
    });
  },
});
