import { misspelt } from "../facts/names/suggest.ts";
import { requirementsOf } from "../facts/resources/resource-requirements.ts";
import { defineRule } from "../rule.ts";

export const missingResource = defineRule({
  name: "missing-resource",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset, a check or an op asks for a resource that is not in `resources`.",
    why: "Dagster refuses: `resource with key '...' required by op '...' was not provided.`",
    example: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str

@dg.asset
def orders(database: Database): ...

defs = dg.Definitions(assets=[orders], resources={"db": Database(url="sqlite://")})
`,
    instead: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str

@dg.asset
def orders(database: Database): ...

defs = dg.Definitions(assets=[orders], resources={"database": Database(url="sqlite://")})
`,
    source: "dagster/_core/definitions/resource_requirement.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const requirement of requirementsOf(graph)) {
        if (requirement.kind !== "resource" || requirement.provided !== undefined || requirement.key === "io_manager") continue;
        const near = misspelt(requirement.key, requirement.keys);
        report({
          message: `${requirement.owner} asks for the resource \`${requirement.key}\`, which is not provided`,
          why: `Dagster: "${requirement.description} was not provided."`,
          help:
            near === undefined ? `Add \`"${requirement.key}": …\` to \`resources\` of the \`Definitions\`.` : `Did you mean \`${near}\`?`,
          location: requirement.at,
          subject: requirement.subject,
          doubts: requirement.doubts,
        });
      }
    }
  },
});
