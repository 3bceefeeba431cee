/**
 * Automation conditions as trees: the leaves and operators by the names that Dagster gives them, and the composed conditions
 * (`eager`, `on_cron`, …) spelled out as Dagster composes them. Source: `declarative_automation/` of dagster 1.13.
 */
import type { Condition } from "../../model/automation-condition.ts";

export function leaf(name: string, type = name): Condition {
  return { type, name, label: null, children: [] };
}

export function labelled(condition: Condition, label: string | null): Condition {
  return { ...condition, label };
}

/** `left & right`: unlabelled conjunctions are consolidated. */
export function and(...operands: readonly Condition[]): Condition {
  return {
    type: "And",
    name: "AND",
    label: null,
    children: operands.flatMap((operand) => (operand.type === "And" && operand.label === null ? operand.children : [operand])),
  };
}

export function or(...operands: readonly Condition[]): Condition {
  return {
    type: "Or",
    name: "OR",
    label: null,
    children: operands.flatMap((operand) => (operand.type === "Or" && operand.label === null ? operand.children : [operand])),
  };
}

export function not(operand: Condition): Condition {
  return { type: "Not", name: "NOT", label: null, children: [operand] };
}

export function since(trigger: Condition, reset: Condition): Condition {
  return { type: "Since", name: "SINCE", label: null, children: [trigger, reset] };
}

export function newlyTrue(operand: Condition): Condition {
  return { type: "NewlyTrue", name: "NEWLY_TRUE", label: null, children: [operand] };
}

/** A condition on dependencies, checks or a job's root assets; `name` is derived, see {@link nameOf}. */
export function aggregate(type: "Deps" | "Checks" | "JobRoots", base: string, operand: Condition, blockingOnly = false): Condition {
  // Dagster does not print what is asked of checks.
  return named({ type, name: base, label: null, children: type === "Checks" ? [] : [operand], base, blockingOnly });
}

interface Aggregate extends Condition {
  readonly base: string;
  readonly blockingOnly: boolean;
}

function isAggregate(condition: Condition): condition is Aggregate {
  return "base" in condition;
}

/** Source: `DepsAutomationCondition.name`. */
function named(condition: Aggregate): Aggregate {
  const properties: string[] = [];
  if (condition.blockingOnly) properties.push("blocking_only=True");
  if (condition.allow !== undefined) properties.push(`allow_selection=${condition.allow}`);
  if (condition.ignore !== undefined) properties.push(`ignore_selection=${condition.ignore}`);
  return { ...condition, name: properties.length > 0 ? `${condition.base}(${properties.join(",")})` : condition.base };
}

const THROUGH: ReadonlySet<string> = new Set(["And", "Or", "Not", "Since"]);

/** `condition.allow(selection)` and `.ignore(selection)`: down to the conditions on dependencies. */
export function restrict(condition: Condition, kind: "allow" | "ignore", selection: string): Condition {
  if (isAggregate(condition) && condition.type !== "JobRoots") {
    const before = condition[kind];
    return named({ ...condition, [kind]: before === undefined ? selection : `${selection} or ${before}` });
  }
  if (!THROUGH.has(condition.type)) return condition;
  return { ...condition, children: condition.children.map((child) => restrict(child, kind, selection)) };
}

const REPLACES_INSIDE: ReadonlySet<string> = new Set(["And", "Or", "Not", "Since", "NewlyTrue", "Deps", "Checks", "EntityMatches"]);

/** `condition.replace(old, new)`: by label, by name, or by equality. */
export function replace(condition: Condition, old: string | Condition, replacement: Condition): Condition {
  const matches = typeof old === "string" ? condition.name === old || condition.label === old : sameCondition(condition, old);
  if (matches) return replacement;
  if (!REPLACES_INSIDE.has(condition.type)) return condition;
  return { ...condition, children: condition.children.map((child) => replace(child, old, replacement)) };
}

function sameCondition(left: Condition, right: Condition): boolean {
  return (
    left.type === right.type &&
    left.name === right.name &&
    left.label === right.label &&
    left.children.length === right.children.length &&
    left.children.every((child, index) => sameCondition(child, right.children[index] as Condition))
  );
}

/** `condition.without(operand)`, of conjunctions and disjunctions. */
export function without(condition: Condition, operand: Condition): Condition {
  return { ...condition, children: condition.children.filter((child) => !sameCondition(child, operand)) };
}

export function cronTickPassed(cron: string, timezone: string): Condition {
  return leaf(`cron_tick_passed(cron_schedule=${cron}, cron_timezone=${timezone})`, "CronTickPassed");
}

