/** `with`: what `__enter__` gives is bound; leaving is not followed. */
import type { With } from "../../syntax/statement.ts";
import { type Frame, placeOf } from "../frame.ts";
import { withBases } from "../inheritance.ts";
import type { Machine } from "../machine.ts";
import { PythonRaise } from "../python-raise.ts";
import { SUPPRESS } from "../stdlib/functools.ts";
import type { Value } from "../value.ts";
import { assignTo } from "./assign.ts";
import type { Completion } from "./completion.ts";
import { catchesVerdict } from "./try.ts";

export function executeWith(machine: Machine, node: With, frame: Frame): Completion | undefined {
  const suppressed: Value[] = [];
  for (const item of node.items) {
    const manager = machine.evaluate(item.value, frame);
    if (manager.kind === "object" && manager.type === SUPPRESS) suppressed.push(manager.fields.get("exceptions") ?? manager);
    const entered = enter(machine, manager, placeOf(frame, item.value));
    if (item.target) assignTo(machine, item.target, entered, frame);
  }
  if (suppressed.length === 0) return machine.execute(node.body, frame);
  return executeSuppressing(machine, node, { suppressed, frame });
}

/** `with suppress(KeyError):` goes on after the block when one of them is raised in it. */
function executeSuppressing(
  machine: Machine,
  node: With,
  { suppressed, frame }: { readonly suppressed: readonly Value[]; readonly frame: Frame },
): Completion | undefined {
  machine.tryDepth += 1;
  try {
    return machine.execute(node.body, frame);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise) || suppressed.every((types) => catchesVerdict(machine, thrown.exception, types) === "no"))
      throw thrown;
    return undefined;
  } finally {
    machine.tryDepth -= 1;
  }
}

function enter(machine: Machine, manager: Value, at: ReturnType<typeof placeOf>): Value {
  const args = { positional: [], keywords: new Map(), complete: true };
  if (manager.kind === "instance") {
    const own = manager.class.mro.some((base) => base.kind === "class" && base.namespace.has("__enter__"));
    return own ? machine.call(machine.attribute(manager, "__enter__", at), args, at) : manager;
  }
  // A generator with `@contextmanager` has run already; its one yield is what it enters with.
  if (manager.kind === "iterator") return manager.items[0] ?? manager;
  if (manager.kind !== "object") return manager;
  const method = withBases(machine.options.library, manager.type).find((model) => model.methods?.["__enter__"])?.methods?.["__enter__"];
  return method ? method(manager, { args, at, interpreter: machine }) : manager;
}
