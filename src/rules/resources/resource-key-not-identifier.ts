import type { Location } from "../../base/span.ts";
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
    for (const call of callsGiving(location, "resource_defs", ...CHECKED_AT_ONCE)) {
      const argument = call.given("resource_defs");
      for (const { key } of argument?.value.kind === "dict" ? argument.value.entries.values() : []) {
        if (argument && key.kind === "str" && !isIdentifier(key.value)) report(findingFor(key.value, placeInArgument(key, argument)));
      }
    }
    for (const call of callsGiving(location, "resources", "dagster.Definitions")) {
      const argument = call.given("resources");
      for (const { key } of argument?.value.kind === "dict" ? argument.value.entries.values() : []) {
        if (argument && ["int", "float", "none", "tuple", "function", "class"].includes(key.kind))
          report(findingFor(pythonRepr(key), placeInArgument(key, argument)));
      }
    }
    for (const { object } of graphs.flatMap(executableNodes)) {
      const own = object.fields.get("resource_defs");
      const bad = own?.kind === "dict" ? [...own.entries.values()].find(({ key }) => key.kind === "str" && !isIdentifier(key.value)) : undefined;
      if (bad?.key.kind === "str") report(findingFor(bad.key.value, placeOfArgument(object, "resource_defs") ?? object.at));
    }
    for (const graph of graphs) {
      const isNeeded = executableNodes(graph).length > 0 || graph.checks.length > 0;
      if (!isNeeded || graph.target?.type === "dagster.RepositoryDefinition") continue;
      for (const { key, at, condition } of graph.resources) {
        if (!condition && !isIdentifier(key)) report(findingFor(key, at));
      }
    }
  },
});

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
