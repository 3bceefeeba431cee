import { dbtExample } from "../facts/dbt/dbt-example.ts";
import { reportDbtProblems } from "../facts/dbt/report-dbt-problems.ts";
import { defineRule } from "../rule.ts";

export const dbtInvalidManifest = defineRule({
  name: "dbt-invalid-manifest",
  group: "dbt",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A committed dbt manifest that is no JSON.",
    why: "Dagster refuses the code location: `JSONDecodeError: Expecting property name enclosed in double quotes`.",
    example: '{"metadata": {"project_name": "shop"},\n<<<<<<< HEAD\n',
    instead: '{"metadata": {"project_name": "shop"}, "nodes": {}}\n',
    source: "dagster_dbt/dbt_manifest.py, dagster-dbt 0.29",
    setting: dbtExample("target/manifest.json"),
  },
  check(context) {
    reportDbtProblems(context, { kinds: ["manifest"], severity: "error" }, () => ({
      why: "Dagster loads the manifest as it is committed, and cannot read it.",
      help: "Run `dbt parse` and commit what it writes.",
    }));
  },
});
