import { isExact } from "../../dagster/selection/partial-set.ts";
import { selectingJobs } from "../facts/automation/job-selections.ts";
import { defineRule } from "../rule.ts";

export const selectionMatchesNothing = defineRule({
  name: "selection-matches-nothing",
  group: "selections",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The selection of a job, or the target of a schedule or sensor, matches no asset: a group, tag, kind, owner or pattern that nothing has.",
    why: "Dagster loads it, and every run does nothing.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="group:sales")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.asset(group_name="sales")
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="group:sales")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "https://docs.dagster.io/guides/build/assets/asset-selection-syntax",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const { who, selection, at, subject } of selectingJobs(graph)) {
        const { assets, checks } = selection.resolved;
        const isEmpty = assets.certain.size + checks.certain.size === 0 && isExact(assets) && isExact(checks);
        // What checks were spread into a selection is not always known.
        if (
          selection.tree.kind === "checks" ||
          !isEmpty ||
          selection.problems.length > 0 ||
          selection.gaps.length > 0 ||
          graph.assets.size === 0
        )
          continue;
        report({
          message: `${who} selects nothing`,
          why: "Dagster loads it without a word, and its runs do nothing.",
          help: "Look for a misspelt group, tag, kind or owner. External assets are left out of all but keys.",
          location: at,
          subject,
        });
      }
    }
  },
});
