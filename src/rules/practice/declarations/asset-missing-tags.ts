import { missingArgument, reportOwnAssets } from "../../facts/assets/report-own-assets.ts";
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
    ...missingArgument('tags={"tier": "gold"}'),
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check(context) {
    reportOwnAssets(context, ({ claim }) => claim.tags.items.length + claim.tags.gaps.length === 0, {
      what: "has no tags",
      why: "Tags are what selections and searches go by.",
      help: 'Add `tags={"…": "…"}`.',
    });
  },
});
