/**
 * Jobs of a repository: those that are given, those that schedules and sensors name, and the hidden ones that their `target=` makes. An asset job is its
 * selection over the whole graph; an op job is the composition of its ops.
 */

import type { Interpreter } from "../../../python/interpreter.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { CompositionPayload } from "../../model/objects.ts";
import { payloadOf } from "../../model/payload.ts";
import { gapOf, known, type Read, readStr } from "../../model/read.ts";
import type { SelectionExpression } from "../../model/selection-expression.ts";
import type { JobSelection } from "../../selection/resolve-expression.ts";
import { resolveExpression } from "../../selection/resolve-expression.ts";
import type { Given, GraphJob } from "./asset-graph.ts";
import type { BuiltAssets } from "./build-assets.ts";
import { checkNodes } from "./check-nodes.ts";
import { partitionsIdentity } from "./partitions-class.ts";

/** Prefix of the jobs that `target=` makes. */
export const HIDDEN_JOB_PREFIX = "__anonymous_asset_job_";

export interface JobParts {
  readonly given: Given;
  readonly namedBy?: LibraryObject;
}

/** `undefined` with a gap when the job's name is not known. */
export function buildJob({ given, namedBy }: JobParts, built: BuiltAssets, interpreter: Interpreter): GraphJob | Unknown {
  const name = readStr(given.object.fields.get("name"), "the name of a job");
  if (!name.known) return name.gap;
  const shared = {
    ...given,
    name: name.value,
    assumes: [...new Set([...given.assumes, ...name.assumes])],
    hidden: false,
    ...(namedBy && { namedBy }),
  };
  const selecting = payloadOf(given.object, "asset-job");
  if (selecting) return { ...shared, ...assetJob(selecting.selection, given, built) };
  if (interpreter.isInstance(given.object, "dagster.UnresolvedAssetJobDefinition")) {
    return { ...shared, ...assetJob({ kind: "unknown", gap: gapOf(undefined, "the selection of the job").gap }, given, built) };
  }
  return { ...shared, ...opJob(given, payloadOf(given.object, "composition")) };
}

/** The hidden job of a schedule's or sensor's `target=`. */
export function buildHiddenJob(owner: Given & { readonly name: string }, selection: SelectionExpression, built: BuiltAssets): GraphJob {
  const { object, at, condition, assumes } = owner;
  const given: Given = { object, at, assumes, ...(condition && { condition }) };
  return { ...given, name: `${HIDDEN_JOB_PREFIX}${owner.name}`, hidden: true, namedBy: object, ...assetJob(selection, given, built) };
}

type AssetJobParts = Pick<GraphJob, "kind" | "selection" | "ops" | "opEdges" | "opsGap" | "partitions">;

function assetJob(expression: SelectionExpression, given: Given, built: BuiltAssets): AssetJobParts {
  const selection = resolveExpression(expression, built.selectable, given.at);
  const { assets, checks } = selection.resolved;
  const isChecks = assets.certain.size + assets.possible.size === 0 && !assets.open && checks.certain.size > 0;
  return {
    kind: isChecks ? "checks" : "asset",
    selection,
    ...(isChecks ? checkNodes(checks, built.checks) : { ops: [], opEdges: [] }),
    partitions: commonPartitions(selection, built, given),
  };
}

/** The partitions definition that all partitioned assets of the selection share; a gap when that cannot be told. */
function commonPartitions({ resolved, gaps }: JobSelection, built: BuiltAssets, { object, at }: Given): Read<Value | null> {
  const written = object.fields.get("partitions_def");
  const found = new Map<string, Value>();
  for (const id of resolved.assets.certain) {
    const value = built.assets.get(id)?.claim?.spec.fields.get("partitions_def");
    const identity = partitionsIdentity(value);
    if (identity === undefined) return gapOf(value, "the partitions of a selected asset");
    if (value && identity !== "none") found.set(identity, value);
  }
  const [only] = found.values();
  if (found.size === 1 && only) return known(only);
  if (found.size > 1) return { known: false, gap: differentPartitions(at) };
  if (resolved.assets.possible.size > 0 || resolved.assets.open) {
    const [gap] = [...gaps, ...built.gaps];
    return gap ? { known: false, gap } : gapOf(undefined, "the selection of the job");
  }
  return known(written === undefined || written.kind === "none" ? null : written);
}

function differentPartitions(at: Given["at"]): Unknown {
  return {
    kind: "unknown",
    reason: "runtime-input",
    message: "Dagster refuses a job whose assets have different partitions definitions",
    at,
  };
}

function opJob(
  given: Given,
  payload: CompositionPayload | undefined,
): Pick<GraphJob, "kind" | "ops" | "opEdges" | "opsGap" | "partitions"> {
  const written = given.object.fields.get("partitions_def");
  const isUnread = written?.kind === "unknown" || written?.kind === "one-of";
  const partitions = isUnread
    ? gapOf(written, "the partitions of the job")
    : known(written === undefined || written.kind === "none" ? null : written);
  if (payload?.kind !== "composition") {
    return { kind: "op", ops: [], opEdges: [], opsGap: gapOf(undefined, "the ops of the job").gap, partitions };
  }
  const { nodes, edges, gap } = payload.composition;
  return { kind: "op", ops: nodes, opEdges: edges, ...(gap && { opsGap: gap }), partitions };
}
