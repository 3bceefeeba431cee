/** `def`: a function value, then its decorators from the inside out. */
import type { Expression } from "../../syntax/expression.ts";
import type { FunctionDefinition } from "../../syntax/statement.ts";
import { evaluateDefaults } from "../evaluate/lambda.ts";
import { type Frame, placeOf } from "../frame.ts";
import { NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { bind } from "../scope.ts";
import type { FunctionValue, Scope, Value } from "../value.ts";

export function executeFunction(machine: Machine, node: FunctionDefinition, frame: Frame): void {
  const fn: FunctionValue = {
    kind: "function",
    name: node.name,
    qualifiedName: qualifiedName(frame, node.name),
    definition: node,
    file: frame.file,
    closure: frame.scope,
    defaults: evaluateDefaults(machine, node.parameters, frame),
    attributes: new Map(),
    ...(frame.scope.kind === "function" && frame.function?.owner && { owner: frame.function.owner }),
  };
  bind(frame.scope, node.name, decorate(machine, node.decorators, fn, frame));
}

/** `shop.assets:orders`, `shop.assets:make.<locals>.build`, `shop.assets:Factory.build`. */
export function qualifiedName(frame: Frame, name: string): string {
  const module = frame.scope.module.name;
  const outer = frame.function?.qualifiedName.slice(frame.function.qualifiedName.indexOf(":") + 1);
  const cls = classNameOf(frame.scope);
  return `${module}:${outer ? `${outer}.<locals>.` : ""}${cls ? `${cls}.` : ""}${name}`;
}

function classNameOf(scope: Scope): string | undefined {
  const name = scope.kind === "class" ? scope.names.get("__qualname__") : undefined;
  return name?.kind === "str" ? name.value : undefined;
}

export function decorate(machine: Machine, decorators: readonly Expression[], value: Value, frame: Frame): Value {
  let result = value;
  for (const decorator of [...decorators].reverse()) {
    const at = placeOf(frame, decorator);
    const callee = machine.evaluate(decorator, frame);
    const args = { positional: [{ value: result, at }], keywords: NO_KEYWORDS, complete: true };
    result = machine.inFrame(frame, () => machine.call(callee, args, at));
  }
  return result;
}
