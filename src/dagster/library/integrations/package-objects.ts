/** What models of integration packages share: objects of their classes, texts and entries of what they are given. */
import type { CallArguments, CallContext, MethodModel, SymbolModel } from "../../../python/library.ts";
import { entryOf, NONE } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { construct } from "../construct.ts";
import type { Models } from "../models.ts";

/** A class of which only its keywords matter. */
export function keywordObject(type: string): SymbolModel {
  return (context) => construct(type, Object.fromEntries([...context.args.keywords].map(([name, { value }]) => [name, value])), context);
}

/** Resource classes: objects of their keywords that count as resources. */
export function resourceClasses(names: readonly string[], base = "dagster.ConfigurableResource"): Models {
  return {
    symbols: Object.fromEntries(names.map((name) => [name, keywordObject(name)])),
    types: Object.fromEntries(names.map((name) => [name, { bases: [base] }])),
  };
}

/** An argument by its place among the positional ones, or by name. */
export function argument({ args }: CallContext, name: string, index = -1): Value {
  return args.keywords.get(name)?.value ?? args.positional[index]?.value ?? NONE;
}

/** `mapping.get(key)` of a dict that may be None or unknown. */
export function getEntry(mapping: Value, key: string): Value {
  if (mapping.kind === "unknown") return mapping;
  return mapping.kind === "dict" ? (entryOf(mapping, key) ?? mapping.gap ?? NONE) : NONE;
}

/** Calls a method of an object with one argument. */
export function callMethod(self: Value, name: string, given: Value, { interpreter, at }: CallContext): Value {
  return interpreter.call(interpreter.attribute(self, name, at), positional(given, at), at);
}

export function positional(value: Value, at: CallContext["at"]): CallArguments {
  return { positional: [{ value, at }], keywords: new Map(), complete: true };
}

export function keywords(values: Readonly<Record<string, Value>>, at: CallContext["at"]): CallArguments {
  return { positional: [], keywords: new Map(Object.entries(values).map(([name, value]) => [name, { value, at }])), complete: true };
}

/** A function that a package decorates for itself: runs call it, with what its resources hold. */
export function packageFunction(name: string): Value {
  const called: SymbolModel = ({ interpreter, at }) => interpreter.unknown("runtime-input", `\`${name}\` is for runs`, at);
  return { kind: "native", name, call: called, takesNothing: true };
}

/**
 * `translator._resolve_back_compat_method(name, default_fn, *given)`: the method where a subclass has its own, else the function. Dagster's own
 * `get_asset_spec` goes through it, and overrides are copied from there.
 */
export const ownMethodOrDefault: MethodModel = (self, context) => {
  const { args, interpreter, at } = context;
  const name = argument(context, "method_name", 0);
  if (name.kind !== "str")
    return name.kind === "unknown" ? name : interpreter.unknown("unsupported", "which method this is, is not known", at);
  const method = interpreter.attribute(self, name.value, at);
  const isOwn = method.kind === "bound-method" && method.function.kind === "function";
  const named = [...args.keywords].filter(([keyword]) => keyword !== "method_name" && keyword !== "default_fn").map(([, value]) => value);
  const given = { positional: [...args.positional.slice(2), ...named], keywords: new Map(), complete: args.complete };
  return interpreter.call(isOwn ? method : argument(context, "default_fn", 1), given, at);
};

/** Where the literal behind a value stands. */
export function originOf(value: Value, fallback: CallContext["at"]): CallContext["at"] {
  return "origin" in value && value.origin ? value.origin : fallback;
}
