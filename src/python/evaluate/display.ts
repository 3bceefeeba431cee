/** Displays: `[a, *b]`, `(a, b)`, `{a, b}`, `{k: v, **rest}`. */
import type { Location } from "../../base/span.ts";
import type { DictDisplay, Expression, Sequence } from "../../syntax/expression.ts";
import { fails, typeNameOf } from "../failure.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { dict, set, setEntry } from "../make-value.ts";
import type { DictValue, Unknown, Value } from "../value.ts";
import { instanceOf } from "../values/derived.ts";

export function evaluateSequence(machine: Machine, node: Sequence, frame: Frame): Value {
  const { items, gap } = evaluateItems(machine, node.items, frame);
  const origin = placeOf(frame, node);
  const rest = gap ? { complete: false, gap, origin } : { complete: true, origin };
  switch (node.kind) {
    case "list":
      return { kind: "list", items, ...rest };
    case "tuple":
      return { kind: "tuple", items, ...rest };
    case "set":
      for (const item of items) refuseUnhashable(machine, item, origin);
      return { ...set(items, gap), origin };
  }
}

/** Items with spreads opened. */
function evaluateItems(machine: Machine, nodes: readonly Expression[], frame: Frame): { items: Value[]; gap: Unknown | undefined } {
  const items: Value[] = [];
  let gap: Unknown | undefined;
  for (const node of nodes) {
    const value = machine.evaluate(node, frame);
    if (node.kind !== "starred") {
      items.push(value);
      continue;
    }
    const spread = machine.iterate(value, placeOf(frame, node));
    items.push(...spread.items);
    gap ??= spread.gap;
  }
  return { items, gap };
}

export function evaluateDict(machine: Machine, node: DictDisplay, frame: Frame): Value {
  const result: DictValue = { ...dict([]), origin: placeOf(frame, node) };
  for (const entry of node.entries) {
    if (entry.key) {
      const key = machine.evaluate(entry.key, frame);
      refuseUnhashable(machine, key, placeOf(frame, entry));
      setEntry(result, key, machine.evaluate(entry.value, frame));
    } else spreadInto(machine, result, machine.evaluate(entry.value, frame), placeOf(frame, entry));
  }
  return result;
}

/** Lists, dicts and sets are no keys. */
export function refuseUnhashable(machine: Machine, key: Value, at: Location): void {
  if (instanceOf(key)) return;
  if (key.kind !== "list" && key.kind !== "dict" && !(key.kind === "set" && !key.frozen)) return;
  fails(machine, { exception: "TypeError", message: `unhashable type: '${typeNameOf(key)}'`, at, values: [key] });
}

function spreadInto(machine: Machine, target: DictValue, value: Value, at: Location): void {
  if (value.kind === "dict") {
    for (const entry of value.entries.values()) setEntry(target, entry.key, entry.value);
    if (value.complete) return;
    target.complete = false;
    if (value.gap) target.gap ??= value.gap;
    return;
  }
  target.complete = false;
  target.gap ??= value.kind === "unknown" ? value : machine.unknown("unsupported", "what is spread here is not a known dict", at);
}
