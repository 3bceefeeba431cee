import { dbtExample } from "../../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../../rule.ts";

export const dbtUnknownGroup = defineRule({
  name: "dbt-unknown-group",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A dbt model in a group that nobody defines.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `Parsing Error in model orders (models/orders.sql): Invalid group 'sales', expected one of []`.",
    example: `models:
  - name: orders
    config:
      group: sales
`,
    instead: `groups:
  - name: sales
    owner:
      name: Sales
models:
  - name: orders
    config:
      group: sales
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/schema.yml"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["unknown-group"], severity: "error" }, () => ({
      why: 'dbt: "Invalid group ..., expected one of [...]".',
      help: "Define it under `groups:`, or correct the name.",
    }));
  },
});
