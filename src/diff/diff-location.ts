/** Compares two versions of one code location. Assets first: what they were renamed to, everything named after them follows. */
import type { CodeLocation } from "../types/graph-document.ts";
import type { Change } from "../types/review-report.ts";
import { diffObjects, renamesOf, type Sides } from "./diff-objects.ts";
import type { Renamed } from "./entry.ts";
import { ASSETS } from "./fields/assets.ts";
import { CHECKS } from "./fields/checks.ts";
import { SCHEDULES, SENSORS } from "./fields/instigators.ts";
import { JOBS } from "./fields/jobs.ts";
import { RESOURCES } from "./fields/resources.ts";
import type { LocationPair } from "./pair-locations.ts";
import { openEnds } from "./uncertainty.ts";

export interface LocationDiff {
  readonly base: CodeLocation | null;
  readonly head: CodeLocation | null;
  /** Assets, checks, jobs, schedules, sensors, resources; each sorted by name. */
  readonly changes: readonly Change[];
  readonly renamed: Renamed;
}

export function diffLocation(pair: LocationPair): LocationDiff {
  const base = pair.base?.document ?? null;
  const head = pair.head?.document ?? null;
  const sides: Sides = { base: pair.base, head: pair.head, ends: openEnds(base, head) };
  const nothing: Renamed = { assets: new Map(), jobs: new Map() };
  const assets = followRenamed(sides, diffObjects(ASSETS, sides, nothing));
  const assetsRenamed: Renamed = { assets: renamesOf(assets), jobs: new Map() };
  const jobs = diffObjects(JOBS, sides, assetsRenamed);
  const renamed: Renamed = { assets: assetsRenamed.assets, jobs: renamesOf(jobs) };
  const changes = [
    ...assets,
    ...diffObjects(CHECKS, sides, renamed),
    ...jobs,
    ...diffObjects(SCHEDULES, sides, renamed),
    ...diffObjects(SENSORS, sides, renamed),
    ...diffObjects(RESOURCES, sides, renamed),
  ];
  return { base, head, changes, renamed };
}

/** Which assets were renamed is only known after a first pass; with it, consumers that merely followed are no change. */
function followRenamed(sides: Sides, changes: readonly Change[]): readonly Change[] {
  const assets = renamesOf(changes);
  if (assets.size === 0) {
    return changes;
  }
  return diffObjects(ASSETS, sides, { assets, jobs: new Map() });
}
