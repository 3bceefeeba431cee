/**
 * What a change reaches: downstream over the union of base and head edges, through every code location (keys tie them together),
 * and from there the jobs, schedules, sensors and checks that run on what was reached.
 */
import { compareKeys } from "../base/order.ts";
import type { CodeLocation } from "../types/graph-document.ts";
import type { Impact } from "../types/review-report.ts";
import type { LocationDiff } from "./diff-location.ts";
import { reachesDownstream } from "./fields/assets.ts";
import { runsEverything } from "./fields/instigators.ts";

export interface ImpactGraph {
  readonly consumers: ReadonlyMap<string, readonly string[]>;
  /** The location that defines a key: of the head, else of the base. */
  readonly definedIn: ReadonlyMap<string, string>;
  readonly all: readonly LocationDiff[];
}

/** Built once for all locations. Linear in nodes and edges. */
export function buildImpactGraph(all: readonly LocationDiff[]): ImpactGraph {
  const consumers = new Map<string, Set<string>>();
  const definedIn = new Map<string, string>();
  for (const location of [...all.map((diff) => diff.base), ...all.map((diff) => diff.head)]) {
    for (const edge of location?.edges ?? []) {
      consumers.set(edge.from, (consumers.get(edge.from) ?? new Set<string>()).add(edge.to));
    }
    for (const node of location?.nodes ?? []) {
      if (node.kind !== "stub" && (node.kind !== "external" || !definedIn.has(node.key))) {
        definedIn.set(node.key, location?.name ?? "");
      }
    }
  }
  return { consumers: new Map([...consumers].map(([key, set]) => [key, [...set]])), definedIn, all };
}

export function impactOf(diff: LocationDiff, graph: ImpactGraph): Impact {
  const sources = changedKeys(diff);
  const distances = distancesFrom(sources, graph);
  const atHead = new Set(graph.all.flatMap((other) => other.head?.nodes ?? []).map((node) => node.key));
  const downstream = [...distances]
    .filter(([key, distance]) => distance > 0 && atHead.has(key))
    .map(([key, distance]) => ({ key, distance, location: graph.definedIn.get(key) ?? "" }))
    .sort((left, right) => left.distance - right.distance || compareKeys(left.key, right.key));
  return { downstream, ...runsOn(new Set(distances.keys()), diff, graph) };
}

/** Keys whose change others feel; the old key of a renamed asset included. */
function changedKeys(diff: LocationDiff): readonly string[] {
  const keys: string[] = [];
  for (const change of diff.changes) {
    const felt = change.type !== "changed" || change.fields.some((field) => reachesDownstream(field.field));
    if (change.subject.kind === "asset" && change.type !== "moved" && felt) {
      keys.push(change.subject.name, ...(change.previousName === null ? [] : [change.previousName]));
    }
  }
  return keys;
}

function distancesFrom(sources: readonly string[], graph: ImpactGraph): ReadonlyMap<string, number> {
  const distances = new Map<string, number>(sources.map((key) => [key, 0]));
  const queue = [...distances.keys()];
  for (const key of queue) {
    const next = (distances.get(key) ?? 0) + 1;
    for (const consumer of graph.consumers.get(key) ?? []) {
      if (!distances.has(consumer)) {
        distances.set(consumer, next);
        queue.push(consumer);
      }
    }
  }
  return distances;
}

function runsOn(reached: ReadonlySet<string>, diff: LocationDiff, graph: ImpactGraph): Omit<Impact, "downstream"> {
  const found = { jobs: [] as string[], schedules: [] as string[], sensors: [] as string[], checks: [] as string[] };
  for (const other of graph.all) {
    const location = other.head;
    if (location === null) {
      continue;
    }
    const named = (name: string) => (other === diff ? name : `${location.name}: ${name}`);
    const jobs = new Set(location.jobs.filter((job) => job.assets.some((key) => reached.has(key))).map((job) => job.name));
    found.jobs.push(...[...jobs].map(named));
    found.schedules.push(...reachedSchedules(location, jobs, reached).map(named));
    found.sensors.push(...reachedSensors(location, jobs, reached).map(named));
    const checks = location.checks.filter((check) => reached.has(check.asset));
    found.checks.push(...checks.map((check) => named(`${check.asset}:${check.name}`)));
  }
  return {
    jobs: found.jobs.sort(compareKeys),
    schedules: found.schedules.sort(compareKeys),
    sensors: found.sensors.sort(compareKeys),
    checks: found.checks.sort(compareKeys),
  };
}

function reachedSchedules(location: CodeLocation, jobs: ReadonlySet<string>, reached: ReadonlySet<string>): readonly string[] {
  return location.schedules
    .filter(({ target }) => target !== null && ("job" in target ? jobs.has(target.job) : target.assets.some((key) => reached.has(key))))
    .map((schedule) => schedule.name);
}

function reachedSensors(location: CodeLocation, jobs: ReadonlySet<string>, reached: ReadonlySet<string>): readonly string[] {
  return location.sensors
    .filter(
      (sensor) =>
        !runsEverything(sensor) &&
        (sensor.targets.some((target) => jobs.has(target.job)) || [...sensor.assets, ...sensor.monitors].some((key) => reached.has(key))),
    )
    .map((sensor) => sensor.name);
}
