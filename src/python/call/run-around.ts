/**
 * Managers that `@contextmanager` makes of a generator function. Generators are run eagerly elsewhere; here the body of the `with`
 * statement is run at the moment of the `yield`, so that what follows the `yield` comes after it and its exceptions pass through.
 */
import type { Location } from "../../base/span.ts";
import type { Frame } from "../frame.ts";
import type { TypeModel } from "../library.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import type { LibraryObject, Unknown, Value } from "../value.ts";

export const GENERATOR_MANAGER = "contextlib._GeneratorContextManager";

/** What only the `with` statement reads: the generator that stands before its first statement. */
interface Suspended {
  readonly frame: Frame;
  readonly run: () => Value;
}

export function generatorManager(suspended: Suspended, at: Location): LibraryObject {
  return { kind: "object", type: GENERATOR_MANAGER, fields: new Map(), at, payload: suspended };
}

/** Runs the generator around `body`, which gets what is yielded and stands in the frame `outside`. */
export function runAround<Result>(
  machine: Machine,
  manager: LibraryObject,
  { outside, body }: { readonly outside: Frame | undefined; readonly body: (entered: Value) => Result },
): Result | undefined {
  const { frame, run } = manager.payload as Suspended;
  const depth = { callers: machine.callers.length, conditions: machine.conditions.length };
  let isEntered = false;
  let done = false;
  let result: Result | undefined;
  let left: readonly Unknown[] = [];
  const inside = (entered: Value): void => {
    const own = machine.conditions.splice(depth.conditions);
    // The body stands within what the generator may have raised before its `yield`, but not under its other conditions.
    machine.restoreConditions(depth.conditions);
    const gone = own.filter((condition) => !machine.conditions.includes(condition));
    const callers = machine.callers.splice(depth.callers);
    const [undecided] = gone;
    isEntered = true;
    try {
      const work = (): Result => body(undecided ?? entered);
      result = outside ? machine.inFrame(outside, work) : work();
      done = true;
      left = machine.conditions.slice(depth.conditions);
    } finally {
      if (!done) machine.restoreConditions(depth.conditions);
      machine.conditions.push(...gone);
      machine.callers.length = depth.callers;
      machine.callers.push(...callers);
    }
  };
  frame.onYield = (value) => {
    if (!done) inside(value);
    return NONE;
  };
  try {
    machine.callers.push(manager.at);
    const returned = machine.inFrame(frame, run);
    machine.callers.length = depth.callers;
    // Those of the body that no `try` of the generator ended.
    const still = left.filter((condition) => machine.conditions.includes(condition));
    machine.conditions.length = depth.conditions;
    machine.conditions.push(...still);
    machine.restoreConditions(machine.conditions.length);
    if (!isEntered) inside(yieldedBy(machine, returned, manager.at));
  } finally {
    machine.callers.length = depth.callers;
  }
  return result;
}

/** Of a function that gives another generator back instead of yielding itself. */
function yieldedBy(machine: Machine, returned: Value, at: Location): Value {
  const first = returned.kind === "iterator" ? returned.items[0] : undefined;
  return first ?? machine.unknown("unsupported", "what this context manager gives is not known", at);
}

/** A manager is a decorator too, which changes nothing that a signature tells. */
export const GENERATOR_MANAGER_TYPE: TypeModel = { call: (_, { args }) => args.positional[0]?.value ?? NONE };
