/** What jobs select, in one list: those that are given, those that only a schedule or sensor names, and those that a `target=` makes. */
import type { Location } from "../../../base/span.ts";
import type { GraphAsset, GraphJob, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import type { JobSelection } from "../../../dagster/selection/resolve-expression.ts";
import type { LibraryObject } from "../../../python/value.ts";

export interface SelectingJob {
  /** "the job `nightly`", "the target of `nightly`". */
  readonly who: string;
  readonly job: GraphJob;
  readonly selection: JobSelection;
  /** The argument that holds the selection. */
  readonly at: Location;
  readonly subject: string;
}

/** Jobs that surely are there and have a selection: Dagster resolves each of them when it loads. */
export function selectingJobs(graph: RepositoryGraph): readonly SelectingJob[] {
  return graph.jobs.flatMap((job) =>
    job.selection && !job.condition
      ? [{ who: describeJob(job), job, selection: job.selection, at: selectionPlace(job.object), subject: subjectOfJob(job) }]
      : [],
  );
}

const HIDDEN = /^__anonymous_asset_job_/;

function describeJob(job: GraphJob): string {
  return job.hidden ? `the target of \`${job.name.replace(HIDDEN, "")}\`` : `the job \`${job.name}\``;
}

function subjectOfJob(job: GraphJob): string {
  if (!job.hidden) return `job:${job.name}`;
  return `${job.object.type === "dagster.ScheduleDefinition" ? "schedule" : "sensor"}:${job.name.replace(HIDDEN, "")}`;
}

/** Where the selection of a job, or the target of a schedule or sensor, is written; else the whole call. */
export function selectionPlace(object: LibraryObject): Location {
  const { keywords, positional } = object.args ?? {};
  const named = keywords?.get("selection") ?? keywords?.get("target") ?? keywords?.get("asset_selection");
  const second = object.type === "dagster.UnresolvedAssetJobDefinition" ? positional?.[1] : undefined;
  return named?.at ?? second?.at ?? object.at;
}

/** The assets that are surely selected. */
export function selectedAssets({ selection }: SelectingJob, graph: RepositoryGraph): readonly GraphAsset[] {
  return [...selection.resolved.assets.certain].flatMap((id) => graph.assets.get(id) ?? []);
}

/** "`orders`, `customers` and 3 more". */
export function listKeys(assets: readonly Pick<GraphAsset, "path">[], most = 3): string {
  const keys = assets.map(({ path }) => `\`${toUserString(path)}\``).sort();
  return keys.length <= most ? keys.join(", ") : `${keys.slice(0, most).join(", ")} and ${keys.length - most} more`;
}