export function sinceLastHandled(condition: Condition): Condition {
  return since(condition, labelled(or(leaf("newly_requested"), leaf("newly_updated"), leaf("initial_evaluation")), "handled"));
}

const IN_PROGRESS = labelled(or(leaf("run_in_progress"), leaf("backfill_in_progress")), "in_progress");
const NEWLY_MISSING = labelled(newlyTrue(leaf("missing")), "newly_missing");
const ANY_DEPS_UPDATED = labelled(
  aggregate(
    "Deps",
    "ANY_DEPS_MATCH",
    or(
      labelled(and(leaf("newly_updated"), not(leaf("executed_with_root_target"))), "newly_updated_without_root"),
      leaf("will_be_requested"),
    ),
  ),
  "any_deps_updated",
);
const ANY_DEPS_MISSING = labelled(
  aggregate("Deps", "ANY_DEPS_MATCH", and(leaf("missing"), not(leaf("will_be_requested")))),
  "any_deps_missing",
);
const ANY_DEPS_IN_PROGRESS = labelled(aggregate("Deps", "ANY_DEPS_MATCH", IN_PROGRESS), "any_deps_in_progress");
const ALL_DEPS_BLOCKING_CHECKS_PASSED = labelled(
  aggregate(
    "Deps",
    "ALL_DEPS_MATCH",
    labelled(
      aggregate("Checks", "ALL_CHECKS_MATCH", or(leaf("check_passed"), leaf("will_be_requested")), true),
      "all_blocking_checks_passed",
    ),
  ),
  "all_deps_blocking_checks_passed",
);

export function allDepsUpdatedSinceCron(cron: string, timezone: string): Condition {
  const updated = or(since(leaf("newly_updated"), cronTickPassed(cron, timezone)), leaf("will_be_requested"));
  return labelled(aggregate("Deps", "ALL_DEPS_MATCH", updated), `all_deps_updated_since_cron(${cron}, ${timezone})`);
}

export function onCron(cron: string, timezone: string): Condition {
  const conditions = [
    leaf("in_latest_time_window"),
    sinceLastHandled(cronTickPassed(cron, timezone)),
    allDepsUpdatedSinceCron(cron, timezone),
  ];
  return labelled(and(...conditions), `on_cron(${cron}, ${timezone})`);
}

/** Conditions without parameters, by the name of their static method. */
export const CONDITIONS: Readonly<Record<string, Condition>> = {
  missing: leaf("missing"),
  run_in_progress: leaf("run_in_progress"),
  backfill_in_progress: leaf("backfill_in_progress"),
  execution_failed: leaf("execution_failed"),
  in_progress: IN_PROGRESS,
  check_passed: leaf("check_passed"),
  check_failed: leaf("check_failed"),
  initial_evaluation: leaf("initial_evaluation"),
  will_be_requested: leaf("will_be_requested"),
  newly_updated: leaf("newly_updated"),
  newly_requested: leaf("newly_requested"),
  executed_with_root_target: leaf("executed_with_root_target"),
  code_version_changed: leaf("code_version_changed"),
  data_version_changed: leaf("data_version_changed"),
  freshness_passed: labelled(leaf("freshness_result(state=FreshnessState.PASS)", "FreshnessResult"), "freshness_passed"),
  freshness_warned: labelled(leaf("freshness_result(state=FreshnessState.WARN)", "FreshnessResult"), "freshness_warned"),
  freshness_failed: labelled(leaf("freshness_result(state=FreshnessState.FAIL)", "FreshnessResult"), "freshness_failed"),
  newly_missing: NEWLY_MISSING,
  any_deps_updated: ANY_DEPS_UPDATED,
  any_deps_missing: ANY_DEPS_MISSING,
  any_deps_in_progress: ANY_DEPS_IN_PROGRESS,
  all_deps_blocking_checks_passed: ALL_DEPS_BLOCKING_CHECKS_PASSED,
  any_downstream_conditions: leaf("ANY_DOWNSTREAM_CONDITIONS"),
  eager: labelled(
    and(
      leaf("in_latest_time_window"),
      sinceLastHandled(or(NEWLY_MISSING, ANY_DEPS_UPDATED)),
      not(ANY_DEPS_MISSING),
      not(ANY_DEPS_IN_PROGRESS),
      not(IN_PROGRESS),
    ),
    "eager",
  ),
  on_missing: labelled(
    and(
      leaf("in_latest_time_window"),
      labelled(sinceLastHandled(newlyTrue(leaf("missing"))), "missing_since_last_handled"),
      not(ANY_DEPS_MISSING),
    ),
    "on_missing",
  ),
};
