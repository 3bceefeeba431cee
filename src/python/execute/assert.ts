/** `assert`: a test that fails raises; one that nobody can decide may, and leaves only what passes it. */
import type { Assert } from "../../syntax/statement.ts";
import { conditionOf } from "../evaluate/operators/condition.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { symbol } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import { narrow } from "./narrow.ts";
import { mayRaise } from "./possible-raise.ts";

export function executeAssert(machine: Machine, node: Assert, frame: Frame): void {
  const test = machine.evaluate(node.test, frame);
  const verdict = machine.truth(test);
  if (verdict === "yes") return;
  if (verdict === "no") throw failure(machine, node, frame);
  // Where nothing can catch it, what it would say is not asked for.
  if (machine.catchers.length > 0) mayRaise(machine, failure(machine, node, frame), conditionOf(machine, test, frame, node.test));
  narrow(machine, node.test, "yes", frame);
}

function failure(machine: Machine, node: Assert, frame: Frame): PythonRaise {
  const at = placeOf(frame, node);
  const positional = node.message ? [{ value: machine.evaluate(node.message, frame), at }] : [];
  const exception = machine.call(symbol("builtins.AssertionError"), { positional, keywords: new Map(), complete: true }, at);
  return new PythonRaise(exception, at, true);
}
