/** Annotations: evaluated in the scope they stand in, strings parsed first. Nothing they do can stop the load. */
import type { Expression } from "../../syntax/expression.ts";
import { newFrame } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { PythonRaise } from "../python-raise.ts";
import type { Scope, Value } from "../value.ts";

export function evaluateAnnotation(machine: Machine, expression: Expression, scope: Scope): Value {
  const file = scope.module.file;
  const at = { path: file?.path ?? "", start: expression.start, end: expression.end };
  if (!file) return machine.unknown("unsupported", "the annotation has no file", at);
  const parsed = expression.kind === "string" ? machine.options.reader.expression(expression.value) : expression;
  if (!parsed) return machine.unknown("unsupported", "the annotation is not an expression", at);
  machine.annotationDepth += 1;
  try {
    return machine.evaluate(parsed, newFrame(scope, file));
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    return machine.unknown("unresolved-import", "the annotation cannot be resolved", at);
  } finally {
    machine.annotationDepth -= 1;
  }
}
