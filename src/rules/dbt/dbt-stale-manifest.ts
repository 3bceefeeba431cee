import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

const MANIFEST = JSON.stringify({
  metadata: { project_name: "shop", adapter_type: "duckdb" },
  nodes: {
    "model.shop.orders": {
      unique_id: "model.shop.orders",
      resource_type: "model",
      package_name: "shop",
      name: "orders",
      fqn: ["shop", "orders"],
      original_file_path: "models/orders.sql",
      raw_code: "select 1 as id",
      config: { enabled: true, materialized: "view" },
      depends_on: { nodes: [] },
    },
  },
  sources: {},
  parent_map: { "model.shop.orders": [] },
  child_map: { "model.shop.orders": [] },
});

export const dbtStaleManifest = defineRule({
  name: "dbt-stale-manifest",
  group: "dbt",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A committed dbt manifest that is older than the project's files.",
    why: "Outside of `dagster dev` Dagster loads the manifest as it is committed: new models are no assets, and assets keep the code, dependencies and tests that they had.",
    example: "select 1 as id, 'new' as status\n",
    instead: "select 1 as id\n",
    source: "dagster_dbt/dbt_project.py, dagster-dbt 0.29",
    setting: dbtExample("models/orders.sql", { "target/manifest.json": MANIFEST }),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["stale-manifest"], severity: "warning" }, () => ({
      why: "Outside of `dagster dev` Dagster loads the manifest as it is committed.",
      help: "Run `dbt parse` and commit the manifest, or leave it out of the repository and make it when the project is packaged.",
    }));
  },
});
