/** Jobs, schedules, sensors and checks of the document. What a selection is not sure of marks the field; what it is sure of is listed. */
import { compareKeys } from "../../../base/order.ts";
import type { Unknown } from "../../../python/value.ts";
import type { AssetCheck, Job, Partitions, Schedule, ScheduleTarget, Sensor } from "../../../types/graph-document.ts";
import { toUserString } from "../../model/asset-key.ts";
import { readPartitions } from "../../model/partitions.ts";
import { gapOf, type Read } from "../../model/read.ts";
import { isExact } from "../../selection/partial-set.ts";
import type { JobSelection } from "../../selection/resolve-expression.ts";
import type { GraphCheck, GraphJob, GraphSchedule, GraphSensor, GraphTarget, RepositoryGraph } from "../graph/asset-graph.ts";
import { type Doubts, Subject } from "./doubts.ts";

export function checkDocument(check: GraphCheck, doubts: Doubts): AssetCheck {
  const asset = toUserString(check.asset);
  const subject = new Subject(`check:${asset}:${check.name}`, doubts, check.assumes);
  return {
    asset,
    name: check.name,
    blocking: subject.value("blocking", check.blocking, false),
    description: subject.value("description", check.description, null),
    source: doubts.places.rangeOf(check.spec.at.path === "" ? check.at : check.spec.at),
    conditional: doubts.conditional(check.condition),
    ...subject.fields(),
  };
}

export function jobDocument(job: GraphJob, graph: RepositoryGraph, doubts: Doubts): Job {
  const subject = new Subject(`job:${job.name}`, doubts, job.assumes);
  if (job.opsGap) {
    subject.doubt("ops", job.opsGap);
    subject.doubt("opEdges", job.opsGap);
  }
  return {
    name: job.name,
    kind: job.kind,
    assets: job.selection ? selectedAssets(job.selection, { field: "assets", subject, graph }) : [],
    checks: job.selection ? selectedChecks(job.selection, subject, graph) : [],
    ops: job.ops.map((op) => op.name).sort(compareKeys),
    opEdges: [...job.opEdges]
      .map(({ from, to }) => ({ from, to }))
      .sort((left, right) => compareKeys(left.from, right.from) || compareKeys(left.to, right.to)),
    partitions: subject.value("partitions", partitionsOf(job, graph), null),
    source: doubts.places.rangeOf(job.at),
    conditional: doubts.conditional(job.condition),
    ...subject.fields(),
  };
}

function partitionsOf({ partitions, selection }: GraphJob, graph: RepositoryGraph): Read<Partitions | null> {
  if (partitions.known) return readPartitions(partitions.value ?? undefined);
  return selection && !isExact(selection.resolved.assets) ? { known: false, gap: doubtOf(selection, graph) } : partitions;
}

interface SelectionField {
  readonly field: string;
  readonly subject: Subject;
  readonly graph: RepositoryGraph;
}

function selectedAssets(selection: JobSelection, { field, subject, graph }: SelectionField): readonly string[] {
  const { assets } = selection.resolved;
  if (!isExact(assets)) subject.doubt(field, doubtOf(selection, graph));
  return [...assets.certain].map((id) => toUserString(graph.assets.get(id)?.path ?? [id])).sort(compareKeys);
}

function selectedChecks(selection: JobSelection, subject: Subject, graph: RepositoryGraph): readonly string[] {
  const { checks } = selection.resolved;
  if (!isExact(checks)) subject.doubt("checks", doubtOf(selection, graph));
  return [...checks.certain].sort(compareKeys);
}

/** Why a selection is not sure: what could not be read of itself, else of the graph. */
function doubtOf(selection: JobSelection, graph: RepositoryGraph): Unknown {
  const [unread] = selection.gaps;
  if (unread) return unread;
  const [problem] = selection.problems;
  if (problem?.error.kind === "invalid-string") return gapOf(undefined, "a valid selection").gap;
  const [possible] = selection.resolved.assets.possible;
  const claim = possible === undefined ? undefined : graph.assets.get(possible)?.claim;
  const ofAsset =
    claim?.condition ?? claim?.tags.gaps[0] ?? claim?.deps.gaps[0] ?? (claim && !claim.group.known ? claim.group.gap : undefined);
  return ofAsset ?? graph.gaps.assets[0] ?? graph.gaps.checks[0] ?? gapOf(undefined, "a selection that is known").gap;
}

export function scheduleDocument(schedule: GraphSchedule, graph: RepositoryGraph, doubts: Doubts): Schedule {
  const subject = new Subject(`schedule:${schedule.name}`, doubts, schedule.assumes);
  return {
    name: schedule.name,
    cron: subject.value("cron", schedule.cron, []),
    timezone: subject.value("timezone", schedule.timezone, null),
    target: schedule.target ? targetDocument(schedule.target, subject, graph) : null,
    status: subject.value("status", schedule.status, "STOPPED"),
    source: doubts.places.rangeOf(schedule.at),
    conditional: doubts.conditional(schedule.condition),
    ...subject.fields(),
  };
}

function targetDocument(target: GraphTarget, subject: Subject, graph: RepositoryGraph): ScheduleTarget | null {
  switch (target.kind) {
    case "job":
    case "unresolved-name":
      return { job: target.name };
    case "assets":
      return { assets: target.job.selection ? selectedAssets(target.job.selection, { field: "target", subject, graph }) : [] };
    case "unknown":
      subject.doubt("target", target.gap);
      return null;
  }
}

export function sensorDocument(sensor: GraphSensor, graph: RepositoryGraph, doubts: Doubts): Sensor {
  const subject = new Subject(`sensor:${sensor.name}`, doubts, sensor.assumes);
  const targets = new Set<string>();
  const assets = new Set<string>(sensor.selection ? selectedAssets(sensor.selection, { field: "assets", subject, graph }) : []);
  for (const target of sensor.targets) {
    if (target.kind === "unknown") subject.doubt("targets", target.gap);
    else if (target.kind !== "assets") targets.add(target.name);
    else if (target.job.selection)
      for (const key of selectedAssets(target.job.selection, { field: "assets", subject, graph })) assets.add(key);
  }
  return {
    name: sensor.name,
    type: sensor.type,
    targets: [...targets].sort(compareKeys).map((job) => ({ job })),
    assets: [...assets].sort(compareKeys),
    monitors: sensor.monitors ? monitoredKeys(sensor.monitors, subject, graph) : [],
    status: subject.value("status", sensor.status, "STOPPED"),
    source: doubts.places.rangeOf(sensor.at),
    conditional: doubts.conditional(sensor.condition),
    ...subject.fields(),
  };
}

/** Keys are watched whether anything defines them or not. */
function monitoredKeys(monitors: JobSelection, subject: Subject, graph: RepositoryGraph): readonly string[] {
  const { tree, resolved } = monitors;
  if (tree.kind === "keys") return [...new Set(tree.keys.map(toUserString))].sort(compareKeys);
  if (!isExact(resolved.assets)) subject.doubt("monitors", doubtOf(monitors, graph));
  return [...resolved.assets.certain].map((id) => toUserString(graph.assets.get(id)?.path ?? [id])).sort(compareKeys);
}
