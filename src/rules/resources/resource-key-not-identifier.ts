import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { Value } from "../../python/value.ts";
import { executableNodes } from "../facts/assets/executable-nodes.ts";
import { callsGiving } from "../facts/calls.ts";
import { placeOfArgument } from "../facts/definition-place.ts";
import { placeInArgument, pythonRepr } from "../facts/values.ts";
import { defineRule, type Reported } from "../rule.ts";

export const resourceKeyNotIdentifier = defineRule({
  name: "resource-key-not-identifier",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A key in `resources` that is no Python identifier.",
    why: "Dagster refuses as soon as a job needs the resources: `Resource key '...' must be a valid Python identifier.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], resources={"shop-api": 1})
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], resources={"shop_api": 1})
`,
    source: "dagster/_core/definitions/scoped_resources_builder.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const finding of [...ofCalls(location), ...graphs.flatMap(ofOwn), ...graphs.flatMap(ofGraph)]) report(finding);
  },
});

/** Keys that are looked at when the call is made: those of a job's own resources, and whether those of the code location are texts. */
function ofCalls(location: LoadedLocation): readonly Reported[] {
  const ofJobs = callsGiving(location, "resource_defs", ...CHECKED_AT_ONCE).map((call) => call.given("resource_defs"));
  const ofDefinitions = callsGiving(location, "resources", "dagster.Definitions").map((call) => call.given("resources"));
  const keysOf = (argument: ArgumentValue | undefined) =>
    argument?.value.kind === "dict" ? [...argument.value.entries.values()].map(({ key }) => ({ key, argument })) : [];
  return [
    ...ofJobs
      .flatMap(keysOf)
      .flatMap(({ key, argument }) =>
        key.kind === "str" && !isIdentifier(key.value) ? [findingFor(key.value, placeInArgument(key, argument))] : [],
      ),
    ...ofDefinitions
      .flatMap(keysOf)
      .flatMap(({ key, argument }) => (NO_TEXT.has(key.kind) ? [findingFor(pythonRepr(key), placeInArgument(key, argument))] : [])),
  ];
}

const NO_TEXT: ReadonlySet<Value["kind"]> = new Set(["int", "float", "none", "tuple", "function", "class"]);

/** Resources that an asset brings along. */
function ofOwn(graph: RepositoryGraph): readonly Reported[] {
  return executableNodes(graph).flatMap(({ object }) => {
    const own = object.fields.get("resource_defs");
    const keys = own?.kind === "dict" ? [...own.entries.values()].map(({ key }) => key) : [];
    const bad = keys.find((key) => key.kind === "str" && !isIdentifier(key.value));
    return bad?.kind === "str" ? [findingFor(bad.value, placeOfArgument(object, "resource_defs") ?? object.at)] : [];
  });
}

/** Resources of the code location: bound where something may ask for them. */
function ofGraph(graph: RepositoryGraph): readonly Reported[] {
  const isNeeded = executableNodes(graph).length > 0 || graph.checks.length > 0;
  if (!isNeeded || graph.target?.type === "dagster.RepositoryDefinition") return [];
  return graph.resources.filter(({ key, condition }) => !condition && !isIdentifier(key)).map(({ key, at }) => findingFor(key, at));
}

/** The keys of a job's own resources are looked at when it is made, whatever it holds. */
const CHECKED_AT_ONCE = ["dagster.job", "dagster.GraphDefinition.to_job"];

function isIdentifier(key: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key);
}

function findingFor(key: string, location: Location): Reported {
  return {
    message: `\`${key}\` is no Python identifier, and the key of a resource must be one`,
    why: `Dagster: "Resource key '${key}' must be a valid Python identifier."`,
    help: "Use letters, digits and `_`.",
    location,
    subject: `resource:${key}`,
  };
}
