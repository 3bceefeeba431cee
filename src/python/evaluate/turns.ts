/**
 * A value walked through item by item, as a `for` loop does it: the next item is made when its turn comes, so that what making it does lies between
 * one run of the loop's body and the next. Who needs all items at once asks `iterateValue`.
 */
import type { Location } from "../../base/span.ts";
import { isExceptionOfBuiltin } from "../attribute/inheritance.ts";
import { NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { int } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import type { IteratorValue, Unknown, Value } from "../value.ts";
import { definesMethod, instanceOf } from "../values/derived.ts";
import { lazyIterator, type Making } from "../values/lazy-iterator.ts";

export interface Turns {
  /** `undefined` at the end. */
  next(): Value | undefined;
  /** Why there may be more; known at the end. */
  readonly gap: Unknown | undefined;
}

export function turnsOf(machine: Machine, value: Value, at: Location): Turns {
  if (value.kind === "iterator") return turnsOfIterator(value);
  const call = (name: string, ...values: readonly Value[]): Value =>
    machine.call(
      machine.attribute(value, name, at),
      { positional: values.map((each) => ({ value: each, at })), keywords: NO_KEYWORDS, complete: true },
      at,
    );
  if (definesMethod(value, "__iter__")) {
    const made = call("__iter__");
    return instanceOf(made) && definesMethod(made, "__next__") ? turnsOfMethod(machine, made, at) : turnsOf(machine, made, at);
  }
  if (value.kind === "instance" && value.class.flavour !== "named-tuple" && definesMethod(value, "__getitem__")) {
    let index = 0;
    return {
      next: () => {
        index += 1;
        return untilRaised("builtins.IndexError", () => call("__getitem__", int(index - 1)));
      },
      gap: undefined,
    };
  }
  if (value.kind === "list") {
    // What the body adds to the list has its turn too.
    let index = 0;
    return {
      next: () => {
        index += 1;
        return value.items[index - 1];
      },
      get gap() {
        return value.gap;
      },
    };
  }
  const { items, gap } = machine.iterate(value, at);
  let index = 0;
  const next = (): Value | undefined => {
    index += 1;
    return items[index - 1];
  };
  return { next, gap };
}

function turnsOfIterator(value: IteratorValue): Turns {
  return {
    next: () => {
      const item = value.course ? value.course.at(value.position) : value.items[value.position];
      if (item) value.position += 1;
      return item;
    },
    get gap() {
      return value.gap;
    },
  };
}

/** A class of the repository with `__next__`. */
export function turnsOfMethod(machine: Machine, value: Value, at: Location): Turns {
  const next = (): Value =>
    machine.call(machine.attribute(value, "__next__", at), { positional: [], keywords: NO_KEYWORDS, complete: true }, at);
  let gap: Unknown | undefined;
  return {
    next: () => {
      const item = untilRaised("builtins.StopIteration", next);
      // What nobody can read of one turn, nobody can of the next.
      if (item?.kind !== "unknown") return item;
      gap = item;
      return undefined;
    },
    get gap() {
      return gap;
    },
  };
}

function untilRaised(type: string, work: () => Value): Value | undefined {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof PythonRaise && isExceptionOfBuiltin(thrown.exception, type)) return undefined;
    throw thrown;
  }
}

/** An iterator that is made item by item, by what `make` does. */
export function madeInTurn(machine: Machine, at: Location, make: () => Making): IteratorValue {
  const endless = (): Unknown => machine.unknown("limit", "what this iterator gives has no end", at);
  return lazyIterator(make(), { most: machine.options.budget.size, endless });
}
