/**
 * The right-hand side of `a, b = …`, taken apart. Where nobody could decide which of several values it is, each target gets what each of them
 * has in its place.
 */
import type { Location } from "../../../base/span.ts";
import type { Expression } from "../../../syntax/expression.ts";
import type { Machine } from "../../machine.ts";
import { list } from "../../make-value.ts";
import { PythonRaise, raise } from "../../python-raise.ts";
import type { OneOf, Value } from "../../value.ts";
import { oneOf } from "../../values/one-of.ts";

/** What each of the targets gets, a starred one a list: as many values as there are targets. Raises what Python raises where they do not fit. */
export function unpacked(machine: Machine, targets: readonly Expression[], value: Value, at: Location): readonly Value[] {
  return value.kind === "one-of" ? unpackOptions(machine, targets, value, at) : unpackOne(machine, targets, value, at);
}

function unpackOne(machine: Machine, targets: readonly Expression[], value: Value, at: Location): readonly Value[] {
  const { items, gap } = machine.iterate(value, at);
  const star = targets.findIndex((target) => target.kind === "starred");
  if (gap) return targets.map((_, index) => (star < 0 ? items[index] : undefined) ?? gap);
  const least = star < 0 ? targets.length : targets.length - 1;
  if (items.length < least)
    raise("ValueError", `not enough values to unpack (expected ${star < 0 ? "" : "at least "}${least}, got ${items.length})`, at);
  if (star < 0 && items.length > least) raise("ValueError", `too many values to unpack (expected ${least})`, at);
  if (star < 0) return items;
  const after = targets.length - star - 1;
  return [...items.slice(0, star), list(items.slice(star, items.length - after)), ...items.slice(items.length - after)];
}

/** Either of two tuples gives each target either of two values. An option that does not fit is taken for one that cannot be, unless none fits. */
function unpackOptions(machine: Machine, targets: readonly Expression[], value: OneOf, at: Location): readonly Value[] {
  const fitting: (readonly Value[])[] = [];
  let raised: PythonRaise | undefined;
  for (const option of value.options) {
    try {
      fitting.push(unpackOne(machine, targets, option, at));
    } catch (thrown) {
      if (!(thrown instanceof PythonRaise)) throw thrown;
      raised = thrown;
    }
  }
  if (raised && fitting.length === 0) throw raised;
  return targets.map((_, index) =>
    oneOf(
      fitting.flatMap((parts) => optionsOf(parts[index] as Value)),
      value.maybeAbsent,
      value.condition,
    ),
  );
}

function optionsOf(value: Value): readonly Value[] {
  return value.kind === "one-of" ? value.options : [value];
}
