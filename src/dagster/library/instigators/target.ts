/** What a schedule or sensor launches: `job=`, `jobs=`, `job_name=` or `target=`. Source: `AutomationTarget` of dagster 1.13. */
import type { CallContext } from "../../../python/library.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { Target } from "../../model/objects.ts";
import { isObject } from "../construct.ts";
import { coerceToSelection } from "../jobs/selection.ts";
import type { Bound } from "../signature.ts";

const JOBS = ["dagster.JobDefinition", "dagster.UnresolvedAssetJobDefinition", "dagster.GraphDefinition"] as const;

/** In Dagster's order: `target`, `job`, `jobs`, `job_name`. */
export function targetsOf(bound: Bound): readonly Target[] {
  const { context } = bound;
  const target = bound.value("target");
  if (target.kind !== "none") return [coerceToTarget(target, context)];
  const job = bound.value("job");
  if (job.kind !== "none") return [coerceToTarget(job, context)];
  const jobs = bound.value("jobs");
  if (jobs.kind !== "none") {
    const { items, gap } = context.interpreter.iterate(jobs, context.at);
    const targets = items.map((item) => coerceToTarget(item, context));
    return gap ? [...targets, { kind: "unknown", gap }] : targets;
  }
  const name = bound.value("job_name");
  return name.kind === "none" ? [] : [{ kind: "job-name", name }];
}

export function coerceToTarget(value: Value, context: CallContext): Target {
  if (isObject(value, ...JOBS)) return { kind: "job", job: value };
  if (value.kind === "unknown" || value.kind === "one-of") return { kind: "unknown", gap: gapOf(value) };
  if (isObject(value, "dagster.PendingNodeInvocation")) {
    const node = value.fields.get("node_def");
    if (node?.kind === "object") return { kind: "job", job: node };
  }
  return { kind: "selection", selection: coerceToSelection(value, context), assets: definitionsIn(value) };
}

function gapOf(value: Extract<Value, { readonly kind: "unknown" | "one-of" }>): Unknown {
  return value.kind === "unknown" ? value : value.condition;
}

/** Assets given as objects come into the repository with the target. */
function definitionsIn(value: Value): readonly LibraryObject[] {
  const items = value.kind === "list" || value.kind === "tuple" ? value.items : [value];
  return items.filter((item) => isObject(item, "dagster.AssetsDefinition", "dagster.SourceAsset"));
}

/** The name that a schedule takes from its job. */
export function targetName(targets: readonly Target[]): Value | undefined {
  const [target] = targets;
  if (target?.kind === "job") return target.job.fields.get("name");
  return target?.kind === "job-name" ? target.name : undefined;
}
