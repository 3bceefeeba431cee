/** `try`, `raise`. The body is taken to succeed unless something known raises in it. */
import type { ExceptHandler, Raise, Try } from "../../syntax/statement.ts";
import { groupOf, isGroup, split } from "../attribute/exception-group.ts";
import { derivesFrom } from "../attribute/inheritance.ts";
import { type Frame, placeOf } from "../frame.ts";
import { NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { str } from "../make-value.ts";
import { builtinException, isBuiltinExceptionClass, PythonRaise } from "../python-raise.ts";
import { bind, bindingScope } from "../scope.ts";
import type { Value, Verdict } from "../value.ts";
import type { Completion, End } from "./completion.ts";
import { joinEnds } from "./if.ts";
import type { Catcher } from "./possible-raise.ts";

export function executeRaise(machine: Machine, node: Raise, frame: Frame): never {
  const at = placeOf(frame, node);
  if (!node.exception) throw frame.handling ?? new PythonRaise(builtinException("RuntimeError", "re-raised", at), at, true);
  const value = machine.evaluate(node.exception, frame);
  const isClass = value.kind === "class" || value.kind === "symbol";
  const exception = isClass ? machine.call(value, { positional: [], keywords: NO_KEYWORDS, complete: true }, at) : value;
  const cause = node.cause && machine.evaluate(node.cause, frame);
  if (cause && exception.kind === "instance") exception.attributes.set("__cause__", cause);
  if (cause && exception.kind === "object") exception.fields.set("__cause__", cause);
  throw new PythonRaise(exception, at, true);
}

export function executeTry(machine: Machine, node: Try, frame: Frame): Completion | undefined {
  let completion: Completion | undefined;
  try {
    completion = executeGuarded(machine, node, frame);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    const last = machine.execute(node.finally, frame);
    if (last) return last;
    throw thrown;
  }
  return machine.execute(node.finally, frame) ?? completion;
}

/** The statement but for its `finally`, joined with what its handlers leave for exceptions that may be raised in it. */
function executeGuarded(machine: Machine, node: Try, frame: Frame): Completion | undefined {
  const catcher = catcherOf(machine, node, frame);
  const outside = machine.catchers.length;
  const ends: End[] = [];
  try {
    const completion = executeBody(machine, node, catcher);
    ends.push({ names: new Map(frame.scope.names), completion });
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise) || !catcher.doubt) throw thrown;
  } finally {
    machine.catchers.length = outside;
    endDoubt(machine, catcher);
  }
  const [only] = ends;
  if (!catcher.doubt) return only?.completion;
  return joinEnds(machine, { ends: [...ends, ...catcher.ends], condition: catcher.doubt }, frame);
}

export function catcherOf(machine: Machine, node: Try, frame: Frame): Catcher {
  return {
    frame,
    handlerOf: (raised) => handlerOf(machine, node, raised, frame),
    handle: (handler, raised) => executeHandler(machine, handler, { raised, frame }),
    depth: { callers: machine.callers.length, tries: machine.tryDepth },
    tried: new Set(),
    ends: [],
  };
}

/** After the statement nothing depends any more on whether one of its handlers ran. */
export function endDoubt(machine: Machine, { doubt }: Catcher): void {
  const index = doubt ? machine.conditions.indexOf(doubt) : -1;
  if (index >= 0) machine.conditions.splice(index, 1);
}

function executeBody(machine: Machine, node: Try, catcher: Catcher): Completion | undefined {
  const { frame } = catcher;
  const depth = { conditions: machine.conditions.length, callers: machine.callers.length, catchers: machine.catchers.length };
  const catching = node.handlers.length > 0 ? 1 : 0;
  machine.tryDepth += catching;
  machine.catchers.push(catcher);
  let completion: Completion | undefined;
  try {
    completion = machine.execute(node.body, frame);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    machine.restoreConditions(depth.conditions);
    machine.callers.length = depth.callers;
    machine.catchers.length = depth.catchers;
    machine.tryDepth -= catching;
    if (node.isGroup) return executeGroupHandlers(machine, node, thrown, frame);
    const handler = catcher.handlerOf(thrown);
    if (!handler) throw thrown;
    return executeHandler(machine, handler, { raised: thrown, frame });
  }
  machine.catchers.length = depth.catchers;
  machine.tryDepth -= catching;
  return completion ?? machine.execute(node.orElse, frame);
}

