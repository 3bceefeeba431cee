import { listKeys, selectingJobs } from "../facts/automation/job-selections.ts";
import { defineRule } from "../rule.ts";

export const jobSelectsExternalAsset = defineRule({
  name: "job-selects-external-asset",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A job selects an asset that nothing executes: an external asset, a source asset, or a key that is only named by others.",
    why: 'Dagster cannot resolve the job: `Error resolving selection for asset job "...": Selected keys must be a subset of existing executable asset keys.` Groups, tags and `*` leave such assets out; naming a key does not.',
    example: `import dagster as dg

raw_orders = dg.AssetSpec("raw_orders")

@dg.asset(deps=[raw_orders])
def orders(): ...

nightly = dg.define_asset_job("nightly", selection=["raw_orders", "orders"])

defs = dg.Definitions(assets=[raw_orders, orders], jobs=[nightly])
`,
    instead: `import dagster as dg

raw_orders = dg.AssetSpec("raw_orders")

@dg.asset(deps=[raw_orders])
def orders(): ...

nightly = dg.define_asset_job("nightly", selection=["orders"])

defs = dg.Definitions(assets=[raw_orders, orders], jobs=[nightly])
`,
    source: "dagster/_core/definitions/assets/job/asset_job.py (get_asset_graph_for_job), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const selecting of selectingJobs(graph)) {
        const external = selecting.selection.notExecutable.flatMap((id) => graph.assets.get(id) ?? []);
        if (external.length === 0) continue;
        report({
          message: `${selecting.who} selects ${listKeys(external)}, which ${external.length === 1 ? "is" : "are"} external and cannot be executed`,
          why: 'Dagster: "Selected keys must be a subset of existing executable asset keys. Invalid selected keys: …".',
          help: "Leave external assets out of the selection; `AssetSelection.….materializable()` keeps only those that can be executed.",
          location: selecting.at,
          subject: selecting.subject,
          doubts: graph.gaps.assets,
        });
      }
    }
  },
});
