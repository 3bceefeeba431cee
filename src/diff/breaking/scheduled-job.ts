/**
 * An asset that some schedule ran and that none runs any more, though it is still there. Told at the job or schedule that let it go.
 * Where the head has a job or a schedule that could not be read, nobody can say so.
 */
import { compareKeys } from "../../base/order.ts";
import type { CodeLocation, Schedule } from "../../types/graph-document.ts";
import type { BreakingChange, Change } from "../../types/review-report.ts";
import type { LocationDiff } from "../diff-location.ts";
import type { BreakingContext } from "./breaking-reasons.ts";

export function lostScheduling({ change, diff }: BreakingContext): BreakingChange | null {
  const isCause = change.subject.kind === "job" || change.subject.kind === "schedule";
  if (!isCause || change.type === "added" || diff.base === null || diff.head === null || !isReadable(diff.head)) {
    return null;
  }
  const released = new Set(ranAtBase(change, diff.base));
  const lost = unscheduled(diff, diff.base, diff.head).filter((key) => released.has(key));
  const affects = lost.map((key) => diff.renamed.assets.get(key) ?? key).sort(compareKeys);
  return affects.length === 0 ? null : { reason: "left-scheduled-job", affects };
}

/** What the job ran on a schedule, or the schedule ran, by the base's keys. */
function ranAtBase(change: Change, base: CodeLocation): readonly string[] {
  const name = change.previousName ?? change.subject.name;
  if (change.subject.kind === "schedule") {
    const letGo = change.type === "removed" || change.fields.some((field) => field.field === "target");
    return !letGo ? [] : base.schedules.filter((schedule) => schedule.name === name).flatMap((schedule) => assetsOf(schedule, base));
  }
  const scheduled = base.schedules.some((schedule) => schedule.target !== null && "job" in schedule.target && schedule.target.job === name);
  return scheduled ? base.jobs.filter((job) => job.name === name).flatMap((job) => job.assets) : [];
}

function unscheduled(diff: LocationDiff, base: CodeLocation, head: CodeLocation): readonly string[] {
  const before = new Set(base.schedules.flatMap((schedule) => assetsOf(schedule, base)));
  const after = new Set(head.schedules.flatMap((schedule) => assetsOf(schedule, head)));
  const automatedAtBase = new Set(base.nodes.filter((node) => node.automation !== null).map((node) => node.key));
  const headNodes = new Map(head.nodes.map((node) => [node.key, node]));
  return [...before].filter((key) => {
    const node = headNodes.get(diff.renamed.assets.get(key) ?? key);
    const automatedNow = node !== undefined && node.automation !== null && !automatedAtBase.has(key);
    return node !== undefined && node.kind !== "stub" && !after.has(node.key) && !automatedNow;
  });
}

function assetsOf(schedule: Schedule, location: CodeLocation): readonly string[] {
  const target = schedule.target;
  if (target === null) {
    return [];
  }
  if ("assets" in target) {
    return target.assets;
  }
  return location.jobs.filter((job) => job.name === target.job).flatMap((job) => job.assets);
}

function isReadable(location: CodeLocation): boolean {
  const objects = [...location.jobs, ...location.schedules];
  const open = location.unresolved.some((entry) => entry.subject === "location");
  return !open && objects.every((object) => !object.unresolved.includes("assets") && !object.unresolved.includes("target"));
}
