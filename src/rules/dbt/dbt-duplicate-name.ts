import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtDuplicateName = defineRule({
  name: "dbt-duplicate-name",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two dbt nodes of one type, or two macros, of one name in one package.",
    why: 'dbt refuses the project, and Dagster has no manifest to load: `dbt found two models with the name "orders"`.',
    example: `select 2 as id
`,
    instead: `{{ config(enabled=false) }}
select 2 as id
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/marts/orders.sql"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["duplicate-node", "duplicate-macro"], severity: "error" }, () => ({
      why: 'dbt: "dbt found two ... with the name ...".',
      help: "Rename one of them: in a package names are unique, whatever the folder.",
      related: "first defined here",
    }));
  },
});
