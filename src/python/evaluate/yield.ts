/** `yield` where a generator does not stand still: what is yielded is collected, to be given afterwards. */
import type { Yield } from "../../syntax/expression.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import type { Value } from "../value.ts";
import { perhaps } from "../values/one-of.ts";

export function evaluateYield(machine: Machine, node: Yield, frame: Frame): Value {
  const value = node.value ? machine.evaluate(node.value, frame) : NONE;
  if (!node.from) {
    frame.yields.push(asYielded(machine, value));
    return NONE;
  }
  const { items, gap } = machine.iterate(value, placeOf(frame, node));
  frame.yields.push(...items.map((item) => asYielded(machine, item)));
  if (gap) frame.yieldGap ??= gap;
  return value.kind === "iterator" ? (value.returned ?? NONE) : NONE;
}

/** What a generator yields under a condition that nobody can decide is an item that may be absent. */
export function asYielded(machine: Machine, value: Value): Value {
  const condition = machine.conditions.at(-1);
  return condition ? perhaps(value, condition) : value;
}
