import { dbtExample } from "../../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../../rule.ts";

export const dbtDisabledRef = defineRule({
  name: "dbt-disabled-ref",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `ref` to a dbt node that is switched off.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `Model 'model.shop.customers' (models/customers.sql) depends on a node named 'orders_old' which is disabled`.",
    example: `select * from {{ ref('orders_old') }}
`,
    instead: `select * from {{ ref('orders') }}
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/customers.sql", {
      "models/orders_old.sql": "{{ config(enabled=false) }}\nselect 1 as id\n",
    }),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["disabled-ref"], severity: "error" }, () => ({
      why: 'dbt: "... depends on a node named ... which is disabled".',
      help: "Enable the node, or disable what depends on it too.",
    }));
  },
});
