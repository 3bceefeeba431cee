/**
 * What a test says of the name that it tests: `if table is None: raise …` leaves no `None` behind it. Only a test that does nothing but look is
 * tried again, with each of the name's values in turn.
 */
import type { Expression } from "../../syntax/expression.ts";
import { walk } from "../../syntax/walk.ts";
import type { Frame } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { PythonRaise } from "../python-raise.ts";
import type { OneOf, Value } from "../value.ts";
import { oneOf } from "../values/one-of.ts";

/** Leaves to the name in `test` the values with which the test can come out as `verdict`. */
export function narrow(machine: Machine, test: Expression, verdict: "yes" | "no", frame: Frame): void {
  const name = testedName(test, frame);
  const value = name === undefined ? undefined : frame.scope.names.get(name);
  if (name === undefined || value?.kind !== "one-of") return;
  const options = value.options.filter((option) => comesOut(machine, { test, name, option, value }, frame) !== opposite(verdict));
  frame.scope.names.set(name, options.length === 0 ? value : oneOf(options, value.maybeAbsent, value.condition));
}

function opposite(verdict: "yes" | "no"): "yes" | "no" {
  return verdict === "yes" ? "no" : "yes";
}

/** The one name of several values in a test without calls; `undefined` when there are none or more. */
function testedName(test: Expression, frame: Frame): string | undefined {
  const names = new Set<string>();
  let looksOnly = true;
  walk([test], (node) => {
    if (!LOOKING.has(node.kind)) looksOnly = false;
    else if (node.kind === "name" && frame.scope.names.get(node.id)?.kind === "one-of") names.add(node.id);
    return looksOnly;
  });
  const [only] = names;
  return looksOnly && names.size === 1 ? only : undefined;
}

const LOOKING: ReadonlySet<string> = new Set([
  "name",
  "unary",
  "comparison",
  "boolean-operation",
  "none",
  "true",
  "false",
  "string",
  "number",
  "list",
  "tuple",
  "set",
]);

interface Trial {
  readonly test: Expression;
  readonly name: string;
  readonly option: Value;
  readonly value: OneOf;
}

function comesOut(machine: Machine, { test, name, option, value }: Trial, frame: Frame): "yes" | "no" | "unknown" {
  frame.scope.names.set(name, option);
  try {
    return machine.truth(machine.evaluate(test, frame));
  } catch (thrown) {
    if (thrown instanceof PythonRaise) return "unknown";
    throw thrown;
  } finally {
    frame.scope.names.set(name, value);
  }
}
