import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import { missingArgument, reportOwnAssets } from "../../facts/assets/report-own-assets.ts";
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
    ...missingArgument('kinds={"python"}'),
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check(context) {
    reportOwnAssets(context, ({ claim }) => hasNoKinds(claim), {
      what: "has no kinds",
      why: "Kinds show at a glance what an asset is made with.",
      help: 'Add `kinds={"…"}`.',
    });
  },
});

function hasNoKinds({ kinds, payload }: AssetClaim): boolean {
  const computeKind = payload?.computeKind;
  return kinds.items.length + kinds.gaps.length === 0 && (computeKind === undefined || computeKind.kind === "none");
}
