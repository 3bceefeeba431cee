/** One code location as the published document: the union of its repositories, sorted, with everything that is not known said. */
import { compareKeys } from "../../../base/order.ts";
import type { Unknown } from "../../../python/value.ts";
import type { CodeLocation, Sourced } from "../../../types/graph-document.ts";
import type { LocationHeader } from "../../analysis.ts";
import type { Collection, RepositoryGraph } from "../graph/asset-graph.ts";
import { DEFAULT_SENSOR } from "../graph/automation-sensor.ts";
import { assetNode, createDefinitionRegistry, edgesInto } from "./asset-document.ts";
import { type Doubts, rootOf } from "./doubts.ts";
import { checkDocument, jobDocument, scheduleDocument, sensorDocument } from "./job-document.ts";
import { resourceDocument } from "./resource-document.ts";

export interface LocationParts extends LocationHeader {
  readonly repositories: readonly RepositoryGraph[];
  /** Why the location as a whole could not be read, or only in part. */
  readonly gaps: readonly Unknown[];
  /** Empty; filled with what is not known. */
  readonly doubts: Doubts;
}

const COLLECTIONS: readonly (readonly [Collection, string])[] = [
  ["assets", "assets"],
  ["checks", "asset checks"],
  ["jobs", "jobs"],
  ["schedules", "schedules"],
  ["sensors", "sensors"],
  ["resources", "resources"],
];

export function locationDocument({ name, root, entry, dagsterVersion, repositories, gaps, doubts }: LocationParts): CodeLocation {
  const parts = repositories.map((graph) => repositoryDocument(graph, doubts, repositories.length > 1));
  const said = new Set(repositories.flatMap((graph) => Object.values(graph.gaps).flat()).map(troubleOf));
  for (const gap of gaps) if (!said.has(troubleOf(gap))) doubts.add("location", null, "the code location is not fully read", gap);
  return {
    name,
    root,
    entry,
    dagsterVersion,
    nodes: merged(parts, "nodes", (node) => node.key),
    edges: merged(parts, "edges", (edge) => `${edge.to}\0${edge.from}`),
    checks: merged(parts, "checks", (check) => `${check.asset}\0${check.name}`),
    jobs: merged(parts, "jobs", (job) => job.name),
    schedules: merged(parts, "schedules", (schedule) => schedule.name),
    sensors: merged(parts, "sensors", (sensor) => sensor.name),
    resources: merged(parts, "resources", (resource) => resource.key),
    unresolved: doubts.all(),
  };
}

/** Equal for gaps with one root: what leaves a collection open is not said of the whole location again. */
function troubleOf(gap: Unknown): string {
  const { at, message } = rootOf(gap);
  return `${at.path}\0${at.start}\0${message}`;
}

type RepositoryPart = Pick<CodeLocation, "nodes" | "edges" | "checks" | "jobs" | "schedules" | "sensors" | "resources">;

function repositoryDocument(graph: RepositoryGraph, doubts: Doubts, isOneOfSeveral: boolean): RepositoryPart {
  const registry = createDefinitionRegistry(doubts);
  const own = <T extends Sourced>(items: readonly T[]): readonly T[] =>
    isOneOfSeveral ? items.map((item) => ({ ...item, repository: graph.name })) : items;
  const assets = [...graph.assets.values()];
  sayWhatIsMissing(graph, doubts);
  return {
    nodes: own(assets.map((asset) => assetNode(asset, graph, { doubts, registry }))),
    edges: own(assets.flatMap((asset) => edgesInto(asset, graph, doubts))),
    checks: own(graph.checks.map((check) => checkDocument(check, doubts))),
    jobs: own(graph.jobs.filter((job) => !job.hidden).map((job) => jobDocument(job, graph, doubts))),
    schedules: own(graph.schedules.map((schedule) => scheduleDocument(schedule, graph, doubts))),
    sensors: own(
      graph.sensors
        .filter((sensor, index, all) => isListed(sensor.name, index, all))
        .map((sensor) => sensorDocument(sensor, graph, doubts)),
    ),
    resources: own(graph.resources.map((resource) => resourceDocument(resource, doubts))),
  };
}

/** One line for each gap, however many collections it leaves open: "more assets and asset checks may exist". */
function sayWhatIsMissing({ gaps }: RepositoryGraph, doubts: Doubts): void {
  const open = new Map<Unknown, string[]>();
  for (const [collection, words] of COLLECTIONS) {
    for (const gap of gaps[collection]) {
      const list = open.get(gap);
      if (!list) open.set(gap, [words]);
      else if (!list.includes(words)) list.push(words);
    }
  }
  for (const [gap, words] of open) {
    const last = words.at(-1) ?? "";
    const all = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
    doubts.add("location", null, `more ${all} may exist`, gap);
  }
}

/** The sensor that Dagster adds is left out where one of its name was written. */
function isListed(name: string, index: number, all: readonly { readonly name: string }[]): boolean {
  return name !== DEFAULT_SENSOR || all.findIndex((sensor) => sensor.name === name) === index;
}

/** All repositories' items in one order, equal keys in the order of the repositories. */
function merged<Key extends keyof RepositoryPart>(
  parts: readonly RepositoryPart[],
  collection: Key,
  keyOf: (item: RepositoryPart[Key][number]) => string,
): RepositoryPart[Key] {
  const items = parts.flatMap((part) => part[collection] as readonly RepositoryPart[Key][number][]);
  // Keys are put together once: a sort asks for each of them some twenty times.
  const keyed = items.map((item) => ({ key: keyOf(item), item })).sort((left, right) => compareKeys(left.key, right.key));
  return keyed.map(({ item }) => item) as unknown as RepositoryPart[Key];
}
