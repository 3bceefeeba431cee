/**
 * One repository, whole: definitions in, graph out, in the order in which Dagster builds it. Assets that a target brings along join before dependencies are
 * resolved, because they take part in that.
 */
import type { Interpreter } from "../../../python/interpreter.ts";
import type { LibraryObject, Unknown } from "../../../python/value.ts";
import type { AssetClaim, Collection, Given, GraphCheck, GraphJob, GraphSchedule, GraphSensor, RepositoryGraph } from "./asset-graph.ts";
import { defaultAutomationSensor } from "./automation-sensor.ts";
import { buildAssets } from "./build-assets.ts";
import { buildSchedule, buildSensor, type InstigatorContext, targetsOf } from "./build-instigators.ts";
import { buildJob, type JobParts } from "./build-jobs.ts";
import type { Collected } from "./collect-definitions.ts";
import { readChecks } from "./read-checks.ts";
import { readClaims } from "./read-claims.ts";

export function buildRepositoryGraph(collected: Collected, interpreter: Interpreter): RepositoryGraph {
  const gaps = copyGaps(collected.gaps);
  const instigators = [...collected.schedules, ...collected.sensors];
  const { claims, checks } = readAssets(collected.assets, instigators, { gaps, interpreter });
  const built = buildAssets({ claims, checks, assetGaps: gaps.assets, checkGaps: gaps.checks }, interpreter);

  const jobs = new Map<string, GraphJob>();
  const givenJobs = jobsOf(collected.jobs, instigators);
  for (const parts of givenJobs) {
    const job = buildJob(parts, built, interpreter);
    if (job.kind === "unknown") gaps.jobs.push(job);
    else if (!jobs.has(job.name)) jobs.set(job.name, job);
    else keepDuplicate(jobs, job);
  }
  const context: InstigatorContext = { built, interpreter, jobs, jobsOpen: gaps.jobs.length > 0 };
  const schedules = known<GraphSchedule>(collected.schedules, (given) => buildSchedule(given, context), gaps.schedules);
  const sensors = known<GraphSensor>(collected.sensors, (given) => buildSensor(given, context), gaps.sensors);
  const implicit = defaultAutomationSensor(built, checks, { sensors, jobs: givenJobs.map(({ given }) => given) });
  return {
    name: collected.name,
    ...(collected.target && { target: collected.target }),
    assets: built.assets,
    checks,
    jobs: [...jobs.values()],
    schedules,
    sensors: implicit ? [...sensors, implicit] : sensors,
    resources: collected.resources,
    gaps,
    misplaced: collected.misplaced,
    selectable: built.selectable,
  };
}

interface AssetContext {
  readonly gaps: Record<Collection, Unknown[]>;
  readonly interpreter: Interpreter;
}

/** Claims and checks of the assets that are given, then of those that only a target names. */
function readAssets(
  given: readonly Given[],
  instigators: readonly Given[],
  { gaps, interpreter }: AssetContext,
): { readonly claims: readonly AssetClaim[]; readonly checks: readonly GraphCheck[] } {
  const claims: AssetClaim[] = [];
  const checks: GraphCheck[] = [];
  const read = (each: Given, addedBy?: LibraryObject): void => {
    const own = readClaims(each, interpreter);
    const keys = new Set(addedBy ? claims.map(({ id }) => id) : []);
    claims.push(...own.claims.filter((claim) => !keys.has(claim.id)).map((claim) => (addedBy ? { ...claim, addedBy } : claim)));
    gaps.assets.push(...own.gaps);
    const ownChecks = readChecks(each);
    const isNew = !addedBy || own.claims.some((claim) => !keys.has(claim.id));
    if (isNew) checks.push(...ownChecks.checks);
    gaps.checks.push(...ownChecks.gaps);
  };
  for (const each of given) read(each);
  const seen = new Set(given.map(({ object }) => object));
  for (const instigator of instigators) {
    for (const target of targetsOf(instigator.object)) {
      for (const object of target.kind === "selection" ? (target.assets ?? []) : []) {
        if (seen.has(object)) continue;
        seen.add(object);
        const condition = instigator.condition ?? object.condition;
        read({ object, at: object.at, ...(condition && { condition }), assumes: object.assumes ?? [] }, instigator.object);
      }
    }
  }
  return { claims, checks };
}

/** Jobs that are given, and those that schedules and sensors bring along. */
function jobsOf(given: readonly Given[], instigators: readonly Given[]): readonly JobParts[] {
  const parts: JobParts[] = given.map((each) => ({ given: each }));
  const seen = new Set(given.map(({ object }) => object));
  const names = new Set(given.map(({ object }) => nameOf(object)));
  for (const instigator of instigators) {
    for (const target of targetsOf(instigator.object)) {
      if (target.kind !== "job" || seen.has(target.job)) continue;
      seen.add(target.job);
      const name = nameOf(target.job);
      if (name !== undefined && names.has(name)) continue;
      names.add(name);
      const condition = instigator.condition ?? target.job.condition;
      parts.push({
        given: { object: target.job, at: target.job.at, ...(condition && { condition }), assumes: target.job.assumes ?? [] },
        namedBy: instigator.object,
      });
    }
  }
  return parts;
}

function nameOf(object: LibraryObject): string | undefined {
  const name = object.fields.get("name");
  return name?.kind === "str" ? name.value : undefined;
}

/** A second job of a name: listed behind the first under a key that no name can be. */
function keepDuplicate(jobs: Map<string, GraphJob>, job: GraphJob): void {
  let key = `${job.name}\0`;
  while (jobs.has(key)) key += "\0";
  jobs.set(key, job);
}

function known<T extends object>(given: readonly Given[], build: (given: Given) => T | Unknown, gaps: Unknown[]): readonly T[] {
  const found: T[] = [];
  for (const each of given) {
    const built = build(each);
    if (isUnknown(built)) gaps.push(built);
    else found.push(built);
  }
  return found;
}

function isUnknown(value: object): value is Unknown {
  return "kind" in value && value.kind === "unknown";
}

function copyGaps(gaps: Readonly<Record<Collection, readonly Unknown[]>>): Record<Collection, Unknown[]> {
  return {
    assets: [...gaps.assets],
    checks: [...gaps.checks],
    jobs: [...gaps.jobs],
    schedules: [...gaps.schedules],
    sensors: [...gaps.sensors],
    resources: [...gaps.resources],
  };
}
