/** `AutomationCondition`: its static methods, its operators and its copies. What they build is in `condition-tree.ts`. */

import type { CallContext, MethodModel, SymbolModel } from "../../../python/library.ts";
import { list, NONE, str } from "../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { toUserString } from "../../model/asset-key.ts";
import { type Condition, conditionOf } from "../../model/automation-condition.ts";
import { payloadOf } from "../../model/payload.ts";
import { formatTimedelta, readTimedelta } from "../../model/policies.ts";
import type { ConditionPayload } from "../../model/small-payloads.ts";
import { coerceToAssetKey, knownPath } from "../assets/asset-key.ts";
import { construct } from "../construct.ts";
import { selectionText } from "../jobs/selection-text.ts";
import type { Models } from "../models.ts";
import { isPlain, refuseDefinition } from "../refusal.ts";
import { bind } from "../signature.ts";
import * as tree from "./condition-tree.ts";

const CONDITION = "dagster.AutomationCondition";

function make(condition: Condition, context: CallContext): LibraryObject {
  return construct(CONDITION, { label: condition.label === null ? NONE : str(condition.label) }, context, {
    kind: "condition",
    condition,
  } satisfies ConditionPayload);
}

/** The condition behind an argument; a part that is not known where it is not. */
function operand(value: Value, context: CallContext): Condition {
  const condition = conditionOf(value);
  if (condition) return condition;
  if (value.kind === "instance") return tree.leaf(value.class.name, "Custom");
  return unknownPart(
    value.kind === "unknown"
      ? value
      : context.interpreter.unknown("runtime-input", "a part of an automation condition is not known", context.at),
  );
}

/** Source: `AndAutomationCondition`, whose operands are checked when it is made; any other operator is none. */
function refuseOperand(operator: string, left: Value, right: Value, context: CallContext): void {
  const other = conditionOf(left) ? right : left;
  const isUncalled = other.kind === "symbol" && other.name.startsWith(CONDITION);
  if (!(isPlain(other) || isUncalled) || conditionOf(other)) return;
  if (operator === "&" || operator === "|")
    refuseDefinition(context, "CheckError", "Member of sequence mismatches type. Expected AutomationCondition.");
}

function unknownPart(gap: Unknown): Condition {
  return { ...tree.leaf("…", "Unknown"), gap };
}

/** The text of a str argument, or the gap that it is. */
function text(value: Value, context: CallContext): string | Unknown {
  if (value.kind === "str") return value.value;
  return value.kind === "unknown"
    ? value
    : context.interpreter.unknown("runtime-input", "an argument of an automation condition is not known", context.at);
}

type CronCondition = (cron: string, timezone: string) => Condition;

function cronModel(name: string, condition: CronCondition): SymbolModel {
  return (context) => {
    const { value } = bind(`${CONDITION}.${name}`, context);
    const [cron, timezone] = [text(value("cron_schedule"), context), text(value("cron_timezone"), context)];
    if (typeof cron !== "string") return make(unknownPart(cron), context);
    if (typeof timezone !== "string") return make(unknownPart(timezone), context);
    return make(condition(cron, timezone), context);
  };
}

function aggregateModel(name: string, type: "Deps" | "Checks", base: string): SymbolModel {
  return (context) => {
    const { value } = bind(`${CONDITION}.${name}`, context);
    const blocking = value("blocking_only");
    return make(tree.aggregate(type, base, operand(value("condition"), context), blocking.kind === "bool" && blocking.value), context);
  };
}

function jobRootsModel(name: string): SymbolModel {
  return (context) => {
    const inner = operand(bind(`${CONDITION}.${name}`, context).value("condition"), context);
    const condition = tree.aggregate("JobRoots", name.toUpperCase(), inner);
    return make(tree.labelled(condition, `${name}(${inner.label ?? inner.name})`), context);
  };
}

function runTagsModel(name: string): SymbolModel {
  return (context) => {
    const { value } = bind(`${CONDITION}.${name}`, context);
    const [keys, values] = [value("tag_keys"), value("tag_values")];
    const properties: string[] = [];
    if (keys.kind !== "none") {
      const { items, gap } = context.interpreter.iterate(keys, context.at);
      const names = items.map((item) => text(item, context));
      const unknown = gap ?? names.find((item) => typeof item !== "string");
      if (unknown && typeof unknown !== "string") return make(unknownPart(unknown), context);
      properties.push(`tag_keys={${(names as string[]).sort().join(",")}}`);
    }
    if (values.kind === "dict") {
      const pairs = [...values.entries.values()].map(({ key, value: tag }) => `${plain(key)}:${plain(tag)}`);
      properties.push(`tag_values={${pairs.sort().join(",")}}`);
    }
    return make(tree.leaf(properties.length > 0 ? `${name}(${properties.join(", ")})` : name, "RunTags"), context);
  };
}

function plain(value: Value): string {
  return value.kind === "str" ? value.value : "…";
}

function assetMatches(context: CallContext): Value {
  const { value } = bind(`${CONDITION}.asset_matches`, context);
  const path = knownPath(coerceToAssetKey(value("key"), context));
  const inner = operand(value("condition"), context);
  const name = path ? toUserString(path) : "…";
  const gap = path ? undefined : context.interpreter.unknown("runtime-input", "the key of a condition is not known", context.at);
  return make({ type: "EntityMatches", name, label: null, children: [inner], ...(gap && { gap }) }, context);
}

