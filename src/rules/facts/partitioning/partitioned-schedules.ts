/**
 * Calls of `build_schedule_from_partitioned_job` with the partitions of their job. An asset job without partitions of its own gets those of its
 * assets when the graph is complete, so its schedule is looked at there; every other is decided where it is written.
 */
import type { RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { RuleContext } from "../../rule.ts";
import { type Call, callsOf } from "../calls.ts";

export interface PartitionedSchedule {
  readonly call: Call;
  readonly job: LibraryObject;
  /** The partitions come from the assets: no cron may be given. */
  readonly deferred: boolean;
  /** None: the job has no partitions. `undefined`: not known. */
  readonly partitions: Value | undefined;
}

const NONE: Value = { kind: "none" };

export function partitionedSchedules({ location, graphs }: RuleContext): readonly PartitionedSchedule[] {
  const calls = callsOf(location, "dagster.build_schedule_from_partitioned_job", "dagster.schedule_from_partitions");
  return calls.flatMap((call): readonly PartitionedSchedule[] => {
    const job = call.value("job");
    if (job.kind !== "object") return [];
    const own = job.fields.get("partitions_def") ?? NONE;
    const deferred = job.type === "dagster.UnresolvedAssetJobDefinition" && own.kind === "none";
    if (!deferred) return [{ call, job, deferred, partitions: own.kind === "unknown" || own.kind === "one-of" ? undefined : own }];
    return [{ call, job, deferred, partitions: partitionsOfAssets(call, job, graphs) }];
  });
}

/** Only if a repository really takes the schedule; Dagster never asks otherwise. */
function partitionsOfAssets(call: Call, job: LibraryObject, graphs: readonly RepositoryGraph[]): Value | undefined {
  for (const graph of graphs) {
    const isTaken = graph.schedules.some((schedule) => schedule.object === call.call.result && !schedule.condition);
    const found = isTaken ? graph.jobs.find((each) => each.object === job && !each.condition) : undefined;
    if (found?.partitions.known) return found.partitions.value ?? NONE;
  }
  return undefined;
}

/** As Dagster's messages call it. */
export function jobName(job: LibraryObject): string {
  const name = job.fields.get("name");
  return name?.kind === "str" ? name.value : "…";
}
