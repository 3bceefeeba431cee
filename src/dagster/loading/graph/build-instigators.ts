/**
 * Schedules and sensors with what they launch. A target is a job of this repository, a job that only they name (which joins it), the name of a job (which may not
 * exist), or a selection of assets, of which Dagster makes a hidden job.
 */

import type { Interpreter } from "../../../python/interpreter.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { Target } from "../../model/objects.ts";
import { payloadOf } from "../../model/payload.ts";
import { gapOf, known, type Read, readListing, readOptionalNumber, readOptionalStr, readStr } from "../../model/read.ts";
import { resolveExpression } from "../../selection/resolve-expression.ts";
import type { Given, GraphJob, GraphSchedule, GraphSensor, GraphTarget } from "./asset-graph.ts";
import type { BuiltAssets } from "./build-assets.ts";
import { buildHiddenJob } from "./build-jobs.ts";
import { partitionedCron } from "./partitioned-cron.ts";

export interface InstigatorContext {
  readonly built: BuiltAssets;
  readonly interpreter: Interpreter;
  /** By name: every job that is known so far; hidden ones are added here. */
  readonly jobs: Map<string, GraphJob>;
  /** True when jobs may exist that are not listed. */
  readonly jobsOpen: boolean;
}

/** The targets of a schedule or sensor, from its payload. */
export function targetsOf(object: LibraryObject): readonly Target[] {
  const payload = payloadOf(object, "targets") ?? payloadOf(object, "sensor");
  if (payload) return payload.targets;
  const job = object.fields.get("job");
  return job?.kind === "object" ? [{ kind: "job", job }] : [];
}

export function buildSchedule(given: Given, context: InstigatorContext): GraphSchedule | Unknown {
  const { fields } = given.object;
  const name = readStr(fields.get("name"), "the name of a schedule");
  if (!name.known) return name.gap;
  const assumes = [...new Set([...given.assumes, ...name.assumes])];
  const [target] = targetsOf(given.object).map((each) => resolveTarget(each, { ...given, name: name.value }, context));
  const shared = { ...given, assumes, name: name.value, target: target ?? null, status: readStatus(fields.get("default_status")) };
  if (context.interpreter.isInstance(given.object, "dagster.UnresolvedPartitionedAssetScheduleDefinition")) {
    return { ...shared, ...partitionedCadence(given.object, target, context) };
  }
  return {
    ...shared,
    cron: readCron(fields.get("cron_schedule")),
    timezone: readOptionalStr(fields.get("execution_timezone"), "a timezone"),
  };
}

export function buildSensor(given: Given, context: InstigatorContext): GraphSensor | Unknown {
  const name = readStr(given.object.fields.get("name"), "the name of a sensor");
  if (!name.known) return name.gap;
  const payload = payloadOf(given.object, "sensor");
  const selection = payload?.selection && resolveExpression(payload.selection, context.built.selectable, given.at);
  const monitors = payload?.monitors && resolveExpression(payload.monitors, context.built.selectable, given.at);
  return {
    ...given,
    assumes: [...new Set([...given.assumes, ...name.assumes])],
    name: name.value,
    type: payload?.type ?? "standard",
    targets: targetsOf(given.object).map((target) => resolveTarget(target, { ...given, name: name.value }, context)),
    ...(selection && { selection }),
    ...(monitors && { monitors }),
    status: readStatus(given.object.fields.get("default_status")),
    implicit: false,
  };
}

function resolveTarget(target: Target, owner: Given & { readonly name: string }, context: InstigatorContext): GraphTarget {
  switch (target.kind) {
    case "job": {
      const name = readStr(target.job.fields.get("name"), "the name of a job");
      return name.known ? { kind: "job", name: name.value, at: owner.at } : { kind: "unknown", gap: name.gap };
    }
    case "job-name": {
      const name = readStr(target.name, "the name of a job");
      if (!name.known) return { kind: "unknown", gap: name.gap };
      const at = target.name.kind === "str" && target.name.origin ? target.name.origin : owner.at;
      const exists = context.jobs.has(name.value) || context.jobsOpen;
      return { kind: exists ? "job" : "unresolved-name", name: name.value, at };
    }
    case "selection": {
      const job = buildHiddenJob(owner, target.selection, context.built);
      context.jobs.set(job.name, job);
      return { kind: "assets", job };
    }
    case "unknown":
      return { kind: "unknown", gap: target.gap };
  }
}

