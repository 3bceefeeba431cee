/** `a if c else b`, `and`, `or`: what is not decided is joined. */
import type { BooleanOperation, Conditional } from "../../../syntax/expression.ts";
import { type Frame, placeOf } from "../../frame.ts";
import type { Machine } from "../../machine.ts";
import { NONE } from "../../make-value.ts";
import type { Unknown, Value } from "../../value.ts";
import { join, oneOf } from "../../values/one-of.ts";
import { assumptionsOf } from "../assumption.ts";

export function evaluateConditional(machine: Machine, node: Conditional, frame: Frame): Value {
  const test = machine.evaluate(node.test, frame);
  switch (machine.truth(test)) {
    case "yes":
      return assumed(
        machine.assuming(assumptionsOf(test), () => machine.evaluate(node.body, frame)),
        test,
      );
    case "no":
      return assumed(
        machine.assuming(assumptionsOf(test), () => machine.evaluate(node.orElse, frame)),
        test,
      );
    case "unknown": {
      const condition = conditionOf(machine, test, frame, node.test);
      const body = machine.under(condition, () => machine.evaluate(node.body, frame));
      const orElse = machine.under(condition, () => machine.evaluate(node.orElse, frame));
      return join(body, orElse, condition) ?? NONE;
    }
  }
}

/** `left or right` is `left` when it is true, and `right` otherwise. */
export function evaluateBooleanOperation(machine: Machine, node: BooleanOperation, frame: Frame): Value {
  const left = machine.evaluate(node.left, frame);
  const verdict = machine.truth(left);
  if (verdict !== "unknown") {
    if ((verdict === "yes") === (node.operator === "or")) return left;
    return assumed(machine.evaluate(node.right, frame), left);
  }
  const condition = conditionOf(machine, left, frame, node.left);
  const right = machine.under(condition, () => machine.evaluate(node.right, frame));
  return join(remaining(machine, left, node.operator), right, condition) ?? condition;
}

/** The values of the left side that can be the result: of `left or right` those that are not known to be false. */
function remaining(machine: Machine, left: Value, operator: BooleanOperation["operator"]): Value {
  if (left.kind !== "one-of") return left;
  const other = operator === "or" ? "no" : "yes";
  const options = left.options.filter((option) => machine.truth(option) !== other);
  return options.length === 0 ? left : oneOf(options, left.maybeAbsent, left.condition);
}

/** A scalar chosen because of an assumption rests on it. */
function assumed(value: Value, test: Value): Value {
  const assumes = assumptionsOf(test);
  if (!assumes) return value;
  switch (value.kind) {
    case "none":
    case "bool":
    case "int":
    case "float":
    case "str":
    case "bytes":
      return { ...value, assumes: assumptionsOf(value, test) ?? assumes };
    default:
      return value;
  }
}

/** The unknown that an undecided test stands for. */
export function conditionOf(machine: Machine, test: Value, frame: Frame, node: { readonly start: number; readonly end: number }): Unknown {
  const at = placeOf(frame, node);
  const text = frame.file.text.slice(node.start, node.end).replace(/\s+/g, " ");
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  const cause = test.kind === "unknown" ? test : test.kind === "one-of" ? test.condition : undefined;
  return machine.unknown(cause?.reason ?? "unsupported", `it depends on \`${shown}\``, at, cause);
}
