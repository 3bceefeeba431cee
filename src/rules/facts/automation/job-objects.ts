/**
 * The job objects that a repository gets to see, each once: those of `jobs=`, and those that its schedules and sensors were given as objects.
 * With `Definitions` Dagster lists all of them before it looks at names, so two objects of one name collide even if they are equal.
 * Source: `_attach_resources_to_jobs_and_instigator_jobs` of dagster 1.13.
 */
import type { GraphJob, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { targetsOf } from "../../../dagster/loading/graph/build-instigators.ts";
import type { LibraryObject } from "../../../python/value.ts";

export interface JobObject {
  readonly name: string;
  readonly object: LibraryObject;
  /** The schedule or sensor that brings it; absent when `jobs=` lists it. */
  readonly namedBy?: LibraryObject;
  /** It is one of the repository's jobs: others of its name are shadowed by it. */
  readonly job?: GraphJob;
}

/** Only those that are surely there. */
export function jobObjects(graph: RepositoryGraph): readonly JobObject[] {
  const found = new Map<LibraryObject, JobObject>();
  for (const job of graph.jobs) {
    if (job.condition || job.hidden || job.namedBy) continue;
    found.set(job.object, { name: job.name, object: job.object, job });
  }
  for (const instigator of [...graph.schedules, ...graph.sensors]) {
    if (instigator.condition) continue;
    for (const target of targetsOf(instigator.object)) {
      if (target.kind !== "job" || found.has(target.job) || target.job.condition) continue;
      const name = target.job.fields.get("name");
      if (name?.kind === "str") found.set(target.job, { name: name.value, object: target.job, namedBy: instigator.object });
    }
  }
  return [...found.values()];
}

/** Schedules of partitioned jobs name their job only when the repository is built. */
export function isPartitionedSchedule(object: LibraryObject | undefined): boolean {
  return object?.type === "dagster.UnresolvedPartitionedAssetScheduleDefinition";
}
