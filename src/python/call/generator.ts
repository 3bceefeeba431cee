/**
 * Generators: their bodies stand still at each `yield` until somebody asks for the next item. Only statements that hold a `yield` are run here, so
 * that they can stand still; all others are run as everywhere. What holds a `yield` in a way that is rare (a `match`, a condition that nobody can
 * decide, the middle of an expression) is run through at once, and gives what it yields afterwards.
 */
import type { Location } from "../../base/span.ts";
import type { Yield } from "../../syntax/expression.ts";
import type { For, If, Statement, Try, While, With } from "../../syntax/statement.ts";
import { assumptionsOf } from "../evaluate/assumption.ts";
import { conditionOf } from "../evaluate/operators/condition.ts";
import { madeInTurn, turnsOf } from "../evaluate/turns.ts";
import { asYielded } from "../evaluate/yield.ts";
import { assignTo } from "../execute/assignment/assign.ts";
import type { Completion, End } from "../execute/completion.ts";
import { executeBoth, joinEnds } from "../execute/if.ts";
import { runOnce, runUnknown } from "../execute/loop.ts";
import type { Catcher } from "../execute/possible-raise.ts";
import { catcherOf, endDoubt, handlerOf, whileHandling } from "../execute/try.ts";
import { managed } from "../execute/with.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import type { IteratorValue, Unknown, Value } from "../value.ts";
import type { Making } from "../values/lazy-iterator.ts";
import { containsYield } from "./contains-yield.ts";

/** Gives each item that is yielded, and gets what is sent for it. */
type Run = Generator<Value, Completion | undefined, Value | undefined>;

interface Generating {
  readonly machine: Machine;
  readonly frame: Frame;
}

/** What calling a generator function gives: nothing of its body has run. */
export function generatorOf(machine: Machine, body: readonly Statement[], { frame, at }: { frame: Frame; at: Location }): IteratorValue {
  const own: Standing = { conditions: [], assumptions: [], catchers: [], tries: 0 };
  const made = madeInTurn(machine, at, () => standing({ machine, frame, body, own }, at));
  if (made.course) made.course.catches = (raised) => own.catchers.some((catcher) => catcher.handlerOf(raised));
  return made;
}

/** What stands around the `yield` at which a body stands still. */
interface Standing {
  conditions: readonly Unknown[];
  assumptions: readonly string[];
  catchers: readonly Catcher[];
  tries: number;
}

/** Carries what stands around the body from one item to the next, apart from what stands around whoever asks for them. */
function* standing(generating: Generating & { readonly body: readonly Statement[]; readonly own: Standing }, at: Location): Making {
  const { machine, frame, own } = generating;
  const run = block(generating, generating.body);
  const resume = (step: () => IteratorResult<Value, Completion | undefined>): IteratorResult<Value, Completion | undefined> => {
    const depth = { conditions: machine.conditions.length, assumptions: machine.assumptions.length, callers: machine.callers.length };
    const { tryDepth } = machine;
    const outside = machine.catchers.length;
    machine.conditions.push(...own.conditions);
    machine.assumptions.push(...own.assumptions);
    machine.callers.push(at);
    for (const catcher of own.catchers) catcher.depth = { callers: machine.callers.length, tries: catcher.depth.tries };
    machine.catchers.push(...own.catchers);
    machine.tryDepth += own.tries;
    try {
      const result = machine.inFrame(frame, step);
      own.conditions = machine.conditions.slice(depth.conditions);
      own.assumptions = machine.assumptions.slice(depth.assumptions);
      own.catchers = machine.catchers.slice(outside);
      own.tries = machine.tryDepth - tryDepth;
      return result;
    } finally {
      machine.tryDepth = tryDepth;
      machine.catchers.length = outside;
      machine.callers.length = depth.callers;
      machine.assumptions.length = depth.assumptions;
      machine.restoreConditions(depth.conditions);
    }
  };
  let step = (): IteratorResult<Value, Completion | undefined> => run.next();
  for (;;) {
    const current = step;
    const result = machine.callers.length > 0 ? resume(current) : machine.withinShare(() => resume(current));
    if (!result) return { gap: machine.unknown("limit", "this generator does not end within the budget", at) };
    if (result.done) {
      const returned = result.value?.kind === "return" ? result.value.value : NONE;
      return frame.yieldGap ? { gap: frame.yieldGap, returned } : { returned };
    }
    try {
      const sent = yield result.value;
      step = () => run.next(sent);
    } catch (thrown) {
      step = () => run.throw(thrown);
    }
  }
}

