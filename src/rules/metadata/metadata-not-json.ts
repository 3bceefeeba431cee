import { jsonProblem } from "../facts/arguments/json-values.ts";
import { callsOf } from "../facts/calls.ts";
import { typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const metadataNotJson = defineRule({
  name: "metadata-not-json",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`MetadataValue.json` of something that JSON cannot say.",
    why: "Dagster refuses: `Value is not JSON serializable.`",
    example: `import dagster as dg

@dg.asset(metadata={"regions": dg.MetadataValue.json({"all": {"eu", "us"}})})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(metadata={"regions": dg.MetadataValue.json({"all": ["eu", "us"]})})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/metadata/metadata_value.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { call } of callsOf(location, "dagster.MetadataValue.json", "dagster.JsonMetadataValue")) {
      const argument = call.args.positional[0] ?? call.args.keywords.get("data");
      const problem = argument && jsonProblem(argument.value, "tuples-are-lists");
      if (!argument || !problem) continue;
      report({
        message: `the metadata holds a \`${typeName(problem)}\`, which JSON cannot say`,
        why: 'Dagster: "DagsterInvalidMetadata: Value is not JSON serializable."',
        help: "Use strings, numbers, booleans, lists and mappings.",
        location: argument.at,
      });
    }
  },
});
