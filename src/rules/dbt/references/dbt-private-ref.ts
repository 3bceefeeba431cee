import { dbtExample } from "../../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../../rule.ts";

export const dbtPrivateRef = defineRule({
  name: "dbt-private-ref",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `ref` to a private dbt model from outside of its group.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `Node model.shop.customers attempted to reference node model.shop.orders, which is not allowed because the referenced node is private to the 'sales' group.`",
    example: `select * from {{ ref('orders') }}
`,
    instead: `{{ config(group='sales') }}
select * from {{ ref('orders') }}
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/customers.sql", {
      "models/schema.yml":
        "groups:\n  - name: sales\n    owner:\n      name: Sales\nmodels:\n  - name: orders\n    config:\n      group: sales\n      access: private\n",
    }),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["private-ref"], severity: "error" }, () => ({
      why: 'dbt: "... which is not allowed because the referenced node is private to the ... group.".',
      help: "Put both into one group, or give the model another `access`.",
      related: "the private model",
    }));
  },
});
