import { jsonProblem } from "../../facts/arguments/json-values.ts";
import { callsGiving } from "../../facts/calls.ts";
import { placeInArgument, typeName } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

/** Calls by the parameters that hold such tags. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  "dagster.op": ["tags"],
  "dagster.job": ["tags", "run_tags"],
  "dagster.graph": ["tags"],
  "dagster.OpDefinition.tag": ["tags"],
  "dagster.GraphDefinition.tag": ["tags"],
  "dagster.PendingNodeInvocation.tag": ["tags"],
  "dagster.GraphDefinition.to_job": ["tags", "run_tags"],
  "dagster.define_asset_job": ["tags", "run_tags"],
  "dagster.schedule": ["tags"],
  "dagster.ScheduleDefinition": ["tags"],
  "dagster.sensor": ["tags"],
  "dagster.SensorDefinition": ["tags"],
  "dagster.graph_asset": ["op_tags"],
  "dagster.asset_check": ["op_tags"],
  "dagster.asset": ["op_tags"],
  "dagster.multi_asset": ["op_tags"],
};

export const legacyTagNotJson = defineRule({
  name: "legacy-tag-not-json",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The value of a tag on a job, op or schedule is neither a string nor something that JSON can say.",
    why: 'Dagster refuses: `Invalid value for tag "...", Could not JSON encode value`: such values must survive `json.loads(json.dumps(value))`.',
    example: `import dagster as dg

@dg.op(tags={"regions": {"eu", "us"}})
def load(): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.op(tags={"regions": ["eu", "us"]})
def load(): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_utils/tags.py (normalize_tags), 1.13.27",
  },
  check({ location, report }) {
    for (const [name, parameters] of Object.entries(TAGS)) {
      for (const [parameter, call] of parameters.flatMap((each) =>
        callsGiving(location, each, name).map((call) => [each, call] as const),
      )) {
        const argument = call.given(parameter);
        const entries = argument?.value.kind === "dict" ? [...argument.value.entries.values()] : [];
        for (const { key, value } of entries) {
          const problem = value.kind === "str" ? undefined : jsonProblem(value);
          if (!argument || !problem || key.kind !== "str") continue;
          report({
            message: `the value of the tag \`${key.value}\` holds a \`${typeName(problem)}\`, which JSON cannot say`,
            why: `Dagster: "Invalid value for tag "${key.value}", … Tag values must be strings or meet the constraint that json.loads(json.dumps(value)) == value."`,
            help: "Use a string, or lists, mappings, numbers and booleans.",
            location: placeInArgument(key, argument),
          });
        }
      }
    }
  },
});
