/** Reading the arguments of a modelled call by position or name. */
import type { CallArguments, CallContext } from "../library.ts";
import { NONE } from "../make-value.ts";
import type { Value } from "../value.ts";

/** The argument at `index`, or under `name`; `undefined` when it was not given. */
export function argumentOf(args: CallArguments, index: number, name?: string): Value | undefined {
  return args.positional[index]?.value ?? (name === undefined ? undefined : args.keywords.get(name)?.value);
}

/** The text of a string argument; `undefined` when it was not given or is no known string. */
export function textOf(args: CallArguments, index: number, name?: string): string | undefined {
  const value = argumentOf(args, index, name);
  return value?.kind === "str" ? value.value : undefined;
}

/** The same arguments, with those given by name moved to their places as far as every place before them is taken. */
export function inPlaces(args: CallArguments, names: readonly string[]): CallArguments {
  const positional = [...args.positional];
  const keywords = new Map(args.keywords);
  for (const name of names.slice(positional.length)) {
    const given = keywords.get(name);
    if (!given) break;
    positional.push(given);
    keywords.delete(name);
  }
  return { ...args, positional, keywords };
}

/** The number of an int argument; `undefined` when it was not given or is no known number. */
export function numberOf(args: CallArguments, index: number, name?: string): number | undefined {
  const value = argumentOf(args, index, name);
  return value?.kind === "int" || value?.kind === "bool" || value?.kind === "float" ? Number(value.value) : undefined;
}

/** The first positional argument: what a method is called on. */
export function selfOf({ args }: CallContext): Value {
  return args.positional[0]?.value ?? NONE;
}

/** The first argument that is unknown, when there is one: what the call is worth then. */
export function unknownIn(args: CallArguments): Value | undefined {
  for (const { value } of [...args.positional, ...args.keywords.values()]) if (value.kind === "unknown") return value;
  return undefined;
}

/** Calls a function value with positional values. */
export function invoke(context: CallContext, callee: Value, ...values: readonly Value[]): Value {
  const { at } = context;
  return context.interpreter.call(callee, { positional: values.map((value) => ({ value, at })), keywords: new Map(), complete: true }, at);
}