function executeHandler(
  machine: Machine,
  handler: ExceptHandler,
  { raised, frame }: { readonly raised: PythonRaise; readonly frame: Frame },
): Completion | undefined {
  const leave = whileHandling(handler, raised, frame);
  try {
    return machine.assuming(raised.assumes, () => machine.execute(handler.body, frame));
  } finally {
    leave();
  }
}

/** `except*`: each clause takes its part of a group, and what none takes goes on. */
function executeGroupHandlers(machine: Machine, node: Try, raised: PythonRaise, frame: Frame): Completion | undefined {
  const { at, exception, isStated, assumes } = raised;
  let rest: Value | undefined = isGroup(exception) ? exception : groupOf(str(""), [exception], raised.at);
  for (const handler of node.handlers) {
    if (!rest) return undefined;
    const parts: ReturnType<typeof split> = split(rest, (each) => catches(machine, handler, each, frame) === "yes");
    rest = parts.rest;
    if (!parts.taken) continue;
    executeHandler(machine, handler, { raised: new PythonRaise(parts.taken, at, isStated, assumes), frame });
  }
  if (!rest) return undefined;
  throw rest === exception || !isGroup(exception) ? raised : new PythonRaise(rest, at, isStated, assumes);
}

/** The first handler that may catch it. */
export function handlerOf(machine: Machine, node: Try, { exception }: PythonRaise, frame: Frame): ExceptHandler | undefined {
  return node.handlers.find((candidate) => catches(machine, candidate, exception, frame) !== "no");
}

/** The exception has its name while the handler runs; what is given back ends that. */
export function whileHandling(handler: ExceptHandler, raised: PythonRaise, frame: Frame): () => void {
  const { name } = handler;
  const outer = frame.handling;
  if (name !== undefined) bind(frame.scope, name, raised.exception);
  frame.handling = raised;
  return () => {
    if (outer) frame.handling = outer;
    else delete frame.handling;
    if (name !== undefined) bindingScope(frame.scope, name).names.delete(name);
  };
}

function catches(machine: Machine, handler: ExceptHandler, exception: Value, frame: Frame): Verdict {
  if (!handler.type) return "yes";
  return catchesVerdict(machine, exception, machine.evaluate(handler.type, frame));
}

/** Does a type, or one of a tuple of types, catch the exception? */
export function catchesVerdict(machine: Machine, exception: Value, type: Value): Verdict {
  const options = type.kind === "tuple" ? type.items : [type];
  const verdicts = options.map((option) => isExceptionOf(machine, exception, option));
  if (verdicts.includes("yes")) return "yes";
  return verdicts.includes("unknown") ? "unknown" : "no";
}

function isExceptionOf(machine: Machine, exception: Value, type: Value): Verdict {
  if (exception.kind === "unknown" || type.kind === "unknown") return "unknown";
  if (exception.kind === "instance") {
    if (type.kind === "class") return exception.class.mro.includes(type) ? "yes" : "no";
    if (type.kind !== "symbol") return "unknown";
    const inherits = exception.class.mro.some(
      (base) =>
        base.kind === "symbol" && (isBuiltinExceptionClass(base.name, type.name) || derivesFrom(machine.options.library, base, type.name)),
    );
    return inherits ? "yes" : "no";
  }
  if (exception.kind !== "object" || type.kind !== "symbol") return "no";
  return isBuiltinExceptionClass(exception.type, type.name) ? "yes" : "no";
}
