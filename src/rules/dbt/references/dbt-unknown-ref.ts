import { dbtExample } from "../../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../../rule.ts";

export const dbtUnknownRef = defineRule({
  name: "dbt-unknown-ref",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `ref` to a dbt node that is not there.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `Model 'model.shop.customers' (models/customers.sql) depends on a node named 'ordres' which was not found`.",
    example: `select * from {{ ref('ordres') }}
`,
    instead: `select * from {{ ref('orders') }}
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/customers.sql"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["unknown-ref"], severity: "error" }, () => ({
      why: 'dbt: "... depends on a node named ... which was not found".',
      help: "Name a model, seed or snapshot of the project, or of a package it declares.",
    }));
  },
});
