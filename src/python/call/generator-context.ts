/**
 * Managers that `@contextmanager` makes of a generator function: what comes before its `yield` is done on the way in, the rest on the way out, where
 * it hears of an exception.
 */
import type { Location } from "../../base/span.ts";
import type { TypeModel } from "../library.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import type { LibraryObject, Value } from "../value.ts";

export const GENERATOR_MANAGER = "contextlib._GeneratorContextManager";

export function generatorManager(generator: Value, at: Location): LibraryObject {
  return { kind: "object", type: GENERATOR_MANAGER, fields: new Map(), at, payload: generator };
}

/** What the generator yields. */
export function enterGenerator(machine: Machine, manager: LibraryObject): Value {
  const generator = manager.payload as Value;
  const entered = generator.kind === "iterator" ? (generator.course ? generator.course.at(0) : generator.items[0]) : undefined;
  // It yields under a condition that nobody can decide: the rest of it is left so too.
  if (entered?.kind === "one-of" && entered.maybeAbsent) return entered.condition;
  return entered ?? machine.unknown("unsupported", "what this context manager gives is not known", manager.at);
}

export function leaveGenerator(manager: LibraryObject): void {
  const generator = manager.payload as Value;
  if (generator.kind === "iterator") generator.course?.at(1);
}

/** What was raised in the body of the `with` is raised at the `yield`: does it go no further? */
export function generatorSwallows(manager: LibraryObject, raised: PythonRaise): boolean {
  const generator = manager.payload as Value;
  if (generator.kind !== "iterator" || !generator.course) return false;
  try {
    generator.course.throw(raised);
    return true;
  } catch (thrown) {
    if (thrown instanceof PythonRaise && thrown.exception === raised.exception) return false;
    throw thrown;
  }
}

/** Might it swallow what is raised in the body? */
export function generatorCatches(manager: LibraryObject, raised: PythonRaise): boolean {
  const generator = manager.payload as Value;
  return generator.kind === "iterator" && generator.course?.catches?.(raised) === true;
}

/** A manager is a decorator too, which changes nothing that a signature tells. */
export const GENERATOR_MANAGER_TYPE: TypeModel = { call: (_, { args }) => args.positional[0]?.value ?? NONE };
