/** Expressions to values: one switch, each family in its own file. */
import { exhaustive } from "../../base/exhaustive.ts";
import type { Attribute, Expression } from "../../syntax/expression.ts";
import { refuseMissing } from "../attribute/known-members.ts";
import { awaited } from "../call/coroutine.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { ELLIPSIS, NONE } from "../make-value.ts";
import { bindWalrus } from "../scope.ts";
import type { Value } from "../value.ts";
import { evaluateCall } from "./call.ts";
import { evaluateComprehension } from "./comprehension.ts";
import { evaluateDict, evaluateSequence } from "./display.ts";
import { evaluateLambda } from "./lambda.ts";
import { evaluateName } from "./name.ts";
import { evaluateNumber } from "./number.ts";
import { evaluateBinary, evaluateUnary } from "./operators/arithmetic.ts";
import { evaluateComparison } from "./operators/comparison.ts";
import { evaluateBooleanOperation, evaluateConditional } from "./operators/condition.ts";
import { evaluateSlice } from "./subscript.ts";
import { evaluateFormattedString } from "./text/formatted-string.ts";
import { evaluateYield } from "./yield.ts";

export function evaluateExpression(machine: Machine, node: Expression, frame: Frame): Value {
  machine.step();
  switch (node.kind) {
    case "name":
      return evaluateName(machine, node, frame);
    case "string":
      return { kind: "str", value: node.value, origin: placeOf(frame, node) };
    case "attribute":
      return evaluateAttribute(machine, node, frame);
    case "call":
      return evaluateCall(machine, node, frame);
    case "none":
      return NONE;
    case "true":
      return { kind: "bool", value: true, origin: placeOf(frame, node) };
    case "false":
      return { kind: "bool", value: false, origin: placeOf(frame, node) };
    case "ellipsis":
      return ELLIPSIS;
    case "number":
      return evaluateNumber(machine, node, frame);
    case "bytes":
      return { kind: "bytes", value: node.value, origin: placeOf(frame, node) };
    case "formatted-string":
      return evaluateFormattedString(machine, node, frame);
    case "list":
    case "tuple":
    case "set":
      return evaluateSequence(machine, node, frame);
    case "dict":
      return evaluateDict(machine, node, frame);
    case "subscript":
      return machine.subscript(machine.evaluate(node.object, frame), machine.evaluate(node.index, frame), placeOf(frame, node));
    case "slice":
      return evaluateSlice(machine, node, frame);
    case "unary":
      return evaluateUnary(machine, node, frame);
    case "binary":
      return evaluateBinary(machine, node, frame);
    case "boolean-operation":
      return evaluateBooleanOperation(machine, node, frame);
    case "comparison":
      return evaluateComparison(machine, node, frame);
    case "conditional":
      return evaluateConditional(machine, node, frame);
    case "lambda":
      return evaluateLambda(machine, node, frame);
    case "comprehension":
      return evaluateComprehension(machine, node, frame);
    case "named-expression": {
      const value = machine.evaluate(node.value, frame);
      bindWalrus(frame.scope, node.name, value);
      return value;
    }
    case "yield":
      return evaluateYield(machine, node, frame);
    case "await":
      return (
        awaited(machine.evaluate(node.value, frame)) ??
        machine.unknown("unsupported", "what is waited for here is not known", placeOf(frame, node))
      );
    case "starred":
      return machine.evaluate(node.value, frame);
    case "invalid-expression":
      return machine.unknown("unsupported", "this is not valid Python", placeOf(frame, node));
    default:
      return exhaustive(node);
  }
}

function evaluateAttribute(machine: Machine, node: Attribute, frame: Frame): Value {
  const object = machine.evaluate(node.object, frame);
  const at = placeOf(frame, node);
  const found = machine.attribute(object, node.name, at);
  refuseMissing(machine, object, { name: node.name, at, found });
  return found;
}