type Cadence = Pick<GraphSchedule, "cron" | "timezone">;

/** Of an asset job that gets its partitions from its assets: the cadence of their time window. */
function partitionedCadence(schedule: LibraryObject, target: GraphTarget | undefined, { jobs, interpreter }: InstigatorContext): Cadence {
  const job = target?.kind === "job" ? jobs.get(target.name) : undefined;
  const partitions = job?.partitions;
  if (!partitions?.known) {
    const gap = partitions ?? gapOf(undefined, "the job of the schedule");
    return { cron: gap, timezone: gap };
  }
  const window = timeWindowOf(partitions.value, interpreter);
  const cron = readStr(window?.get("cron_schedule"), "the cadence of the partitions");
  const timezone = readOptionalStr(window?.get("timezone"), "the timezone of the partitions");
  if (!window || !cron.known) return { cron: cron.known ? gapOf(undefined, "a time window") : cron, timezone };
  const offset = (name: string): Read<number | null> => readOptionalNumber(schedule.fields.get(name), `\`${name}\``);
  const [minute, hour, dayOfWeek, dayOfMonth] = ["minute_of_hour", "hour_of_day", "day_of_week", "day_of_month"].map(offset);
  if (!minute?.known || !hour?.known || !dayOfWeek?.known || !dayOfMonth?.known) {
    const unread = [minute, hour, dayOfWeek, dayOfMonth].find((each) => each && !each.known);
    return { cron: unread && !unread.known ? unread : gapOf(undefined, "an offset"), timezone };
  }
  const offsets = { minute: minute.value, hour: hour.value, dayOfWeek: dayOfWeek.value, dayOfMonth: dayOfMonth.value };
  const written = partitionedCron(cron.value, offsets);
  return {
    cron: written === undefined ? gapOf(undefined, "an hourly, daily, weekly or monthly cadence") : known([written], cron.assumes),
    timezone,
  };
}

/** The fields of a time window, or of the one in a multi-dimensional definition. */
function timeWindowOf(value: Value | null, interpreter: Interpreter): ReadonlyMap<string, Value> | undefined {
  if (value === null) return undefined;
  const fields = value.kind === "object" ? value.fields : value.kind === "instance" ? value.attributes : undefined;
  if (interpreter.isInstance(value, "dagster.TimeWindowPartitionsDefinition")) return fields;
  const dimensions = fields?.get("partitions_defs");
  if (dimensions?.kind !== "dict") return undefined;
  const windows = [...dimensions.entries.values()]
    .map((entry) => timeWindowOf(entry.value, interpreter))
    .filter((each) => each !== undefined);
  return windows[0];
}

/** A string, or a list of them. */
function readCron(value: Value | undefined): Read<readonly string[]> {
  if (value?.kind === "str") return known([value.value], value.assumes);
  if (value === undefined || value.kind === "none" || value.kind === "unknown" || value.kind === "one-of")
    return gapOf(value, "a cron schedule");
  const crons = readListing(value, "cron schedules", (item) => readStr(item, "a cron schedule"));
  const [gap] = crons.gaps;
  return gap
    ? { known: false, gap }
    : known(
        crons.items.map((item) => item.value),
        crons.assumes,
      );
}

function readStatus(value: Value | undefined): Read<"RUNNING" | "STOPPED"> {
  if (value === undefined || value.kind === "none") return known("STOPPED");
  const name = value.kind === "object" ? readStr(value.fields.get("name"), "a default status") : gapOf(value, "a default status");
  if (!name.known) return name;
  return known(name.value === "RUNNING" ? "RUNNING" : "STOPPED", name.assumes);
}
