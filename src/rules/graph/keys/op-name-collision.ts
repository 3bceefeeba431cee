import { groupBy } from "../../../base/group-by.ts";
import type { RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import type { LibraryObject } from "../../../python/value.ts";
import { executableNodesByName } from "../../facts/assets/executable-nodes.ts";
import { placeOfDefinition } from "../../facts/definition-place.ts";
import { textOf } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const opNameCollision = defineRule({
  name: "op-name-collision",
  group: "graph",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two different ops, graphs or jobs of one name: also a job that is called like an asset.",
    why: "Dagster refuses: `Conflicting definitions found in repository with name '...'. Op/Graph definition names must be unique within a repository.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

job = dg.define_asset_job("orders", selection="orders")

defs = dg.Definitions(assets=[orders], jobs=[job])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

job = dg.define_asset_job("orders_job", selection="orders")

defs = dg.Definitions(assets=[orders], jobs=[job])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const [name, ofJobs] of groupBy(nodesOfJobs(graph), (node) => node.name)) {
        const [first, ...others] = [...nodesOfAssets(graph, name), ...ofJobs];
        const other = others.find(({ id }) => id !== first?.id);
        if (!first || !other || (first.kind === "asset" && other.kind === "asset")) continue;
        report({
          message: `\`${name}\` is the name of ${first.words} and of ${other.words}`,
          why: `Dagster: "Conflicting definitions found in repository with name '${name}'. Op/Graph definition names must be unique within a repository."`,
          help: "Rename one of the two.",
          location: placeOfDefinition(other.object),
          related: [{ location: placeOfDefinition(first.object), message: "the other one" }],
          subject: `${other.kind}:${name}`,
        });
      }
    }
  },
});

interface NamedNode {
  readonly name: string;
  readonly object: LibraryObject;
  /** Equal for what is one definition. */
  readonly id: unknown;
  readonly kind: "asset" | "job" | "op";
  readonly words: string;
}

/** Two assets of one name are another rule's concern, so only names in jobs are asked for. */
function nodesOfAssets(graph: RepositoryGraph, name: string): readonly NamedNode[] {
  const nodes = executableNodesByName(graph).get(name) ?? [];
  return nodes.map(({ object }) => ({ name, object, id: object.fields.get("node_def"), kind: "asset", words: "an asset" }));
}

/** The graph of every job under the job's name, and the ops in op jobs. */
function nodesOfJobs(graph: RepositoryGraph): readonly NamedNode[] {
  return graph.jobs
    .filter((job) => !job.condition && !job.hidden)
    .flatMap((job): readonly NamedNode[] => [
      { name: job.name, object: job.object, id: graphOf(job.object), kind: "job", words: "a job" },
      ...(job.kind === "op" ? job.ops : []).flatMap(({ definition }): readonly NamedNode[] => {
        const name = textOf(definition.fields.get("name"));
        return name === undefined || definition.type !== "dagster.OpDefinition"
          ? []
          : [{ name, object: definition, id: definition, kind: "op", words: "an op" }];
      }),
    ]);
}

/** Jobs of one name are another rule's concern. */
function graphOf(_job: LibraryObject): string {
  return "job";
}
