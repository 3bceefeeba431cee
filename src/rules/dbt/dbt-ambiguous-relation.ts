import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtAmbiguousRelation = defineRule({
  name: "dbt-ambiguous-relation",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two dbt nodes that would be one table: the same alias, schema and database.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `dbt found two resources with the database representation`.",
    example: `{{ config(alias="orders") }}
select 2 as id
`,
    instead: `{{ config(alias="all_orders") }}
select 2 as id
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/marts/all_orders.sql"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["ambiguous-relation"], severity: "error" }, () => ({
      why: 'dbt: "dbt found two resources with the database representation ...".',
      help: "Give one of them another alias, schema or database.",
      related: "this is the same relation",
    }));
  },
});
