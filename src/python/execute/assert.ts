/** `assert`: one that certainly fails stops the module. What it looks at is otherwise nobody's affair. */
import type { Assert } from "../../syntax/statement.ts";
import { fails } from "../failure.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { PythonRaise } from "../python-raise.ts";
import type { Value } from "../value.ts";

export function executeAssert(machine: Machine, node: Assert, frame: Frame): void {
  const test = evaluated(machine, node, frame);
  if (!test || machine.truth(test) !== "no") return;
  const message = node.message?.kind === "string" ? node.message.value : "";
  fails(machine, { exception: "AssertionError", message, at: placeOf(frame, node), values: [test] });
}

/** What its evaluation raises is left to the code that follows, which as a rule meets the same. */
function evaluated(machine: Machine, node: Assert, frame: Frame): Value | undefined {
  try {
    return machine.evaluate(node.test, frame);
  } catch (thrown) {
    if (thrown instanceof PythonRaise) return undefined;
    throw thrown;
  }
}
