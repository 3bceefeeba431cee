/**
 * `default_automation_condition_sensor`, which Dagster adds as soon as a condition exists that no automation sensor of the repository covers.
 * Source: `get_default_automation_condition_sensor_target` in dagster/_core/definitions/utils.py, 1.13.27.
 */
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { checkId } from "../../model/asset-key.ts";
import type { AssetSelection } from "../../selection/asset-selection.ts";
import type { JobSelection } from "../../selection/resolve-expression.ts";
import { resolveSelection } from "../../selection/resolve-selection.ts";
import type { Given, GraphCheck, GraphSensor } from "./asset-graph.ts";
import type { BuiltAssets } from "./build-assets.ts";

export const DEFAULT_SENSOR = "default_automation_condition_sensor";

interface Conditioned {
  readonly given: Given;
  /** Asset or check. */
  readonly id: string;
  /** Why it is not sure that there is a condition. */
  readonly doubt?: Unknown;
}

/** `undefined` when every condition is covered, or there is none. */
export function defaultAutomationSensor(
  built: BuiltAssets,
  checks: readonly GraphCheck[],
  { sensors, jobs }: { readonly sensors: readonly GraphSensor[]; readonly jobs: readonly Given[] },
): GraphSensor | undefined {
  const covers = sensors.flatMap((sensor) => (sensor.type === "automation" && sensor.selection ? [sensor.selection] : []));
  const uncovered = [...conditionedAssets(built), ...conditionedChecks(checks), ...conditionedJobs(jobs)].filter(
    ({ id }) => !covers.some((cover) => hasCertain(cover, id)),
  );
  const open =
    sensors.some((sensor) => sensor.condition) || covers.some(({ resolved }) => resolved.assets.possible.size > 0 || resolved.assets.open);
  const sure = uncovered.find(({ doubt, given }) => !doubt && !given.condition);
  const first = sure ?? uncovered[0];
  if (!first) return undefined;
  const tree = defaultSelection(built, checks, covers);
  const resolved = resolveSelection(tree, built.selectable);
  const condition = sure && !open ? undefined : (first.doubt ?? first.given.condition ?? doubtOf(first.given));
  return {
    object: first.given.object,
    at: first.given.at,
    assumes: first.given.assumes,
    ...(condition && { condition }),
    name: DEFAULT_SENSOR,
    type: "automation",
    targets: [],
    selection: { tree, resolved, notExecutable: [], problems: [], gaps: [] },
    status: { known: true, value: "STOPPED", assumes: [] },
    implicit: true,
  };
}

function hasCertain({ resolved }: JobSelection, id: string): boolean {
  return resolved.assets.certain.has(id) || resolved.checks.certain.has(id);
}

function conditionedAssets({ assets }: BuiltAssets): readonly Conditioned[] {
  const found: Conditioned[] = [];
  for (const asset of assets.values()) {
    if (!asset.claim || (asset.kind !== "asset" && asset.kind !== "observable")) continue;
    const conditioned = conditionOf(asset.claim.spec, asset.claim, asset.id, [
      "automation_condition",
      "auto_materialize_policy",
      "auto_observe_interval_minutes",
    ]);
    if (conditioned) found.push(conditioned);
  }
  return found;
}

function conditionedChecks(checks: readonly GraphCheck[]): readonly Conditioned[] {
  return checks.flatMap((check) => conditionOf(check.spec, check, checkId(check), ["automation_condition"]) ?? []);
}

/** No selection covers a job. */
function conditionedJobs(jobs: readonly Given[]): readonly Conditioned[] {
  return jobs.flatMap((job) => conditionOf(job.object, job, "", ["automation_condition"]) ?? []);
}

function conditionOf(object: LibraryObject, given: Given, id: string, fields: readonly string[]): Conditioned | undefined {
  const values = fields
    .map((name) => object.fields.get(name))
    .filter((value): value is Value => value !== undefined && value.kind !== "none");
  const sure = values.find((value) => value.kind !== "unknown" && value.kind !== "one-of");
  if (sure) return { given, id };
  const [doubtful] = values;
  if (doubtful?.kind === "unknown") return { given, id, doubt: doubtful };
  return doubtful?.kind === "one-of" ? { given, id, doubt: doubtful.condition } : undefined;
}

/** Everything (observables too when one has a condition), checks when one has, without what other sensors cover. */
function defaultSelection(built: BuiltAssets, checks: readonly GraphCheck[], covers: readonly JobSelection[]): AssetSelection {
  const observes = conditionedAssets(built).some(({ id }) => built.assets.get(id)?.kind === "observable");
  let selection: AssetSelection = { kind: "all", includeSources: observes };
  const conditioned = new Set(conditionedChecks(checks).map(({ id }) => id));
  if (checks.some((check) => conditioned.has(checkId(check))))
    selection = { kind: "or", operands: [selection, { kind: "all-asset-checks" }] };
  for (const cover of covers) selection = { kind: "subtract", left: selection, right: cover.tree };
  return selection;
}

function doubtOf(given: Given): Unknown {
  return {
    kind: "unknown",
    reason: "unsupported",
    message: "whether another automation sensor covers the condition is not known",
    at: given.at,
  };
}