function* block(generating: Generating, body: readonly Statement[]): Run {
  for (const node of body) {
    const completion = containsYield(node) ? yield* statement(generating, node) : generating.machine.execute([node], generating.frame);
    if (completion) return completion;
  }
  return undefined;
}

function* statement(generating: Generating, node: Statement): Run {
  const { machine, frame } = generating;
  machine.step();
  switch (node.kind) {
    case "expression-statement":
      if (node.value.kind !== "yield") break;
      yield* yielded(generating, node.value);
      return undefined;
    case "assign": {
      if (node.value.kind !== "yield") break;
      const value = yield* yielded(generating, node.value);
      for (const target of node.targets) assignTo(machine, target, value, frame);
      return undefined;
    }
    case "return":
      if (node.value?.kind !== "yield") break;
      return { kind: "return", value: yield* yielded(generating, node.value) };
    case "if":
      return yield* conditional(generating, node);
    case "for":
      return yield* loop(generating, node);
    case "while":
      if (holdsYield(node.test)) break;
      return yield* repeated(generating, node);
    case "try":
      if (node.isGroup) break;
      return yield* attempted(generating, node);
    case "with":
      return yield* around(generating, node, 0);
    default:
      break;
  }
  return yield* atOnce(generating, () => machine.execute([node], frame));
}

/** Runs through, and gives what was yielded on the way. */
function* atOnce({ frame }: Generating, work: () => Completion | undefined): Run {
  const completion = work();
  for (const item of frame.yields.splice(0)) yield item;
  return completion;
}

function holdsYield(expression: unknown): boolean {
  return containsYield({ kind: "expression-statement", value: expression } as Statement);
}

function* yielded({ machine, frame }: Generating, node: Yield): Generator<Value, Value, Value | undefined> {
  const value = node.value ? machine.evaluate(node.value, frame) : NONE;
  if (!node.from) return (yield asYielded(machine, value)) ?? NONE;
  const turns = turnsOf(machine, value, placeOf(frame, node));
  const course = value.kind === "iterator" ? value.course : undefined;
  for (let item = turns.next(); item; ) {
    const sent: Value | undefined = yield asYielded(machine, item);
    if (sent && sent.kind !== "none" && course && value.kind === "iterator") {
      item = course.send(sent);
      if (item) value.position += 1;
    } else item = turns.next();
  }
  if (turns.gap) frame.yieldGap ??= turns.gap;
  return value.kind === "iterator" ? (value.returned ?? NONE) : NONE;
}

function* conditional(generating: Generating, node: If): Run {
  const { machine, frame } = generating;
  const test = machine.evaluate(node.test, frame);
  const verdict = machine.truth(test);
  if (verdict === "unknown") {
    const condition = conditionOf(machine, test, frame, node.test);
    return yield* atOnce(generating, () => executeBoth(machine, { condition, sides: [node.body, node.orElse], test: node.test }, frame));
  }
  const assumptions = assumptionsOf(test) ?? [];
  machine.assumptions.push(...assumptions);
  try {
    return yield* block(generating, verdict === "yes" ? node.body : node.orElse);
  } finally {
    machine.assumptions.length = Math.max(0, machine.assumptions.length - assumptions.length);
  }
}

