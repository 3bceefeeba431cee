/**
 * Dagster refuses a job whose assets have different partitions definitions. Where one of them is known only when the code runs, no rule reports it,
 * because the project may be right as it stands; an edit that newly puts it beside another cannot be made sure of. What the edit left as it was
 * is no reason against it: a rename in such a job stays possible.
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { GraphAsset, GraphJob, RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import { partitionsIdentity } from "../../dagster/loading/graph/partitions-class.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import type { Value } from "../../python/value.ts";
import { EQUALITY_FIELD } from "../../python/values/hash-key.ts";

interface Member {
  readonly key: string;
  readonly identity: string;
  readonly isKnown: boolean;
}

/** Words for the first job in which the edit puts partitions beside others of which reading does not tell whether they are the same. */
export function newlyDoubtfulPartitions(before: LoadedLocation, after: LoadedLocation): string | undefined {
  const isTouched = touchedBetween(before, after);
  for (const graph of after.graphs) {
    for (const job of graph.jobs) {
      if (job.partitions.known || !job.selection) continue;
      const members = partitionedMembers(job, graph);
      const touched = members.find(({ key }) => isTouched(job.name, key));
      const other = touched && members.find(({ identity, isKnown }) => identity !== touched.identity && !(isKnown && touched.isKnown));
      if (other) return inWords(job, touched.key, other.key);
    }
  }
  return undefined;
}

function inWords({ name, hidden }: GraphJob, key: string, other: string): string {
  const who = hidden ? "a `target=`" : `the job \`${name}\``;
  return `${who} selects \`${key}\` and \`${other}\`, and only running the code tells whether their partitions are the same, as Dagster demands`;
}

function partitionedMembers({ selection }: GraphJob, graph: RepositoryGraph): readonly Member[] {
  return [...(selection?.resolved.assets.certain ?? [])].flatMap((id) => {
    const asset = graph.assets.get(id);
    const value = asset?.claim?.spec.fields.get("partitions_def");
    return asset && value && value.kind !== "none" ? [member(asset, value)] : [];
  });
}

/** What could not be read is the same where it could not be read at the same place. */
function member({ path }: GraphAsset, value: Value): Member {
  const place = value.kind === "unknown" ? `?${value.at.path}:${value.at.start}` : "?";
  return { key: toUserString(path), identity: partitionsIdentity(value) ?? place, isKnown: isRead(value) };
}

/** A definition of which every field is known is compared by value; any other is equal to itself only, and perhaps to more. */
function isRead(value: Value): boolean {
  return value.kind === "object" && value.fields.has(EQUALITY_FIELD);
}

/** Whether the edit gave an asset other partitions, or brought it into a job, or the job into the project. */
function touchedBetween(before: LoadedLocation, after: LoadedLocation): (job: string, key: string) => boolean {
  const partitionsBefore = partitionsByKey(before);
  const partitionsAfter = partitionsByKey(after);
  const selectedBefore = new Map(before.graphs.flatMap((graph) => graph.jobs.map((job) => [job.name, selectedKeys(job, graph)] as const)));
  const jobsAfter = after.graphs.reduce((count, { jobs }) => count + jobs.length, 0);
  const isJobNew = jobsAfter > selectedBefore.size;
  return (job, key) => {
    const known = partitionsBefore.get(key);
    if (known === undefined) return false;
    if (known !== partitionsAfter.get(key)) return true;
    const selected = selectedBefore.get(job);
    return selected ? !selected.has(key) : isJobNew;
  };
}

function selectedKeys({ selection }: GraphJob, graph: RepositoryGraph): ReadonlySet<string> {
  const ids = [...(selection?.resolved.assets.certain ?? [])];
  return new Set(ids.map((id) => toUserString(graph.assets.get(id)?.path ?? [])));
}

function partitionsByKey({ document }: LoadedLocation): ReadonlyMap<string, string> {
  return new Map(
    document.nodes.map(({ key, partitions, unresolved }) => [key, JSON.stringify([partitions, unresolved.includes("partitions")])]),
  );
}
