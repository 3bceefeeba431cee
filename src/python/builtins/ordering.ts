/** Sorting and extremes, with `key=` and `reverse=`. */
import { compare, orderOf } from "../evaluate/operators/comparison.ts";
import type { CallContext } from "../library.ts";
import { Machine } from "../machine.ts";
import type { Value } from "../value.ts";
import { invoke } from "./arguments.ts";

/** Sorted as Python sorts (stable); `undefined` when two items cannot be ordered here. */
export function orderValues(items: readonly Value[], context: CallContext): readonly Value[] | undefined {
  const keyed = items.map((item) => ({ item, key: keyOf(item, context) }));
  let ordered = true;
  keyed.sort((left, right) => {
    const order = orderIn(context, left.key, right.key);
    if (order === undefined) ordered = false;
    return order ?? 0;
  });
  if (!ordered) return undefined;
  const reverse = context.args.keywords.get("reverse")?.value;
  if (!reverse || context.interpreter.truth(reverse) === "no") return keyed.map((entry) => entry.item);
  // Reversal keeps equal items in their order.
  const descending = [...keyed].map((entry, index) => ({ ...entry, index }));
  descending.sort((left, right) => (orderIn(context, right.key, left.key) ?? 0) || left.index - right.index);
  return descending.map((entry) => entry.item);
}

/** Order of any two values, through the operators that library types and classes define; `undefined` when it is not known. */
export function orderIn(context: CallContext, left: Value, right: Value): number | undefined {
  const plain = orderOf(left, right);
  const { interpreter, at } = context;
  if (plain !== undefined || !(interpreter instanceof Machine)) return plain;
  const less = interpreter.truth(compare(interpreter, "<", { left, right, at }));
  if (less !== "no") return less === "yes" ? -1 : undefined;
  return interpreter.equal(left, right) === "yes" ? 0 : 1;
}

function keyOf(item: Value, context: CallContext): Value {
  const key = context.args.keywords.get("key")?.value;
  return key && key.kind !== "none" ? invoke(context, key, item) : item;
}