function* loop(generating: Generating, node: For): Run {
  const { machine, frame } = generating;
  const turns = turnsOf(machine, machine.evaluate(node.iterable, frame), placeOf(frame, node.iterable));
  for (let item = turns.next(); item; item = turns.next()) {
    const present = item;
    const isSure = present.kind !== "one-of" || !present.maybeAbsent;
    if (isSure) assignTo(machine, node.target, present, frame);
    const completion: Completion | undefined = isSure
      ? yield* block(generating, node.body)
      : yield* atOnce(generating, () => runOnce(machine, node, { item: present, frame }));
    if (completion?.kind === "break") return undefined;
    if (completion?.kind === "return") return completion;
  }
  const { gap } = turns;
  if (gap) {
    // How often it goes round is not known, and so is not what it yields.
    frame.yieldGap ??= gap;
    const completion = yield* atOnce(generating, () => {
      runUnknown(machine, node, { gap, frame });
      return undefined;
    });
    if (completion) return completion;
  }
  return yield* block(generating, node.orElse);
}

function* repeated(generating: Generating, node: While): Run {
  const { machine, frame } = generating;
  for (;;) {
    const test = machine.evaluate(node.test, frame);
    const verdict = machine.truth(test);
    if (verdict === "no") return yield* block(generating, node.orElse);
    if (verdict === "unknown") return yield* atOnce(generating, () => machine.execute([node], frame));
    const completion = yield* block(generating, node.body);
    if (completion?.kind === "break") return undefined;
    if (completion?.kind === "return") return completion;
  }
}

function* attempted(generating: Generating, node: Try): Run {
  let completion: Completion | undefined;
  try {
    completion = yield* guarded(generating, node);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    const last = yield* block(generating, node.finally);
    if (last) return last;
    throw thrown;
  }
  return (yield* block(generating, node.finally)) ?? completion;
}

/** The statement but for its `finally`, joined with what its handlers leave for exceptions that may be raised in it. */
function* guarded(generating: Generating, node: Try): Run {
  const { machine, frame } = generating;
  const catcher = catcherOf(machine, node, frame);
  const ends: End[] = [];
  try {
    const completion = yield* body(generating, node, catcher);
    for (const item of frame.yields.splice(0)) yield item;
    ends.push({ names: new Map(frame.scope.names), completion });
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise) || !catcher.doubt) throw thrown;
  } finally {
    endCatching(machine, catcher);
    endDoubt(machine, catcher);
  }
  if (!catcher.doubt) return ends[0]?.completion;
  return joinEnds(machine, { ends: [...ends, ...catcher.ends], condition: catcher.doubt }, frame);
}

function endCatching(machine: Machine, catcher: Catcher): void {
  const index = machine.catchers.indexOf(catcher);
  if (index >= 0) machine.catchers.length = index;
}

function* body(generating: Generating, node: Try, catcher: Catcher): Run {
  const { machine, frame } = generating;
  const catching = node.handlers.length > 0 ? 1 : 0;
  let completion: Completion | undefined;
  machine.tryDepth += catching;
  machine.catchers.push(catcher);
  try {
    completion = yield* block(generating, node.body);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    endCatching(machine, catcher);
    machine.tryDepth -= catching;
    const handler = handlerOf(machine, node, thrown, frame);
    if (!handler) throw thrown;
    const leave = whileHandling(handler, thrown, frame);
    try {
      return yield* block(generating, handler.body);
    } finally {
      leave();
    }
  }
  endCatching(machine, catcher);
  machine.tryDepth -= catching;
  return completion ?? (yield* block(generating, node.orElse));
}

function* around(generating: Generating, node: With, index: number): Run {
  const { machine, frame } = generating;
  const item = node.items[index];
  if (!item) return yield* block(generating, node.body);
  const manager = managed(machine, machine.evaluate(item.value, frame), placeOf(frame, item.value));
  if (item.target) assignTo(machine, item.target, manager.entered, frame);
  let completion: Completion | undefined;
  try {
    completion = yield* around(generating, node, index + 1);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise) || !manager.swallows(thrown)) throw thrown;
    return undefined;
  }
  manager.leave();
  return completion;
}
