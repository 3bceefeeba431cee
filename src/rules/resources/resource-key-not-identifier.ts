import { executableNodes } from "../facts/assets/executable-nodes.ts";
import { defineRule } from "../rule.ts";

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
  check({ graphs, report }) {
    for (const graph of graphs) {
      const isNeeded = executableNodes(graph).length > 0 || graph.checks.length > 0;
      if (!isNeeded || graph.target?.type === "dagster.RepositoryDefinition") continue;
      for (const { key, at, condition } of graph.resources) {
        if (condition || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)) continue;
        report({
          message: `\`${key}\` is no Python identifier, and the key of a resource must be one`,
          why: `Dagster: "Resource key '${key}' must be a valid Python identifier."`,
          help: "Use letters, digits and `_`.",
          location: at,
          subject: `resource:${key}`,
        });
      }
    }
  },
});
