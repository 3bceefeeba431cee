/**
 * Iterators whose items are made one after another, when somebody asks for the next: generators, `map`, what `itertools` gives. What making an
 * item does to the world happens then, and not at all where nobody asks. To readers of `items` such an iterator looks like any other.
 */
import type { PythonRaise } from "../python-raise.ts";
import type { IteratorValue, Unknown, Value } from "../value.ts";

/** What is known when there are no more. */
export interface Ending {
  readonly gap?: Unknown;
  /** Of a generator. */
  readonly returned?: Value;
}

/** Makes the items; what `send` gives comes back from each `yield`, what `throw` gives is thrown there. */
export type Making = Generator<Value, Ending, Value | undefined>;

/** Where an iterator that is made item by item stands. */
export interface Course {
  /** The item at a position, made if it is not there yet; `undefined` at the end. */
  at(position: number): Value | undefined;
  /** Goes on with a value from where it stands; `undefined` at the end. */
  send(value: Value): Value | undefined;
  /** Goes on with something thrown where it stands. */
  throw(thrown: unknown): Value | undefined;
  /** Makes nothing more. */
  end(): void;
  /** Does a `try` around where it stands catch it? Absent where nothing stands around an item. */
  catches?(raised: PythonRaise): boolean;
  /** An item was asked for. */
  readonly isBegun: boolean;
}

/** `most` items are made when all are asked for: beyond them it has no end that can be read. */
export function lazyIterator(making: Making, { most, endless }: { readonly most: number; readonly endless: () => Unknown }): IteratorValue {
  const items: Value[] = [];
  let ending: Ending | undefined;
  let isBegun = false;
  let isRunning = false;
  const step = (resume: () => IteratorResult<Value, Ending>): Value | undefined => {
    // What asks for its own next item gets none; Python refuses it.
    if (ending || isRunning) return undefined;
    isBegun = true;
    isRunning = true;
    let result: IteratorResult<Value, Ending> | undefined;
    try {
      result = resume();
    } finally {
      isRunning = false;
      if (!result) ending = {};
    }
    if (result.done) ending = result.value;
    else items.push(result.value);
    return result.done ? undefined : result.value;
  };
  const next = (): Value | undefined => step(() => making.next());
  const course: Course = {
    at: (position) => {
      while (items.length <= position && !ending && !isRunning) next();
      return items[position];
    },
    send: (value) => step(() => making.next(value)),
    throw: (thrown) => step(() => making.throw(thrown)),
    end: () => {
      ending ??= {};
    },
    get isBegun() {
      return isBegun;
    },
  };
  const all = (): Ending => {
    while (!ending && !isRunning && items.length < most) next();
    ending ??= isRunning ? {} : { gap: endless() };
    return ending;
  };
  return {
    kind: "iterator",
    position: 0,
    course,
    get items() {
      all();
      return items;
    },
    get complete() {
      return all().gap === undefined;
    },
    get gap() {
      return all().gap;
    },
    get returned() {
      return all().returned;
    },
  } as IteratorValue;
}
