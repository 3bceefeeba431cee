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
  refuseTwice(fn, context);
  const missing: Parameter[] = [];
  for (const parameter of fn.definition.parameters) {
    const value = takeArgument(machine, fn, { parameter, positional, keywords, context });
    if (value) scope.names.set(parameter.name, value);
    else missing.push(parameter);
  }
  const name = qualifiedNameOf(fn);
  const [extra] = keywords.keys();
  if (extra !== undefined) raise("TypeError", `${name}() got an unexpected keyword argument '${extra}'`, at);
  if (positional.length > 0 && args.complete) raise("TypeError", `${name}() takes ${accepted(fn)} but ${given(fn, args)} given`, at);
  if (missing.length > 0) raise("TypeError", `${name}() missing ${lacking(missing)}`, at);
  return undefined;
}

/** Of a parameter that a position and a name are given for. */
function refuseTwice(fn: FunctionValue, { args, at }: CallContext): void {
  if (args.keywords.size === 0 || !args.complete) return;
  for (const [index, { name, kind }] of fn.definition.parameters.entries()) {
    if (index >= args.positional.length || kind === "variadic" || kind === "keyword-only" || kind === "keyword-variadic") return;
    if (kind !== "positional-only" && args.keywords.has(name))
      raise("TypeError", `${qualifiedNameOf(fn)}() got multiple values for argument '${name}'`, at);
  }
}

function qualifiedNameOf({ qualifiedName }: FunctionValue): string {
  return qualifiedName.slice(qualifiedName.indexOf(":") + 1);
}

/** `3 were`; with arguments that have no place, told apart. */
function given(fn: FunctionValue, { positional, keywords }: CallContext["args"]): string {
  const count = positional.length;
  const named = fn.definition.parameters.filter(({ name, kind }) => kind === "keyword-only" && keywords.has(name)).length;
  if (named === 0) return `${count} ${count === 1 ? "was" : "were"}`;
  return `${count} positional argument${count === 1 ? "" : "s"} (and ${named} keyword-only argument${named === 1 ? "" : "s"}) were`;
}

/** `from 1 to 2 positional arguments`. */
function accepted(fn: FunctionValue): string {
  const placed = fn.definition.parameters.filter(({ kind }) => kind !== "keyword-only" && kind !== "keyword-variadic");
  const least = placed.filter(({ name }) => !fn.defaults.has(name)).length;
  const count = least === placed.length ? `${least}` : `from ${least} to ${placed.length}`;
  return `${count} positional argument${placed.length === 1 ? "" : "s"}`;
}

/** `2 required positional arguments: 'a' and 'b'`; those without a place are told where no other is missing. */
function lacking(missing: readonly Parameter[]): string {
  const placed = missing.filter(({ kind }) => kind !== "keyword-only");
  const told = placed.length > 0 ? placed : missing;
  const names = told.map(({ name }) => `'${name}'`);
  const last = names.at(-1) ?? "";
  const listed = names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")}, and ${last}`;
  return `${told.length} required ${placed.length > 0 ? "positional" : "keyword-only"} argument${told.length === 1 ? "" : "s"}: ${listed}`;
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
