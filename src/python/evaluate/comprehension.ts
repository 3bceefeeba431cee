/** Comprehensions. Those that are generators make their items when they are asked for. */
import { exhaustive } from "../../base/exhaustive.ts";
import type { Comprehension } from "../../syntax/expression.ts";
import { assignTo } from "../execute/assignment/assign.ts";
import { childFrame, type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { dict, list, NONE, set } from "../make-value.ts";
import { newScope } from "../scope.ts";
import type { Unknown, Value } from "../value.ts";
import { perhaps } from "../values/one-of.ts";
import { conditionOf } from "./operators/condition.ts";
import { madeInTurn, turnsOf } from "./turns.ts";

interface Collected {
  readonly entries: { readonly key: Value; readonly value: Value }[];
  gap?: Unknown;
}

export function evaluateComprehension(machine: Machine, node: Comprehension, frame: Frame): Value {
  const inner = childFrame(frame, newScope("comprehension", frame.scope.module, frame.scope));
  if (node.form === "generator") return evaluateGenerator(machine, node, { frame: inner, outside: frame });
  const collected: Collected = { entries: [] };
  // The first iterable is evaluated where the comprehension stands, which matters in a class body.
  runClauses(machine, node, { frame: inner, collected, clause: 0, first: frame });
  const { entries, gap } = collected;
  const values = entries.map((entry) => entry.value);
  const origin = placeOf(frame, node);
  const { form } = node;
  switch (form) {
    case "list":
      return { ...list(values, gap), origin };
    case "set":
      return { ...set(values, gap), origin };
    case "dict":
      return {
        ...dict(
          entries.map((entry) => [entry.key, entry.value] as const),
          gap,
        ),
        origin,
      };
    default:
      return exhaustive(form);
  }
}

/** Its first iterable is evaluated where it stands, the rest when items are asked for: one turn of the first clause after another. */
function evaluateGenerator(
  machine: Machine,
  node: Comprehension,
  { frame, outside }: { readonly frame: Frame; readonly outside: Frame },
): Value {
  const [clause] = node.clauses;
  if (!clause) return NONE;
  const turns = turnsOf(machine, machine.evaluate(clause.iterable, outside), placeOf(outside, clause.iterable));
  return madeInTurn(machine, placeOf(frame, node), function* () {
    for (let item = turns.next(); item; item = turns.next()) {
      const collected: Collected = { entries: [] };
      const present = item;
      machine.inFrame(frame, () => runItem(machine, node, { run: { frame, collected, clause: 0 }, item: present }));
      for (const { value } of collected.entries) yield value;
      if (collected.gap) return { gap: collected.gap };
    }
    return turns.gap ? { gap: turns.gap } : {};
  });
}

interface Run {
  readonly frame: Frame;
  readonly first?: Frame;
  readonly collected: Collected;
  readonly clause: number;
}

function runClauses(machine: Machine, node: Comprehension, run: Run): void {
  const { frame, collected } = run;
  const clause = node.clauses[run.clause];
  if (!clause) {
    const key = node.key ? machine.evaluate(node.key, frame) : undefined;
    const value = machine.evaluate(node.element, frame);
    collected.entries.push({ key: key ?? value, value });
    return;
  }
  const turns = turnsOf(machine, machine.evaluate(clause.iterable, run.first ?? frame), placeOf(frame, clause.iterable));
  for (let item = turns.next(); item; item = turns.next()) {
    if (collected.entries.length >= machine.options.budget.size) {
      collected.gap ??= machine.unknown("limit", "the comprehension is too long to be read", placeOf(frame, node));
      return;
    }
    runItem(machine, node, { run, item });
  }
  if (turns.gap) collected.gap ??= turns.gap;
}

function runItem(machine: Machine, node: Comprehension, { run, item }: { readonly run: Run; readonly item: Value }): void {
  const { frame, collected } = run;
  const clause = node.clauses[run.clause];
  if (!clause) return;
  const present = item.kind === "one-of" && item.maybeAbsent ? item.condition : undefined;
  assignTo(machine, clause.target, present && item.kind === "one-of" ? withoutAbsence(item.options, item.condition) : item, frame);
  let condition: Unknown | undefined = present;
  for (const test of clause.conditions) {
    const value = machine.evaluate(test, frame);
    const verdict = machine.truth(value);
    if (verdict === "no") return;
    if (verdict === "unknown") condition ??= conditionOf(machine, value, frame, test);
  }
  const before = collected.entries.length;
  const next = { frame, collected, clause: run.clause + 1 };
  if (!condition) {
    runClauses(machine, node, next);
    return;
  }
  machine.under(condition, () => runClauses(machine, node, next));
  for (let index = before; index < collected.entries.length; index += 1) {
    const entry = collected.entries[index];
    if (entry) collected.entries[index] = { key: entry.key, value: perhaps(entry.value, condition) };
  }
}

function withoutAbsence(options: readonly Value[], condition: Unknown): Value {
  const [only] = options;
  return only && options.length === 1 ? only : { kind: "one-of", options, maybeAbsent: false, condition };
}
