/** Calls to functions of the repository are inlined: parameters are bound and the body is run. */
import type { Statement } from "../../syntax/statement.ts";
import type { Completion } from "../execute/completion.ts";
import { mayRaise } from "../execute/possible-raise.ts";
import type { Frame } from "../frame.ts";
import { newFrame } from "../frame.ts";
import type { CallContext } from "../library.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import { newScope } from "../scope.ts";
import type { FunctionValue, Value } from "../value.ts";
import { hashKey } from "../values/hash-key.ts";
import { join } from "../values/one-of.ts";
import { bindParameters } from "./bind-parameters.ts";
import { containsYield } from "./contains-yield.ts";
import { coroutineOf } from "./coroutine.ts";
import { generatorOf } from "./generator.ts";
import { generatorManager } from "./generator-context.ts";

export function callFunction(machine: Machine, fn: FunctionValue, context: CallContext): Value {
  const key = fn.results && machine.conditions.length === 0 ? argumentsKey(context.args) : undefined;
  const known = key === undefined ? undefined : fn.results?.get(key);
  if (known) return known;
  const value = inlined(machine, fn, context);
  if (key !== undefined) fn.results?.set(key, value);
  return value;
}

/** Equal for equal arguments; `undefined` where one of them is not known or cannot be hashed. */
function argumentsKey({ positional, keywords, complete }: CallContext["args"]): string | undefined {
  const keys = [...positional.map(({ value }) => hashKey(value)), ...[...keywords].map(([name, { value }]) => keyed(name, hashKey(value)))];
  return complete && !keys.includes(undefined) ? JSON.stringify(keys) : undefined;
}

function keyed(name: string, key: string | undefined): string | undefined {
  return key === undefined ? undefined : `${name}=${key}`;
}

function inlined(machine: Machine, fn: FunctionValue, context: CallContext): Value {
  const { at } = context;
  if (machine.callers.length >= machine.options.budget.depth)
    return machine.unknown("limit", `\`${fn.name}\` is nested too deeply to be followed`, at);
  const scope = newScope("function", fn.closure.module, fn.closure);
  const unbound = bindParameters(machine, fn, { context, scope });
  if (unbound) return unbound;
  const frame = newFrame(scope, fn.file, fn);
  const body = fn.definition.kind === "lambda" || fn.definition.isAsync ? undefined : machine.statementsOf(fn.file, fn.definition);
  if (body && containsYield(body)) {
    const generator = generatorOf(machine, body, { frame, at });
    return fn.managesContext ? generatorManager(generator, at) : generator;
  }
  if (fn.definition.kind === "function" && fn.definition.isAsync) {
    const isGenerator = containsYield(machine.statementsOf(fn.file, fn.definition));
    if (isGenerator) return machine.unknown("unsupported", `\`${fn.name}\` is an asynchronous generator`, at);
    return coroutineOf(() => followed(machine, fn, { frame, at }), at);
  }
  return followed(machine, fn, { frame, at });
}

function followed(machine: Machine, fn: FunctionValue, { frame, at }: { readonly frame: Frame; readonly at: CallContext["at"] }): Value {
  const depth = { conditions: machine.conditions.length, callers: machine.callers.length };
  machine.callers.push(at);
  const call = () => machine.inFrame(frame, () => run(machine, fn, frame));
  try {
    if (depth.callers > 0) return call();
    return machine.withinShare(call) ?? machine.unknown("limit", `\`${fn.name}\` does not end within the budget`, at);
  } finally {
    machine.callers.length = depth.callers;
    machine.restoreConditions(depth.conditions);
  }
}

function run(machine: Machine, fn: FunctionValue, frame: Frame): Value {
  const { definition } = fn;
  if (definition.kind === "lambda") return machine.evaluate(definition.body, frame);
  const body = machine.statementsOf(fn.file, definition);
  const completion = runBody(machine, body, frame);
  const returned = completion?.kind === "return" ? completion.value : NONE;
  // What branches of undecidable conditions returned comes before what the end returned.
  return frame.mayReturn.reduceRight<Value>((rest, earlier) => join(earlier.value, rest, earlier.condition) ?? rest, returned);
}

/** After a branch of an undecidable condition that returned, an exception is no more certain than one of the other branch. */
function runBody(machine: Machine, body: readonly Statement[], frame: Frame): Completion | undefined {
  try {
    return machine.execute(body, frame);
  } catch (thrown) {
    const last = thrown instanceof PythonRaise ? frame.mayReturn.pop() : undefined;
    if (!(thrown instanceof PythonRaise) || !last) throw thrown;
    mayRaise(machine, thrown, last.condition);
    return { kind: "return", value: last.value };
  }
}
