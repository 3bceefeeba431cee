/** `for` and `while`. Over known items the body runs for each; over what is unknown it runs once, conditionally. */
import type { For, Statement, While } from "../../syntax/statement.ts";
import { closeGenerator } from "../call/close-generator.ts";
import { conditionOf } from "../evaluate/operators/condition.ts";
import { turnsOf } from "../evaluate/turns.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import type { ListValue, Unknown, Value } from "../value.ts";
import { oneOf } from "../values/one-of.ts";
import { assignTo } from "./assignment/assign.ts";
import type { Completion } from "./completion.ts";
import { executeBoth } from "./if.ts";

export function executeFor(machine: Machine, node: For, frame: Frame): Completion | undefined {
  const given = machine.evaluate(node.iterable, frame);
  const iterable = node.isAsync ? machine.unknown("unsupported", "an `async for` is not followed", placeOf(frame, node.iterable)) : given;
  const turns = turnsOf(machine, iterable, placeOf(frame, node.iterable));
  const conditions = machine.conditions.length;
  try {
    for (let item = turns.next(); item; item = turns.next()) {
      const completion = runOnce(machine, node, { item, frame });
      if (completion?.kind !== "break" && completion?.kind !== "return") continue;
      // Nobody else has the generator that the header made.
      if (node.iterable.kind === "call") closeGenerator(iterable, placeOf(frame, node));
      return completion.kind === "return" ? completion : undefined;
    }
    const { gap } = turns;
    if (gap) runUnknown(machine, node, { gap, frame });
    return machine.execute(node.orElse, frame);
  } finally {
    machine.restoreConditions(conditions);
  }
}

export function runOnce(
  machine: Machine,
  node: For,
  { item, frame }: { readonly item: Value; readonly frame: Frame },
): Completion | undefined {
  const depth = machine.conditions.length;
  if (item.kind !== "one-of" || !item.maybeAbsent) {
    assignTo(machine, node.target, item, frame);
    return machine.execute(node.body, frame);
  }
  // An item that may not be there: its turn may not come.
  const present = oneOf(item.options, false, item.condition);
  const turn: Statement[] = [...node.body];
  assignTo(machine, node.target, present, frame);
  const completion = executeBoth(machine, { condition: item.condition, sides: [turn, []] }, frame);
  machine.restoreConditions(depth);
  return completion?.kind === "return" ? completion : undefined;
}

/** One run that stands for all that are not known: what it adds to collections is conditional, and they are no longer complete. */
export function runUnknown(machine: Machine, node: For, { gap, frame }: { readonly gap: Unknown; readonly frame: Frame }): void {
  assignTo(machine, node.target, gap, frame);
  const depth = machine.conditions.length;
  const lists = growing(frame);
  executeBoth(machine, { condition: gap, sides: [node.body, []] }, frame);
  machine.restoreConditions(depth);
  openGrown(lists, gap);
}

/** Collections in reach by name, with their sizes: to tell which ones a loop adds to. */
function growing(frame: Frame): ReadonlyMap<ListValue | Extract<Value, { kind: "dict" | "set" }>, number> {
  const sizes = new Map<ListValue | Extract<Value, { kind: "dict" | "set" }>, number>();
  for (const scope of new Set([frame.scope, frame.scope.module.scope])) {
    for (const value of scope.names.values())
      if (value.kind === "list" || value.kind === "dict" || value.kind === "set") sizes.set(value, sizeOf(value));
  }
  return sizes;
}

function sizeOf(value: ListValue | Extract<Value, { kind: "dict" | "set" }>): number {
  if (value.kind === "dict") return value.entries.size + (value.complete ? 0 : 0.5);
  return value.kind === "set" ? value.items.size : value.items.length;
}

function openGrown(sizes: ReturnType<typeof growing>, gap: Unknown): void {
  for (const [value, size] of sizes) {
    if (sizeOf(value) === size) continue;
    value.complete = false;
    value.gap ??= gap;
  }
}

export function executeWhile(machine: Machine, node: While, frame: Frame): Completion | undefined {
  const conditions = machine.conditions.length;
  const before = new Map(frame.scope.names);
  try {
    for (let run = 0; run < machine.options.budget.size; run += 1) {
      const test = machine.evaluate(node.test, frame);
      const verdict = machine.truth(test);
      if (verdict === "no") return machine.execute(node.orElse, frame);
      if (verdict === "unknown") {
        const condition = conditionOf(machine, test, frame, node.test);
        const lists = growing(frame);
        const completion = executeBoth(machine, { condition, sides: [node.body, []] }, frame);
        openGrown(lists, condition);
        return completion?.kind === "return" ? completion : undefined;
      }
      const completion = machine.execute(node.body, frame);
      if (completion?.kind === "break") return undefined;
      if (completion?.kind === "return") return completion;
    }
    const gap = machine.unknown("limit", "this loop does not end within the budget", placeOf(frame, node.test));
    // What it counted, and what it still would have yielded.
    for (const [name, value] of frame.scope.names) if (before.get(name) !== value) frame.scope.names.set(name, gap);
    frame.yieldGap ??= gap;
    for (const value of growing(frame).keys()) {
      value.complete = false;
      value.gap ??= gap;
    }
    machine.problems.push({ at: gap.at, message: gap.message, gap });
    return undefined;
  } finally {
    machine.restoreConditions(conditions);
  }
}
