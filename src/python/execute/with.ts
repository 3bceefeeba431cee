/** `with`: what `__enter__` gives is bound, the body is run, and what is left to do on the way out is done then, after an exception too. */
import type { Location } from "../../base/span.ts";
import type { With } from "../../syntax/statement.ts";
import { withBases } from "../attribute/inheritance.ts";
import { GENERATOR_MANAGER, runAround } from "../call/run-around.ts";
import { type Frame, placeOf } from "../frame.ts";
import { type CallArguments, NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import { SUPPRESS } from "../stdlib/functions/contextlib.ts";
import type { InstanceValue, LibraryObject, Value } from "../value.ts";
import { assignTo } from "./assign.ts";
import type { Completion } from "./completion.ts";
import { catchesVerdict } from "./try.ts";

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
  const manager = machine.evaluate(item.value, frame);
  const body = (entered: Value): Completion | undefined => {
    if (item.target) assignTo(machine, item.target, entered, frame);
    return executeFrom(machine, node, { index: index + 1, frame });
  };
  const at = placeOf(frame, item.value);
  if (manager.kind === "instance") return executeInstance(machine, manager, { at, body });
  if (manager.kind !== "object") return body(manager);
  if (manager.type === GENERATOR_MANAGER) return runAround(machine, manager, { outside: frame, body });
  const entered = enterObject(machine, manager, at);
  if (manager.type === SUPPRESS) return executeSuppressing(machine, manager, () => body(entered));
  const completion = body(entered);
  leaveObject(machine, manager, at);
  return completion;
}

/** `with suppress(KeyError):` goes on after the block when one of them is raised in it. */
function executeSuppressing(machine: Machine, manager: LibraryObject, body: () => Completion | undefined): Completion | undefined {
  const depth = { conditions: machine.conditions.length, callers: machine.callers.length };
  machine.tryDepth += 1;
  try {
    return body();
  } catch (thrown) {
    const types = manager.fields.get("exceptions") ?? manager;
    if (!(thrown instanceof PythonRaise) || catchesVerdict(machine, thrown.exception, types) === "no") throw thrown;
    machine.restoreConditions(depth.conditions);
    machine.callers.length = depth.callers;
    return undefined;
  } finally {
    machine.tryDepth -= 1;
  }
}

interface Entering {
  readonly at: Location;
  readonly body: (entered: Value) => Completion | undefined;
}

/** A class of the repository: its own `__enter__` and `__exit__`, which hears of an exception and may swallow it. */
function executeInstance(machine: Machine, manager: InstanceValue, { at, body }: Entering): Completion | undefined {
  const has = (name: string): boolean => manager.class.mro.some((base) => base.kind === "class" && base.namespace.has(name));
  const call = (name: string, ...values: readonly Value[]): Value =>
    machine.call(machine.attribute(manager, name, at), argumentsOf(values, at), at);
  const entered = has("__enter__") ? call("__enter__") : manager;
  if (!has("__exit__")) return body(entered);
  const depth = { conditions: machine.conditions.length, callers: machine.callers.length };
  let completion: Completion | undefined;
  try {
    completion = body(entered);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    machine.restoreConditions(depth.conditions);
    machine.callers.length = depth.callers;
    const swallows = call("__exit__", machine.attribute(thrown.exception, "__class__", at), thrown.exception, NONE);
    if (machine.truth(swallows) === "yes") return undefined;
    throw thrown;
  }
  call("__exit__", NONE, NONE, NONE);
  return completion;
}

function enterObject(machine: Machine, manager: LibraryObject, at: Location): Value {
  const method = withBases(machine.options.library, manager.type).find((model) => model.methods?.["__enter__"])?.methods?.["__enter__"];
  return method ? method(manager, { args: argumentsOf([], at), at, interpreter: machine }) : manager;
}

/** A library's manager that was not left by an exception. */
function leaveObject(machine: Machine, manager: LibraryObject, at: Location): void {
  const method = withBases(machine.options.library, manager.type).find((model) => model.methods?.["__exit__"])?.methods?.["__exit__"];
  method?.(manager, { args: argumentsOf([NONE, NONE, NONE], at), at, interpreter: machine });
}

function argumentsOf(values: readonly Value[], at: Location): CallArguments {
  return { positional: values.map((value) => ({ value, at })), keywords: NO_KEYWORDS, complete: true };
}
