import type { AssetJobPayload } from "../../dagster/model/objects.ts";
import { payloadOf } from "../../dagster/model/payload.ts";
import type { LibraryObject } from "../../python/value.ts";
import { isPartitionedSchedule, type JobObject, jobObjects } from "../facts/automation/job-objects.ts";
import { placeOfArgument, placeOfDefinition } from "../facts/definition-place.ts";
import { about } from "../facts/subject.ts";
import { defineRule } from "../rule.ts";

export const scheduleSensorConflictingJob = defineRule({
  name: "schedule-sensor-conflicting-job",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule or sensor is given a job, and the repository has another job of that name.",
    why: "Dagster refuses: `schedule '...' targets unresolved asset job '...', but a different unresolved asset job with the same name was provided.`",
    example: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(partitions_def=daily)
def customers(): ...

load = dg.define_asset_job("load", selection="orders")
at_night = dg.build_schedule_from_partitioned_job(dg.define_asset_job("load", selection="customers"))

defs = dg.Definitions(assets=[orders, customers], jobs=[load], schedules=[at_night])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(partitions_def=daily)
def customers(): ...

load = dg.define_asset_job("load", selection="orders")
at_night = dg.build_schedule_from_partitioned_job(load)

defs = dg.Definitions(assets=[orders, customers], jobs=[load], schedules=[at_night])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py (_process_and_validate_target_job), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      const isRepository = graph.target?.type === "dagster.RepositoryDefinition";
      const [first, later] = [new Map<string, JobObject>(), [] as JobObject[]];
      for (const job of jobObjects(graph)) {
        if (job.namedBy && (isRepository || isPartitionedSchedule(job.namedBy))) later.push(job);
        else if (!first.has(job.name)) first.set(job.name, job);
      }
      for (const job of later) {
        const other = first.get(job.name);
        if (!other) first.set(job.name, job);
        if (!other || !job.namedBy || !conflict(job.object, other.object)) continue;
        report({
          message: `the job \`${job.name}\` that is given here is another one than the repository's \`${job.name}\``,
          why: `Dagster: "… targets … job '${job.name}', but a different … job with the same name was provided. Disambiguate between these by providing a separate name to one of them."`,
          help: "Rename one of them, or use the same object.",
          location: placeOfArgument(job.namedBy, "job", "target", "jobs") ?? job.namedBy.args?.positional[0]?.at ?? job.namedBy.at,
          related: [{ location: placeOfDefinition(other.object), message: "the other job" }],
          ...about(job.namedBy),
        });
      }
    }
  },
});

/** Asset jobs are one when they select the same, op jobs when they are one graph; what is not known is no conflict. */
function conflict(left: LibraryObject, right: LibraryObject): boolean {
  const asset = [left, right].filter(({ type }) => type === "dagster.UnresolvedAssetJobDefinition").length;
  if (asset === 1) return true;
  if (asset === 0) return false;
  const [ours, theirs] = [left, right].map((job) => selectionText(payloadOf(job, "asset-job")));
  return ours !== undefined && theirs !== undefined && ours !== theirs;
}

/** The selection without the places it is written at. */
function selectionText(payload: AssetJobPayload | undefined): string | undefined {
  const text = payload && JSON.stringify(payload.selection, (name, value: unknown) => (name === "at" ? undefined : value));
  return text?.includes('"kind":"unknown"') ? undefined : text;
}
