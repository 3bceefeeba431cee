import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtRepeatedKey = defineRule({
  name: "dbt-repeated-key",
  group: "dbt",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A key that stands twice in one mapping of a dbt project's YAML.",
    why: "dbt takes the last one and warns: `DuplicateYAMLKeysDeprecation: Duplicate key 'description'`. What the first said is lost.",
    example: `models:
  - name: orders
    description: Orders
    columns:
      - name: id
    description: All orders
`,
    instead: `models:
  - name: orders
    description: Orders
    columns:
      - name: id
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/schema.yml"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["yaml"], severity: "warning" }, () => ({
      why: "dbt takes the last one; what the first said is lost.",
      help: "Put both into one, or remove one.",
    }));
  },
});
