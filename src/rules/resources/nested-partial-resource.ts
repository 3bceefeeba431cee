import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { InstanceValue, Value } from "../../python/value.ts";
import { callsByName } from "../facts/logged.ts";
import { requirementsOf } from "../facts/resources/resource-requirements.ts";
import { defineRule } from "../rule.ts";

export const nestedPartialResource = defineRule({
  name: "nested-partial-resource",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A resource holds another that is configured at launch, and that other is not in `resources` itself.",
    why: "Dagster refuses: `Failed to resolve resource nested at .... Any partially configured, nested resources must be provided as a top level resource.`",
    example: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str

class Shop(dg.ConfigurableResource):
    database: Database

@dg.asset
def orders(shop: Shop): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop(database=Database.configure_at_launch())})
`,
    instead: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str

class Shop(dg.ConfigurableResource):
    database: Database

@dg.asset
def orders(shop: Shop): ...

database = Database.configure_at_launch()

defs = dg.Definitions(assets=[orders], resources={"shop": Shop(database=database), "database": database})
`,
    source: "dagster/_config/pythonic_config/resource.py (PartialResourceDependencyRequirement), 1.13.27",
  },
  check({ graphs, location, report }) {
    const partial = partialResources(location);
    if (partial.size === 0) return;
    for (const graph of graphs) {
      const top = new Set(graph.resources.map(({ value }) => value));
      const asked = new Set(requirementsOf(graph).map(({ key }) => key));
      for (const { key, value, at, condition } of graph.resources) {
        if (condition || !asked.has(key) || value.kind !== "instance") continue;
        for (const [name, nested] of partialsIn(value, partial)) {
          if (top.has(nested)) continue;
          report({
            message: `\`${value.class.name}.${name}\` is configured at launch, and is not in \`resources\` itself`,
            why: `Dagster: "Failed to resolve resource nested at ${value.class.name}.${name}. Any partially configured, nested resources must be provided as a top level resource."`,
            help: "Give the nested resource a key of its own in `resources` too: the same object.",
            location: value.construction?.at ?? at,
            subject: `resource:${key}`,
            doubts: graph.gaps.resources,
          });
        }
      }
    }
  },
});

/** What `configure_at_launch()` made. */
function partialResources(location: LoadedLocation): ReadonlySet<Value> {
  const names = [...callsByName(location)].filter(([name]) => name.endsWith(".configure_at_launch"));
  return new Set(names.flatMap(([, calls]) => calls.flatMap(({ result }) => result ?? [])));
}

function partialsIn(resource: InstanceValue, partial: ReadonlySet<Value>): readonly (readonly [string, Value])[] {
  return [...resource.attributes].filter(([, value]) => partial.has(value));
}
