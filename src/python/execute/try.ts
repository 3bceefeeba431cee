/** `try`, `raise`. The body is taken to succeed unless something known raises in it. */
import type { ExceptHandler, Raise, Try } from "../../syntax/statement.ts";
import { derivesFrom } from "../attribute/inheritance.ts";
import { type Frame, placeOf } from "../frame.ts";
import { NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { builtinException, isBuiltinExceptionClass, PythonRaise } from "../python-raise.ts";
import { bind } from "../scope.ts";
import type { Value, Verdict } from "../value.ts";
import type { Completion } from "./completion.ts";

export function executeRaise(machine: Machine, node: Raise, frame: Frame): never {
  const at = placeOf(frame, node);
  if (!node.exception) throw frame.handling ?? new PythonRaise(builtinException("RuntimeError", "re-raised", at), at);
  const value = machine.evaluate(node.exception, frame);
  const isClass = value.kind === "class" || value.kind === "symbol";
  const exception = isClass ? machine.call(value, { positional: [], keywords: NO_KEYWORDS, complete: true }, at) : value;
  const cause = node.cause && machine.evaluate(node.cause, frame);
  if (cause && exception.kind === "instance") exception.attributes.set("__cause__", cause);
  if (cause && exception.kind === "object") exception.fields.set("__cause__", cause);
  throw new PythonRaise(exception, at);
}

export function executeTry(machine: Machine, node: Try, frame: Frame): Completion | undefined {
  const completion = executeGuarded(machine, node, frame);
  const last = machine.execute(node.finally, frame);
  return last ?? completion;
}

function executeGuarded(machine: Machine, node: Try, frame: Frame): Completion | undefined {
  const depth = { conditions: machine.conditions.length, callers: machine.callers.length };
  const catching = node.handlers.length > 0 ? 1 : 0;
  machine.tryDepth += catching;
  let completion: Completion | undefined;
  try {
    completion = machine.execute(node.body, frame);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    machine.conditions.length = depth.conditions;
    machine.callers.length = depth.callers;
    machine.tryDepth -= catching;
    const handler = node.handlers.find((candidate) => catches(machine, candidate, thrown.exception, frame) !== "no");
    if (!handler) {
      machine.execute(node.finally, frame);
      throw thrown;
    }
    if (handler.name !== undefined) bind(frame.scope, handler.name, thrown.exception);
    const outer = frame.handling;
    frame.handling = thrown;
    try {
      return machine.execute(handler.body, frame);
    } finally {
      if (outer) frame.handling = outer;
      else delete frame.handling;
    }
  }
  machine.tryDepth -= catching;
  return completion ?? machine.execute(node.orElse, frame);
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
