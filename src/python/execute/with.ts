/** `with`: what `__enter__` gives is bound, the body is run, and what is left to do on the way out is done then, after an exception too. */
import type { Location } from "../../base/span.ts";
import type { ExceptHandler, With } from "../../syntax/statement.ts";
import { withBases } from "../attribute/inheritance.ts";
import { enterGenerator, GENERATOR_MANAGER, generatorCatches, generatorSwallows, leaveGenerator } from "../call/generator-context.ts";
import { type Frame, placeOf } from "../frame.ts";
import { type CallArguments, NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import { SUPPRESS } from "../stdlib/functions/contextlib.ts";
import type { InstanceValue, LibraryObject, Value } from "../value.ts";
import { definesMethod } from "../values/derived.ts";
import { assignTo } from "./assignment/assign.ts";
import type { Completion } from "./completion.ts";
import { joinEnds } from "./if.ts";
import type { Catcher } from "./possible-raise.ts";
import { catchesVerdict, endDoubt } from "./try.ts";

/** A manager that was entered. */
export interface Managed {
  readonly entered: Value;
  /** After the body, unless something was raised in it. */
  leave(): void;
  /** After something was raised: true where it goes no further. */
  swallows(raised: PythonRaise): boolean;
  /** Might it go no further? Absent where that is not asked. */
  catches?(raised: PythonRaise): boolean;
}

export function executeWith(machine: Machine, node: With, frame: Frame): Completion | undefined {
  return executeFrom(machine, node, { index: 0, frame });
}

/** The managers nest: each is entered inside the ones before it. */
function executeFrom(
  machine: Machine,
  node: With,
  { index, frame }: { readonly index: number; readonly frame: Frame },
): Completion | undefined {
  const item = node.items[index];
  if (!item) return machine.execute(node.body, frame);
  const given = machine.evaluate(item.value, frame);
  const at = placeOf(frame, item.value);
  const manager = managed(machine, node.isAsync ? machine.unknown("unsupported", "an `async with` is not followed", at) : given, at);
  const depth = { conditions: machine.conditions.length, callers: machine.callers.length };
  // Only what a library's manager may swallow is no longer certain to stop the load.
  const guards = manager.isGuard ? 1 : 0;
  let completion: Completion | undefined;
  machine.tryDepth += guards;
  try {
    completion = catching(machine, manager, frame, () => {
      if (item.target) assignTo(machine, item.target, manager.entered, frame);
      return executeFrom(machine, node, { index: index + 1, frame });
    });
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    machine.restoreConditions(depth.conditions);
    machine.callers.length = depth.callers;
    if (!manager.swallows(thrown)) throw thrown;
    return undefined;
  } finally {
    machine.tryDepth -= guards;
  }
  manager.leave();
  return completion;
}

/** The body, joined with what is left where something that may be raised in it goes no further. */
function catching(machine: Machine, { catches }: Managed, frame: Frame, body: () => Completion | undefined): Completion | undefined {
  if (!catches) return body();
  const catcher: Catcher = {
    frame,
    handlerOf: (raised) => (catches(raised) ? SWALLOWED : undefined),
    handle: () => undefined,
    depth: { callers: machine.callers.length, tries: machine.tryDepth },
    tried: new Set(),
    ends: [],
  };
  const outside = machine.catchers.length;
  machine.catchers.push(catcher);
  try {
    const completion = body();
    if (!catcher.doubt) return completion;
    const ends = [{ names: new Map(frame.scope.names), completion }, ...catcher.ends];
    return joinEnds(machine, { ends, condition: catcher.doubt }, frame);
  } finally {
    machine.catchers.length = outside;
    endDoubt(machine, catcher);
  }
}

const SWALLOWED: ExceptHandler = { start: 0, end: 0, body: [] };

/** Enters a manager, whatever it is. */
export function managed(machine: Machine, manager: Value, at: Location): Managed & { readonly isGuard?: true } {
  if (manager.kind === "instance" || definesMethod(manager, "__enter__")) return managedInstance(machine, manager as InstanceValue, at);
  if (manager.kind !== "object") return { entered: manager, leave: nothing, swallows: () => false };
  if (manager.type === GENERATOR_MANAGER)
    return {
      entered: enterGenerator(machine, manager),
      leave: () => leaveGenerator(manager),
      swallows: (raised) => generatorSwallows(manager, raised),
      catches: (raised) => generatorCatches(manager, raised),
    };
  const entered = callMethod(machine, manager, { name: "__enter__", values: [], at }) ?? manager;
  const leave = (): void => {
    callMethod(machine, manager, { name: "__exit__", values: [NONE, NONE, NONE], at });
  };
  const types = manager.type === SUPPRESS ? (manager.fields.get("exceptions") ?? manager) : undefined;
  if (!types) {
    const hear = ({ exception }: PythonRaise): Value | undefined =>
      callMethod(machine, manager, { name: "__exit__", values: [machine.attribute(exception, "__class__", at), exception, NONE], at });
    return { entered, leave, swallows: (raised) => machine.truth(hear(raised) ?? NONE) === "yes" };
  }
  return { entered, leave, isGuard: true, swallows: ({ exception }) => catchesVerdict(machine, exception, types) !== "no" };
}

function nothing(): void {}

/** A class of the repository: its own `__enter__` and `__exit__`, which hears of an exception and may swallow it. */
function managedInstance(machine: Machine, manager: InstanceValue, at: Location): Managed {
  const call = (name: string, ...values: readonly Value[]): Value =>
    machine.call(machine.attribute(manager, name, at), argumentsOf(values, at), at);
  const entered = definesMethod(manager, "__enter__") ? call("__enter__") : manager;
  if (!definesMethod(manager, "__exit__")) return { entered, leave: nothing, swallows: () => false };
  return {
    entered,
    leave: () => {
      call("__exit__", NONE, NONE, NONE);
    },
    swallows: ({ exception }) => machine.truth(call("__exit__", machine.attribute(exception, "__class__", at), exception, NONE)) === "yes",
  };
}

interface MethodCall {
  readonly name: string;
  readonly values: readonly Value[];
  readonly at: Location;
}

function callMethod(machine: Machine, manager: LibraryObject, { name, values, at }: MethodCall): Value | undefined {
  const method = withBases(machine.options.library, manager.type).find((model) => model.methods?.[name])?.methods?.[name];
  return method?.(manager, { args: argumentsOf(values, at), at, interpreter: machine });
}

function argumentsOf(values: readonly Value[], at: Location): CallArguments {
  return { positional: values.map((value) => ({ value, at })), keywords: NO_KEYWORDS, complete: true };
}
