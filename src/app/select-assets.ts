/**
 * The part of a graph document that a selection names, as a graph document: its assets, what runs between them and on them. An asset that
 * may be meant (something about it could not be read) is kept: the document says what is not known of it.
 */
import { exhaustive } from "../base/exhaustive.ts";
import { keyId } from "../dagster/model/asset-key.ts";
import type { AssetSelection } from "../dagster/selection/asset-selection.ts";
import { resolveSelection, type SelectionError } from "../dagster/selection/resolve-selection.ts";
import { selectionFromString } from "../dagster/selection/selection-from-string.ts";
import { selectionGraphOfDocument } from "../dagster/selection/selection-graph-of-document.ts";
import { summarizeGraph } from "../report/graph-summary.ts";
import type { CodeLocation, GraphDocument, ScheduleTarget } from "../types/graph-document.ts";

export type SelectedAssets =
  | { readonly ok: true; readonly document: GraphDocument }
  /** In words, for the person who wrote the selection. */
  | { readonly ok: false; readonly message: string };

/** `selection` as Dagster's own tools take it: `group:sales and +key:orders`. External assets count. */
export function selectAssets(document: GraphDocument, selection: string): SelectedAssets {
  const parsed = selectionFromString(selection, true);
  if (!parsed.ok) return { ok: false, message: `\`${selection}\` is no selection: ${parsed.error.message} (at ${parsed.error.start + 1})` };
  const results = document.codeLocations.map((location) => selectInLocation(location, parsed.selection));
  const errors = results.map((result) => result.errors);
  // A key may be at home in one location and unknown to the others.
  const [refusal] = errors.every(([error]) => error !== undefined) ? (errors[0] ?? []) : [];
  if (refusal) return { ok: false, message: describeError(refusal) };
  const codeLocations = results.map(({ location }) => location);
  return { ok: true, document: { ...document, codeLocations, summary: summarizeGraph(codeLocations) } };
}

function selectInLocation(
  location: CodeLocation,
  selection: AssetSelection,
): { readonly location: CodeLocation; readonly errors: readonly SelectionError[] } {
  const { assets, errors } = resolveSelection(selection, selectionGraphOfDocument(location));
  const kept = new Set(
    location.nodes.filter(({ keyPath }) => assets.certain.has(keyId(keyPath)) || assets.possible.has(keyId(keyPath))).map(({ key }) => key),
  );
  return { location: restrict(location, kept), errors };
}

function restrict(location: CodeLocation, kept: ReadonlySet<string>): CodeLocation {
  const nodes = location.nodes.filter(({ key }) => kept.has(key));
  const jobs = location.jobs
    .map((job) => ({
      ...job,
      assets: job.assets.filter((key) => kept.has(key)),
      checks: job.checks.filter((check) => kept.has(assetOfCheck(check))),
    }))
    .filter((job) => job.assets.length + job.checks.length > 0);
  const jobNames = new Set(jobs.map(({ name }) => name));
  const resources = new Set(nodes.flatMap((node) => [...node.resources, node.ioManager ?? ""]));
  return {
    ...location,
    nodes,
    edges: location.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    checks: location.checks.filter(({ asset }) => kept.has(asset)),
    jobs,
    schedules: location.schedules.flatMap((schedule) => {
      const target = restrictTarget(schedule.target, kept, jobNames);
      return target ? [{ ...schedule, target }] : [];
    }),
    sensors: location.sensors
      .map((sensor) => ({
        ...sensor,
        targets: sensor.targets.filter(({ job }) => jobNames.has(job)),
        assets: sensor.assets.filter((key) => kept.has(key)),
        monitors: sensor.monitors.filter((key) => kept.has(key)),
      }))
      .filter(({ targets, assets, monitors }) => targets.length + assets.length + monitors.length > 0),
    resources: location.resources.filter(({ key }) => resources.has(key)),
  };
}

function restrictTarget(target: ScheduleTarget | null, kept: ReadonlySet<string>, jobs: ReadonlySet<string>): ScheduleTarget | undefined {
  if (target === null) return undefined;
  if ("job" in target) return jobs.has(target.job) ? target : undefined;
  const assets = target.assets.filter((key) => kept.has(key));
  return assets.length > 0 ? { assets } : undefined;
}

/** `raw/orders` of `raw/orders:no_nulls`; a key may hold colons, the name of a check may not. */
function assetOfCheck(check: string): string {
  return check.slice(0, check.lastIndexOf(":"));
}

function describeError(error: SelectionError): string {
  switch (error.kind) {
    case "unknown-asset":
      return `There is no asset \`${error.key.join("/")}\`.`;
    case "unknown-check":
      return `There is no asset check \`${error.check.name}\` of \`${error.check.asset.join("/")}\`.`;
    case "interface-only":
      return `\`${error.attribute}:\` selects in Dagster's web interface only.`;
    default:
      return exhaustive(error);
  }
}
