/** Arguments to parameters, by Python's rules; a mismatch raises TypeError, an unknown spread leaves unknowns. */
import type { Parameter } from "../../syntax/expression.ts";
import type { CallContext } from "../library.ts";
import type { Machine } from "../machine.ts";
import { strDict, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { FunctionValue, Scope, Unknown, Value } from "../value.ts";

interface Target {
  readonly context: CallContext;
  readonly scope: Scope;
}

/** Binds into `scope`. Returns the unknown that the call is worth when it cannot be bound at all. */
export function bindParameters(machine: Machine, fn: FunctionValue, { context, scope }: Target): Unknown | undefined {
  const { args, at } = context;
  const positional = args.positional.map((argument) => argument.value);
  const keywords = new Map([...args.keywords].map(([name, argument]) => [name, argument.value] as const));
  for (const parameter of fn.definition.parameters) {
    const value = takeArgument(machine, fn, { parameter, positional, keywords, context });
    if (value) scope.names.set(parameter.name, value);
    else raise("TypeError", `${fn.name}() missing a required argument: '${parameter.name}'`, at);
  }
  if (positional.length > 0 && args.complete) raise("TypeError", `${fn.name}() takes fewer positional arguments`, at);
  const [extra] = keywords.keys();
  if (extra !== undefined) raise("TypeError", `${fn.name}() got an unexpected keyword argument '${extra}'`, at);
  return undefined;
}

interface Taking {
  readonly parameter: Parameter;
  /** What is left; taken from. */
  readonly positional: Value[];
  readonly keywords: Map<string, Value>;
  readonly context: CallContext;
}

function takeArgument(machine: Machine, fn: FunctionValue, { parameter, positional, keywords, context }: Taking): Value | undefined {
  const { name, kind } = parameter;
  const { complete } = context.args;
  if (kind === "variadic")
    return tuple(
      positional.splice(0),
      complete ? undefined : machine.unknown("unsupported", "unknown arguments were spread here", context.at),
    );
  if (kind === "keyword-variadic") {
    const rest = strDict(keywords);
    keywords.clear();
    if (complete) return rest;
    return { ...rest, complete: false, gap: machine.unknown("unsupported", "unknown arguments were spread here", context.at) };
  }
  if (kind !== "keyword-only" && positional.length > 0) return positional.shift();
  const keyword = kind === "positional-only" ? undefined : keywords.get(name);
  if (keyword) {
    keywords.delete(name);
    return keyword;
  }
  if (!complete) return machine.unknown("unsupported", `\`${name}\` may be among the unknown arguments`, context.at);
  return fn.defaults.get(name);
}
