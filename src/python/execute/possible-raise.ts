/**
 * A `raise` under a condition that nobody can decide. Where nothing catches it, it is taken not to happen, since the code is meant to
 * load. Where a `try` around it does, both ways are possible: the handler is run at once, from the names of that moment, and how it
 * ends is kept for the end of the `try`; what else the body does is conditional. What no `raise` statement raises is not looked at:
 * a call that may fail is taken to succeed.
 */
import type { ExceptHandler } from "../../syntax/statement.ts";
import type { Frame } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { describeException, PythonRaise } from "../python-raise.ts";
import type { Unknown, Value } from "../value.ts";
import type { Completion, End } from "./completion.ts";

/** A `try` statement whose body is running. */
export interface Catcher {
  readonly frame: Frame;
  /** The first handler that may catch it. */
  readonly handlerOf: (raised: PythonRaise) => ExceptHandler | undefined;
  readonly handle: (handler: ExceptHandler, raised: PythonRaise) => Completion | undefined;
  /** What stands on the machine's stacks before the body: a generator may go on elsewhere. */
  depth: { readonly callers: number; readonly tries: number };
  /** Handlers that were run for what may be raised: the first exception stands for all that a handler catches. */
  readonly tried: Set<ExceptHandler>;
  /** How those handlers ended, unless with an exception. */
  readonly ends: End[];
  /** Whether one of them runs; absent while none may. */
  doubt?: Unknown;
}

/** Notes that `raised` is raised if `condition` comes out so, in the names that the frame has now. */
export function mayRaise(machine: Machine, raised: PythonRaise, condition: Unknown): void {
  let current = raised;
  for (let index = machine.catchers.length - 1; index >= 0 && current.isStated; index -= 1) {
    const catcher = machine.catchers[index];
    const handler = catcher?.handlerOf(current);
    if (!catcher || !handler) continue;
    if (catcher.tried.has(handler)) return;
    catcher.tried.add(handler);
    const doubt = catcher.doubt ?? doubtOf(machine, raised, condition);
    const end = runAside(machine, { index, catcher, doubt }, () => catcher.handle(handler, current));
    if (!(end instanceof PythonRaise)) {
      catcher.ends.push(end);
      catcher.doubt = doubt;
      machine.restoreConditions(machine.conditions.length);
      return;
    }
    current = end;
  }
}

function doubtOf(machine: Machine, raised: PythonRaise, condition: Unknown): Unknown {
  return machine.unknown(
    condition.reason,
    `it depends on whether \`${describeException(raised.exception)}\` is raised`,
    raised.at,
    condition,
  );
}

/** Runs a handler where its `try` stands and puts everything back, the names too; what it raises is its end. */
function runAside(
  machine: Machine,
  { index, catcher, doubt }: { readonly index: number; readonly catcher: Catcher; readonly doubt: Unknown },
  work: () => Completion | undefined,
): End | PythonRaise {
  const { names } = catcher.frame.scope;
  const before = new Map(names);
  const inner = machine.catchers.splice(index);
  const callers = machine.callers.splice(catcher.depth.callers);
  const conditions = machine.conditions.length;
  const { tryDepth } = machine;
  machine.tryDepth = catcher.depth.tries;
  try {
    const completion = machine.inFrame(catcher.frame, () => machine.under(doubt, work));
    return { names: new Map(names), completion };
  } catch (thrown) {
    if (thrown instanceof PythonRaise) return thrown;
    throw thrown;
  } finally {
    machine.tryDepth = tryDepth;
    machine.conditions.length = conditions;
    machine.callers.length = catcher.depth.callers;
    machine.callers.push(...callers);
    machine.catchers.length = index;
    machine.catchers.push(...inner);
    restoreNames(names, before);
  }
}

export function restoreNames(names: Map<string, Value>, to: ReadonlyMap<string, Value>): void {
  names.clear();
  for (const [name, value] of to) names.set(name, value);
}
