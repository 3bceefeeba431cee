/**
 * Statements of a generator that hold a `yield`, run so that they can stand still there; all others are run as everywhere. What holds a `yield` in a way
 * that is rare (a `match`, a condition that nobody can decide, the middle of an expression) is run through at once, and gives what it yields afterwards.
 */
import type { Yield } from "../../syntax/expression.ts";
import type { For, If, Statement, Try, While, With } from "../../syntax/statement.ts";
import { assumptionsOf } from "../evaluate/assumption.ts";
import { conditionOf } from "../evaluate/operators/condition.ts";
import { turnsOf } from "../evaluate/turns.ts";
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
import type { Value } from "../value.ts";
import { containsYield } from "./contains-yield.ts";

/** Gives each item that is yielded, and gets what is sent for it. */
export type Run = Generator<Value, Completion | undefined, Value | undefined>;

export interface Generating {
  readonly machine: Machine;
  readonly frame: Frame;
}

/** Runs statements one after another, standing still at each `yield` that can be stood still at. */
export function* runBlock(generating: Generating, body: readonly Statement[]): Run {
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
      if (containsYield(node.test)) break;
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
    return yield* runBlock(generating, verdict === "yes" ? node.body : node.orElse);
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
      ? yield* runBlock(generating, node.body)
      : yield* atOnce(generating, () => runOnce(machine, node, { item: present, frame }));
    if (completion?.kind === "break") return undefined;
    if (completion?.kind === "return") return completion;
  }
  const { gap } = turns;
  if (gap) {
    // How often it goes round is not known, and so is not what it yields.
    frame.yieldGap ??= gap;
    yield* atOnce(generating, () => {
      runUnknown(machine, node, { gap, frame });
      return undefined;
    });
  }
  return yield* runBlock(generating, node.orElse);
}

function* repeated(generating: Generating, node: While): Run {
  const { machine, frame } = generating;
  for (;;) {
    const test = machine.evaluate(node.test, frame);
    const verdict = machine.truth(test);
    if (verdict === "no") return yield* runBlock(generating, node.orElse);
    if (verdict === "unknown") return yield* atOnce(generating, () => machine.execute([node], frame));
    const completion = yield* runBlock(generating, node.body);
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
    const last = yield* runBlock(generating, node.finally);
    if (last) return last;
    throw thrown;
  }
  return (yield* runBlock(generating, node.finally)) ?? completion;
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
    completion = yield* runBlock(generating, node.body);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    endCatching(machine, catcher);
    machine.tryDepth -= catching;
    const handler = handlerOf(machine, node, thrown, frame);
    if (!handler) throw thrown;
    const leave = whileHandling(handler, thrown, frame);
    try {
      return yield* runBlock(generating, handler.body);
    } finally {
      leave();
    }
  }
  endCatching(machine, catcher);
  machine.tryDepth -= catching;
  return completion ?? (yield* runBlock(generating, node.orElse));
}

function* around(generating: Generating, node: With, index: number): Run {
  const { machine, frame } = generating;
  const item = node.items[index];
  if (!item) return yield* runBlock(generating, node.body);
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
