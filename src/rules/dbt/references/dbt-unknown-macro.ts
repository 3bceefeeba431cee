import { dbtExample } from "../../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../../rule.ts";

export const dbtUnknownMacro = defineRule({
  name: "dbt-unknown-macro",
  group: "dbt",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A dbt test or macro that no package of the project brings.",
    why: "dbt parses the project, and the run fails: `'dbt_utils' is undefined`, `'test_uniqe' is undefined`. Dagster shows assets and checks that cannot run.",
    example: `models:
  - name: orders
    columns:
      - name: id
        data_tests:
          - uniqe
`,
    instead: `models:
  - name: orders
    columns:
      - name: id
        data_tests:
          - unique
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("models/schema.yml"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["unknown-test", "undeclared-package"], severity: "warning" }, () => ({
      why: 'dbt finds out when it runs: "... is undefined".',
      help: "Correct the name, or declare the package in `packages.yml`.",
    }));
  },
});
