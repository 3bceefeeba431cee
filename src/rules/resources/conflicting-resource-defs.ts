import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import type { Value } from "../../python/value.ts";
import { executableNodes } from "../facts/assets/executable-nodes.ts";
import { placeOfArgument, placeOfDefinition } from "../facts/definition-place.ts";
import { DEFAULT_IO_MANAGER } from "../facts/resources/default-io.ts";
import { defineRule, type Reported } from "../rule.ts";

export const conflictingResourceDefs = defineRule({
  name: "conflicting-resource-defs",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A resource key has another resource in the `resource_defs` of one asset than in those of another, or than at the top level.",
    why: "Dagster refuses: `Conflicting versions of resource with key '...' were provided to different assets.`",
    example: `import dagster as dg

@dg.asset(required_resource_keys={"db"}, resource_defs={"db": dg.ResourceDefinition.hardcoded_resource("a")})
def orders(): ...

@dg.asset(required_resource_keys={"db"}, resource_defs={"db": dg.ResourceDefinition.hardcoded_resource("b")})
def customers(): ...

defs = dg.Definitions(assets=[orders, customers])
`,
    instead: `import dagster as dg

@dg.asset(required_resource_keys={"db"})
def orders(): ...

@dg.asset(required_resource_keys={"db"})
def customers(): ...

defs = dg.Definitions(assets=[orders, customers], resources={"db": dg.ResourceDefinition.hardcoded_resource("a")})
`,
    source: "dagster/_core/definitions/assets/job/asset_job.py (_ensure_resources_dont_conflict), resource_requirement.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) for (const finding of conflictsOf(graph)) report(finding);
  },
});

function conflictsOf(graph: RepositoryGraph): readonly Reported[] {
  const first = new Map<string, { readonly value: Value; readonly asset: string }>();
  const top = new Map(graph.resources.map((resource) => [resource.key, resource]));
  return executableNodes(graph).flatMap(({ object, assets }) => {
    const own = object.fields.get("resource_defs");
    if (own?.kind !== "dict" || own.entries.size === 0) return [];
    const asset = assets[0] ? toUserString(assets[0].path) : "";
    return [...own.entries.values()].flatMap(({ key, value }): readonly Reported[] => {
      const hasBoth = placeOfArgument(object, "io_manager_def") && placeOfArgument(object, "io_manager_key");
      if (key.kind !== "str" || key.value === DEFAULT_IO_MANAGER || hasBoth) return [];
      const place = {
        location: placeOfArgument(object, "resource_defs", "io_manager_def") ?? placeOfDefinition(object),
        subject: `asset:${asset}`,
        help: "Give the resource once, in `resources` of the `Definitions`.",
      };
      const shared = top.get(key.value);
      if (shared && !shared.condition)
        return [
          {
            message: `\`${asset}\` brings a resource \`${key.value}\`, and so do the \`resources\` of the \`Definitions\``,
            why: `Dagster: "AssetsDefinition with key ["${asset}"] has conflicting resource definitions with provided resources for the following keys: ${key.value}."`,
            related: [{ location: shared.at, message: "also given here" }],
            ...place,
          },
        ];
      const before = first.get(key.value);
      if (!before) first.set(key.value, { value, asset });
      if (!before || !areDifferent(before.value, value)) return [];
      return [
        {
          message: `\`${asset}\` brings another resource \`${key.value}\` than \`${before.asset}\` does`,
          why: `Dagster: "Conflicting versions of resource with key '${key.value}' were provided to different assets. When constructing a job, all resource definitions provided to assets must match by reference equality for a given key."`,
          ...place,
        },
      ];
    });
  });
}

function areDifferent(left: Value, right: Value): boolean {
  return left !== right && [left, right].every(({ kind }) => kind === "object" || kind === "instance");
}
