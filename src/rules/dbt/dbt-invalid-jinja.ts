import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtInvalidJinja = defineRule({
  name: "dbt-invalid-jinja",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A dbt model whose Jinja does not parse.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `Compilation Error in model orders: unexpected '}', expected ')'`.",
    example: `select * from {{ ref('orders' }}
`,
    instead: `select * from {{ ref('orders') }}
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/customers.sql"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["jinja"], severity: "error" }, () => ({
      why: 'dbt: "Compilation Error in model ...".',
      help: "Close what was opened.",
    }));
  },
});
