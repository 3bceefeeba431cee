import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtInvalidYaml = defineRule({
  name: "dbt-invalid-yaml",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A YAML file of a dbt project that dbt cannot read.",
    why: "dbt refuses the project, and Dagster has no manifest to load: `Parsing Error: Error reading shop: models/schema.yml - Runtime Error: Syntax error near line 3`, `The schema file at ... is invalid because the value of 'models' is not a list`.",
    example: `models:
  - name: orders
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
    reportDbtProblems(context, { kinds: ["yaml", "properties"], severity: "error" }, () => ({
      why: 'dbt: "Parsing Error: Error reading ..." or "The schema file at ... is invalid".',
      help: "Mend the file: dbt reads none of the project without it.",
    }));
  },
});