function inLatestTimeWindow(context: CallContext): Value {
  const delta = bind(`${CONDITION}.in_latest_time_window`, context).value("lookback_delta");
  if (delta.kind === "none") return make(tree.leaf("in_latest_time_window"), context);
  const read = readTimedelta(delta);
  if (!read.known) return make(unknownPart(read.gap), context);
  const empty = read.value === formatTimedelta(0);
  return make(
    tree.leaf(empty ? "in_latest_time_window" : `in_latest_time_window(lookback_timedelta=${read.value})`, "InLatestTimeWindow"),
    context,
  );
}

function onCondition(apply: (condition: Condition, context: CallContext) => Condition): MethodModel {
  return (self, context) => make(apply(operand(self, context), context), context);
}

function restricting(kind: "allow" | "ignore"): MethodModel {
  return onCondition((condition, context) => {
    const selection = context.args.positional[0]?.value ?? context.args.keywords.get("selection")?.value ?? NONE;
    const payload = payloadOf(selection, "selection");
    const printed = payload ? selectionText(payload.selection) : undefined;
    return tree.restrict(condition, kind, printed ?? "…");
  });
}

const methods: Readonly<Record<string, MethodModel>> = {
  with_label: onCondition((condition, context) => {
    const label = context.args.positional[0]?.value ?? context.args.keywords.get("label")?.value ?? NONE;
    return tree.labelled(condition, label.kind === "str" ? label.value : null);
  }),
  since: onCondition((condition, context) =>
    tree.since(condition, operand(bind(`${CONDITION}.since`, context).value("reset_condition"), context)),
  ),
  newly_true: onCondition(tree.newlyTrue),
  since_last_handled: onCondition(tree.sinceLastHandled),
  replace: onCondition((condition, context) => {
    const { value } = bind(`${CONDITION}.replace`, context);
    const old = value("old");
    return tree.replace(condition, old.kind === "str" ? old.value : operand(old, context), operand(value("new"), context));
  }),
  without: onCondition((condition, context) =>
    tree.without(condition, operand(context.args.positional[0]?.value ?? context.args.keywords.get("condition")?.value ?? NONE, context)),
  ),
  allow: restricting("allow"),
  ignore: restricting("ignore"),
  resolve_through_virtual: (self) => self,
  get_label: (self, context) => labelValue(operand(self, context)),
  as_auto_materialize_policy: (self, context) => construct("dagster.AutoMaterializePolicy", { asset_condition: self }, context),
};

function labelValue(condition: Condition): Value {
  return condition.label === null ? NONE : str(condition.label);
}

function staticModel(name: string, condition: Condition): readonly [string, SymbolModel] {
  return [`${CONDITION}.${name}`, (context) => make(condition, context)];
}

function named(entries: Readonly<Record<string, SymbolModel>>): Readonly<Record<string, SymbolModel>> {
  return Object.fromEntries(Object.entries(entries).map(([name, model]) => [`${CONDITION}.${name}`, model]));
}

export const automationConditionModels: Models = {
  symbols: {
    ...Object.fromEntries(Object.entries(tree.CONDITIONS).map(([name, condition]) => staticModel(name, condition))),
    ...named({
      on_cron: cronModel("on_cron", tree.onCron),
      cron_tick_passed: cronModel("cron_tick_passed", tree.cronTickPassed),
      all_deps_updated_since_cron: cronModel("all_deps_updated_since_cron", tree.allDepsUpdatedSinceCron),
      any_deps_match: aggregateModel("any_deps_match", "Deps", "ANY_DEPS_MATCH"),
      all_deps_match: aggregateModel("all_deps_match", "Deps", "ALL_DEPS_MATCH"),
      any_checks_match: aggregateModel("any_checks_match", "Checks", "ANY_CHECKS_MATCH"),
      all_checks_match: aggregateModel("all_checks_match", "Checks", "ALL_CHECKS_MATCH"),
      any_job_root_assets_match: jobRootsModel("any_job_root_assets_match"),
      all_job_root_assets_match: jobRootsModel("all_job_root_assets_match"),
      executed_with_tags: runTagsModel("executed_with_tags"),
      all_new_updates_have_run_tags: runTagsModel("all_new_updates_have_run_tags"),
      any_new_update_has_run_tags: runTagsModel("any_new_update_has_run_tags"),
      asset_matches: assetMatches,
      in_latest_time_window: inLatestTimeWindow,
    }),
  },
  types: {
    [CONDITION]: {
      methods,
      attribute(self, name) {
        const condition = conditionOf(self);
        if (!condition) return undefined;
        if (name === "name") return str(condition.name);
        if (name !== "children" && name !== "operands") return undefined;
        return list(
          condition.children.map((child) => ({
            kind: "object",
            type: CONDITION,
            fields: new Map([["label", labelValue(child)]]),
            at: (self as LibraryObject).at,
            payload: { kind: "condition", condition: child } satisfies ConditionPayload,
          })),
        );
      },
      operator(operator, left, right, context) {
        if (operator === "unary~") return make(tree.not(operand(left, context)), context);
        refuseOperand(operator, left, right, context);
        if (operator === "&") return make(tree.and(operand(left, context), operand(right, context)), context);
        return operator === "|" ? make(tree.or(operand(left, context), operand(right, context)), context) : undefined;
      },
    },
  },
};
