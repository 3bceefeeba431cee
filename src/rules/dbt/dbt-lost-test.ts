import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtLostTest = defineRule({
  name: "dbt-lost-test",
  group: "dbt",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A dbt test that depends on a node which is not there.",
    why: "dbt switches it off with a warning: `Test 'test.shop...' (models/schema.yml) depends on a node named 'customers' in package '' which was not found`. In Dagster its asset check is gone.",
    example: `models:
  - name: orders
    columns:
      - name: id
        data_tests:
          - relationships:
              arguments:
                to: ref('customers')
                field: id
`,
    instead: `models:
  - name: orders
    columns:
      - name: id
        data_tests:
          - relationships:
              arguments:
                to: ref('orders')
                field: id
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/schema.yml"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["lost-test"], severity: "warning" }, () => ({
      why: "dbt warns, switches the test off, and Dagster shows no check for it.",
      help: "Name a node that is there.",
    }));
  },
});
