import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtDuplicateProperties = defineRule({
  name: "dbt-duplicate-properties",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two YAML entries for one dbt model.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `dbt found two schema.yml entries for the same resource named orders. Resources and their associated columns may only be described a single time.`",
    example: `models:
  - name: orders
    columns:
      - name: id
`,
    instead: `models: []
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/schema.yml", {
      "models/docs.yml": "models:\n  - name: orders\n    description: Orders\n",
    }),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["duplicate-properties"], severity: "error" }, () => ({
      why: 'dbt: "dbt found two schema.yml entries for the same resource named ...".',
      help: "Put all that is said of it into one entry.",
      related: "the other entry",
    }));
  },
});
