import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtDuplicateMacro = defineRule({
  name: "dbt-duplicate-macro",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two macros of one name in one dbt package.",
    why: 'dbt refuses the project, and Dagster has no manifest to load: `dbt found multiple macros named "cents" in the project "shop". All macros require unique names`.',
    example: `{% macro cents(column) %}{{ column }} / 100{% endmacro %}
`,
    instead: `{% macro dollars(column) %}{{ column }} / 100{% endmacro %}
`,
    source: "dbt-core 1.11, `dbt parse`",
    setting: dbtExample("macros/money.sql", {
      "macros/amounts.sql": "{% macro cents(column) %}{{ column }} * 100{% endmacro %}\n",
    }),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["duplicate-macro"], severity: "error" }, () => ({
      why: 'dbt: "dbt found multiple macros named ...".',
      help: "Rename one of them, or remove it.",
      related: "the other definition",
    }));
  },
});
