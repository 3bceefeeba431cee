/**
 * Generators: their bodies stand still at each `yield` until somebody asks for the next item. What stands around the body there (conditions, handlers of
 * exceptions) is taken up again with it, in the place of what stands around whoever asks.
 */
import type { Location } from "../../base/span.ts";
import type { Statement } from "../../syntax/statement.ts";
import { madeInTurn } from "../evaluate/turns.ts";
import type { Completion } from "../execute/completion.ts";
import type { Catcher } from "../execute/possible-raise.ts";
import type { Frame } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import type { IteratorValue, Unknown, Value } from "../value.ts";
import type { Making } from "../values/lazy-iterator.ts";
import { type Generating, runBlock } from "./generator-statements.ts";

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

type Step = () => IteratorResult<Value, Completion | undefined>;

/** Carries what stands around the body from one item to the next, apart from what stands around whoever asks for them. */
function* standing(generating: Generating & { readonly body: readonly Statement[]; readonly own: Standing }, at: Location): Making {
  const { machine, frame, own } = generating;
  const run = runBlock(generating, generating.body);
  let step: Step = () => run.next();
  for (;;) {
    const current = step;
    const resume = () => withStanding(machine, own, { at, work: () => machine.inFrame(frame, current) });
    const result = machine.callers.length > 0 ? resume() : machine.withinShare(resume);
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

/** Takes up what stands around the body, and keeps what stands around it when it stands still again. */
function withStanding(machine: Machine, own: Standing, { at, work }: { readonly at: Location; readonly work: Step }): ReturnType<Step> {
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
    const result = work();
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
}
