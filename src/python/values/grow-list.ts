/** Adding many items to a list: up to the size that the budget allows, and open beyond. One at a time, as a call takes only so many arguments. */
import type { Location } from "../../base/span.ts";
import type { Interpreter } from "../interpreter.ts";
import type { ListValue, Value } from "../value.ts";

/** A list that doubles itself in a loop is full after a few rounds. */
const MOST = 100_000;

export function growList(list: ListValue, items: readonly Value[], interpreter: Interpreter, at: Location): void {
  for (const item of items) {
    if (list.items.length >= MOST) {
      list.complete = false;
      list.gap ??= interpreter.unknown("limit", "this list is too long to be read", at);
      return;
    }
    list.items.push(item);
  }
}
