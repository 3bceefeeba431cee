import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtUnmatchedProperties = defineRule({
  name: "dbt-unmatched-properties",
  group: "dbt",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A YAML entry for a dbt node that is not there.",
    why: "dbt reads on and says, among much else: `Did not find matching node for patch with name 'ordres' in the 'models' section of file 'models/schema.yml'`. Its descriptions, configuration and tests reach nothing.",
    example: `models:
  - name: ordres
    description: Orders
`,
    instead: `models:
  - name: orders
    description: Orders
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/schema.yml"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["unmatched-properties"], severity: "warning" }, () => ({
      why: 'dbt: "Did not find matching node for patch with name ...".',
      help: "Correct the name, or remove the entry.",
    }));
  },
});
