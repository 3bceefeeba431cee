import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { Value } from "../../python/value.ts";
import { jsonProblem } from "../facts/arguments/json-values.ts";
import { callsGiving, callsOf } from "../facts/calls.ts";
import { placeWithin, typeName } from "../facts/values.ts";
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
  check({ location, graphs, report }) {
    for (const { value, at } of [...metadataOfDefinitions(location), ...metadataOfAssetJobs(graphs)]) {
      report({
        message: `the metadata holds a \`${typeName(value)}\`, which JSON cannot say`,
        why: 'Dagster: "Could not resolve the metadata value for … to a known type. Value is not JSON serializable."',
        help: "Use strings, numbers, booleans, lists and mappings.",
        location: at,
      });
    }
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

interface Unsayable {
  readonly value: Value;
  readonly at: Location;
}

/** What these are given is made metadata values of at once; that of assets and checks only where it is shown. */
const NORMALIZING = [
  "job",
  "GraphDefinition.to_job",
  "JobDefinition",
  "schedule",
  "ScheduleDefinition",
  "sensor",
  "SensorDefinition",
  "Definitions",
].map((name) => `dagster.${name}`);

/** Within lists and mappings: values of other types are `wrong-argument-type`. */
function metadataOfDefinitions(location: LoadedLocation): readonly Unsayable[] {
  return callsGiving(location, "metadata", ...NORMALIZING).flatMap((call) => unsayable(call.given("metadata"), HELD));
}

/** An asset job's is looked at when the job is resolved. */
function metadataOfAssetJobs(graphs: readonly RepositoryGraph[]): readonly Unsayable[] {
  return graphs.flatMap(({ jobs }) =>
    jobs
      .filter(({ kind, hidden, condition }) => kind !== "op" && !hidden && !condition)
      .flatMap(({ object }) =>
        object.type === "dagster.UnresolvedAssetJobDefinition" ? unsayable(object.args?.keywords.get("metadata"), ANY) : [],
      ),
  );
}

const HELD: ReadonlySet<Value["kind"]> = new Set(["list", "dict"]);
const ANY: ReadonlySet<Value["kind"]> = new Set(["list", "dict", "set", "bytes", "tuple"]);

function unsayable(argument: ArgumentValue | undefined, kinds: ReadonlySet<Value["kind"]>): readonly Unsayable[] {
  const entries = argument?.value.kind === "dict" ? [...argument.value.entries.values()] : [];
  return entries.flatMap(({ key, value }): readonly Unsayable[] => {
    const problem = kinds.has(value.kind) ? (value.kind === "tuple" ? value : jsonProblem(value, "tuples-are-lists")) : undefined;
    return problem && argument ? [{ value: problem, at: placeWithin(key, argument.at) ?? argument.at }] : [];
  });
}
