/** `range`, never materialised beyond the budget. */
import type { Location } from "../../base/span.ts";
import type { Machine } from "../machine.ts";
import { int } from "../make-value.ts";
import type { LibraryObject, Unknown, Value } from "../value.ts";

export const RANGE = "builtins.range";

export function makeRange(start: number, stop: number, step: number, at: Location): LibraryObject {
  return {
    kind: "object",
    type: RANGE,
    fields: new Map<string, Value>([
      ["start", int(start)],
      ["stop", int(stop)],
      ["step", int(step)],
    ]),
    at,
  };
}

export function rangeItems(
  machine: Machine,
  range: LibraryObject,
  at: Location,
): { readonly items: readonly Value[]; readonly gap?: Unknown } {
  const [start, stop, step] = ["start", "stop", "step"].map((name) => {
    const field = range.fields.get(name);
    return field?.kind === "int" ? Number(field.value) : 0;
  }) as [number, number, number];
  const items: Value[] = [];
  for (let value = start; step > 0 ? value < stop : value > stop; value += step) {
    if (items.length >= machine.options.budget.size)
      return { items, gap: machine.unknown("limit", "the range is too long to be read", at) };
    items.push(int(value));
  }
  return { items };
}
