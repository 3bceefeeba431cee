/** `lambda` makes a function whose body is one expression. */
import type { Lambda, Parameter } from "../../syntax/expression.ts";
import type { Frame } from "../frame.ts";
import type { Machine } from "../machine.ts";
import type { FunctionValue, Value } from "../value.ts";

export function evaluateLambda(machine: Machine, node: Lambda, frame: Frame): FunctionValue {
  return {
    kind: "function",
    name: "<lambda>",
    qualifiedName: `${frame.scope.module.name}:<lambda>`,
    definition: node,
    file: frame.file,
    closure: frame.scope,
    defaults: evaluateDefaults(machine, node.parameters, frame),
    attributes: new Map(),
  };
}

const NO_DEFAULTS: ReadonlyMap<string, Value> = new Map();

/** Defaults are evaluated once, where the function is defined. */
export function evaluateDefaults(machine: Machine, parameters: readonly Parameter[], frame: Frame): ReadonlyMap<string, Value> {
  if (!parameters.some((parameter) => parameter.default)) return NO_DEFAULTS;
  const defaults = new Map<string, Value>();
  for (const parameter of parameters) if (parameter.default) defaults.set(parameter.name, machine.evaluate(parameter.default, frame));
  return defaults;
}
