import { isPartitionedSchedule, type JobObject, jobObjects } from "../facts/automation/job-objects.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { defineRule } from "../rule.ts";

export const duplicateJobName = defineRule({
  name: "duplicate-job-name",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two jobs of a code location have one name. A job that a schedule or sensor is given counts, and an equal copy is a second job.",
    why: "Dagster refuses: `Duplicate definition found for unresolved job '...'`, `Duplicate job definition found for job '...'`.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

load_orders = dg.define_asset_job("load", selection="orders")
load_customers = dg.define_asset_job("load", selection="customers")

defs = dg.Definitions(assets=[orders, customers], jobs=[load_orders, load_customers])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

load_orders = dg.define_asset_job("load_orders", selection="orders")
load_customers = dg.define_asset_job("load_customers", selection="customers")

defs = dg.Definitions(assets=[orders, customers], jobs=[load_orders, load_customers])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      // A repository does not list what its schedules and sensors bring before it looks at names: another rule compares those.
      const listed = (job: JobObject): boolean =>
        !isPartitionedSchedule(job.namedBy) && (graph.target?.type !== "dagster.RepositoryDefinition" || !job.namedBy);
      const first = new Map<string, JobObject>();
      for (const job of jobObjects(graph).filter(listed)) {
        const other = first.get(job.name);
        if (!other) {
          first.set(job.name, job);
          continue;
        }
        const unresolved = job.object.type === "dagster.UnresolvedAssetJobDefinition";
        report({
          message: `there are two jobs named \`${job.name}\``,
          why: `Dagster: "Duplicate ${unresolved ? "definition found for unresolved" : "job definition found for"} job '${job.name}'".`,
          help: "Rename one of them; a job that is used in several places is made once and imported.",
          location: placeOfDefinition(job.object),
          related: [{ location: placeOfDefinition(other.object), message: "the other job" }],
          subject: `job:${job.name}`,
        });
      }
    }
  },
});
