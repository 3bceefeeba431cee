import { dbtExample } from "../../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../../rule.ts";

export const dbtUnknownSource = defineRule({
  name: "dbt-unknown-source",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `source` that no YAML of the dbt project declares.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `Model 'model.shop.customers' (models/customers.sql) depends on a source named 'raw.customer' which was not found`.",
    example: `select * from {{ source('raw', 'customer') }}
`,
    instead: `select * from {{ source('raw', 'customers') }}
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/customers.sql", {
      "models/sources.yml": "sources:\n  - name: raw\n    tables:\n      - name: customers\n",
    }),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["unknown-source"], severity: "error" }, () => ({
      why: 'dbt: "... depends on a source named ... which was not found".',
      help: "Declare the table under `sources:`, or name one that is declared.",
    }));
  },
});
