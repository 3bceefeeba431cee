/**
 * Automation conditions as trees, with the label and the expression that Dagster shows.
 * The expression is Dagster's own "expanded label": children in parentheses, labelled ones by their label.
 */

import type { Unknown, Value } from "../../python/value.ts";
import { payloadOf } from "./payload.ts";
import { gapOf, known, type Read } from "./read.ts";

export interface Condition {
  /** Dagster's class: `AndAutomationCondition`. Decides what operators and `replace` do. */
  readonly type: string;
  /** `AND`, `SINCE`, `newly_updated`, `raw/orders`: the name of the node. */
  readonly name: string;
  readonly label: string | null;
  readonly children: readonly Condition[];
  /** Of conditions on dependencies: what `allow` and `ignore` were given, as Dagster prints it. */
  readonly allow?: string;
  readonly ignore?: string;
  /** A part that could not be read; it prints as its name. */
  readonly gap?: Unknown;
}

export interface AutomationCondition {
  readonly label: string | null;
  /** Null when a part of it is unknown. */
  readonly expression: string | null;
  readonly gap?: Unknown;
}

/** The condition behind an `AutomationCondition` object; null for None. A condition of the repository's own class has neither label nor expression. */
export function readAutomationCondition(value: Value | undefined): Read<AutomationCondition | null> {
  if (value === undefined || value.kind === "none") return known(null);
  if (value.kind === "instance") return known({ label: null, expression: null });
  const condition = conditionOf(value);
  if (condition === undefined) return gapOf(value, "an automation condition");
  const { label } = condition;
  // The rules of a legacy policy have no order: there is a condition, and nothing to print.
  if (condition.type === "RuleCondition") return known({ label, expression: null });
  const gap = findGap(condition);
  return known(gap ? { label, expression: null, gap } : { label, expression: expandedLabel(condition) });
}

/** The tree in the payload of a condition object. */
export function conditionOf(value: Value): Condition | undefined {
  return payloadOf(value, "condition")?.condition;
}

function findGap(condition: Condition): Unknown | undefined {
  if (condition.gap) return condition.gap;
  for (const child of condition.children) {
    const gap = findGap(child);
    if (gap) return gap;
  }
  return undefined;
}

/** Source: `get_expanded_label` of dagster-graphql. */
function expandedLabel(condition: Condition): string {
  const children = condition.children.map((child) => `(${child.label ?? expandedLabel(child)})`);
  if (children.length === 0) return condition.name;
  if (children.length === 1) return `${condition.name} ${children[0]}`;
  return children.join(` ${condition.name} `);
}
