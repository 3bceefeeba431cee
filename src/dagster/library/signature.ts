/**
 * Arguments by parameter name, by Dagster's own signatures: positional and keyword spellings become one.
 * What may have been passed through `*args` or `**kwargs` of unknown content is unknown, not the default.
 */
import type { ArgumentValue, CallArguments, CallContext } from "../../python/library.ts";
import { bool, dict, float, int, list, NONE, str } from "../../python/make-value.ts";
import type { Unknown, Value } from "../../python/value.ts";
import { enumMember } from "./enumerations.ts";
import { SIGNATURES } from "./signatures.generated.ts";

export interface Bound {
  readonly context: CallContext;
  /** What was given, else Dagster's default; `undefined` where the default is a marker for "not given". */
  optional(name: string): Value | undefined;
  /** The same with None for a marker. */
  value(name: string): Value;
  given(name: string): ArgumentValue | undefined;
  /** What was given, by parameter; keywords that are no parameters as well. */
  readonly arguments: ReadonlyMap<string, ArgumentValue>;
  /** The arguments that `*args` takes. */
  readonly rest: readonly ArgumentValue[];
  /** Why more may have been given than is known. */
  readonly gap: Unknown | undefined;
}

interface Signature {
  readonly names: readonly string[];
  readonly positional: number;
  /** `*keys`: what takes the other arguments without a name. */
  readonly variadic: string | undefined;
  /** What makes the default of a parameter: a new one each time where it can be changed. None for a marker. */
  readonly defaults: ReadonlyMap<string, () => Value>;
}

const parsed = new Map<string, Signature>();

/** Binds the call's arguments to the parameters of `name` (`dagster.asset`, `dagster.AssetSelection.groups`). */
export function bind(name: string, context: CallContext): Bound {
  const signature = signatureOf(name);
  const { positional, keywords } = context.args;
  const count = Math.min(positional.length, signature.positional);
  const given = count > 0 ? withPositional(signature, context.args) : keywords;
  const gap = gapOfArguments(context);
  const optional = (parameter: string): Value | undefined => {
    const argument = given.get(parameter);
    if (argument !== undefined) return argument.value;
    if (gap) return gap;
    return signature.defaults.get(parameter)?.();
  };
  return {
    context,
    optional,
    value: (parameter) => optional(parameter) ?? NONE,
    given: (parameter) => given.get(parameter),
    arguments: given,
    rest: signature.variadic ? positional.slice(count) : [],
    gap,
  };
}

function withPositional(signature: Signature, { positional, keywords }: CallArguments): ReadonlyMap<string, ArgumentValue> {
  const given = new Map<string, ArgumentValue>(keywords);
  for (let index = 0; index < Math.min(positional.length, signature.positional); index += 1) {
    const parameter = signature.names[index];
    const argument = positional[index];
    if (parameter !== undefined && argument !== undefined) given.set(parameter, argument);
  }
  return given;
}

function gapOfArguments(context: CallContext): Unknown | undefined {
  if (context.args.complete) return undefined;
  const cause = context.args.gap;
  return context.interpreter.unknown(
    cause?.reason ?? "runtime-input",
    "arguments are spread from a value that is not known",
    context.at,
    cause,
  );
}

/** Parameter names of a callable, without `*args` and `**kwargs`. */
export function parameterNames(name: string): readonly string[] {
  return signatureOf(name).names;
}

/** Those of them that arguments without a name are bound to, in order. */
export function positionalNames(name: string): readonly string[] {
  const { names, positional } = signatureOf(name);
  return names.slice(0, positional);
}

/** `*keys`: the parameter that takes the other arguments without a name. */
export function restName(name: string): string | undefined {
  return signatureOf(name).variadic;
}

function signatureOf(name: string): Signature {
  const cached = parsed.get(name);
  if (cached) return cached;
  const signature = parseSignature(SIGNATURES[name] ?? "**kwargs");
  parsed.set(name, signature);
  return signature;
}

function parseSignature(text: string): Signature {
  const names: string[] = [];
  const defaults = new Map<string, () => Value>();
  let positional = -1;
  let variadic: string | undefined;
  for (const part of text === "" ? [] : text.split(", ")) {
    if (part.startsWith("**")) continue;
    if (part.startsWith("*")) {
      variadic = part === "*" ? undefined : part;
      positional = names.length;
      continue;
    }
    const equals = part.indexOf("=");
    const name = equals < 0 ? part : part.slice(0, equals);
    names.push(name);
    const value = part.slice(equals + 1);
    if (equals >= 0 && value !== "...") defaults.set(name, defaultOf(value));
  }
  return { names, positional: positional < 0 ? names.length : positional, variadic, defaults };
}

function defaultOf(text: string): () => Value {
  if (text === "{}") return () => dict([]);
  if (text === "[]") return () => list([]);
  const constant = constantOf(text);
  return () => constant;
}

function constantOf(text: string): Value {
  if (text === "None") return NONE;
  if (text === "True" || text === "False") return bool(text === "True");
  if (text.startsWith("'") || text.startsWith('"')) return str(text.slice(1, -1).replaceAll("\\n", "\n"));
  if (/^-?\d+$/.test(text)) return int(Number(text));
  if (/^-?\d/.test(text)) return float(Number(text));
  return enumMember(`dagster.${text}`) ?? NONE;
}

/** Positional arguments for a call that a model makes. */
export function argumentsOf(...values: readonly ArgumentValue[]): CallArguments {
  return { positional: values, keywords: new Map(), complete: true };
}
