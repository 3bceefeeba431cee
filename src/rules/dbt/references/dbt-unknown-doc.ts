import { dbtExample } from "../../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../../rule.ts";

export const dbtUnknownDoc = defineRule({
  name: "dbt-unknown-doc",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A dbt description with `doc()` of a block that is not in the project.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `Documentation for 'model.shop.orders' depends on doc 'orders' which was not found`.",
    example: `models:
  - name: orders
    description: "{{ doc('orders') }}"
`,
    instead: `models:
  - name: orders
    description: All orders, one a row.
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/schema.yml"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["unknown-doc"], severity: "error" }, () => ({
      why: 'dbt: "Documentation for ... depends on doc ... which was not found".',
      help: "Write the block (`{% docs name %}` in a Markdown file beside the models), or correct its name.",
    }));
  },
});
