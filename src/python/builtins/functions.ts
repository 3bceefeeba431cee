/** Builtin functions and constructors. */

import { CLASS_METHOD, ofMetaclass, PROPERTY, STATIC_METHOD } from "../attribute/class-attribute.ts";
import { withBases } from "../attribute/inheritance.ts";
import { assumptionsOf } from "../evaluate/assumption.ts";
import { binaryOperation } from "../evaluate/operators/arithmetic.ts";
import { makeRange } from "../evaluate/range.ts";
import { formatValue } from "../evaluate/text/format-spec.ts";
import { representationOf } from "../evaluate/text/stringify.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { bool, dict, int, list, NONE, set, setEntry, str, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { DictValue, Unknown, Value } from "../value.ts";
import { definesMethod } from "../values/derived.ts";
import { argumentOf, invoke, numberOf, unknownIn } from "./arguments.ts";
import { executeText } from "./execute-text.ts";
import { ITERATORS } from "./iterators.ts";
import { NAMESPACE, visible } from "./namespace.ts";
import { NUMBER_FUNCTIONS } from "./numbers/number-functions.ts";
import { orderIn, orderValues } from "./ordering.ts";

function first(context: CallContext): Value {
  return context.args.positional[0]?.value ?? NONE;
}

function gapOf(context: CallContext, message: string): Value {
  return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", message, context.at);
}

function itemsOf(context: CallContext, index = 0): { readonly items: readonly Value[]; readonly gap?: Unknown } {
  const value = context.args.positional[index]?.value;
  return value ? context.interpreter.iterate(value, context.at) : { items: [] };
}

function wrapper(type: string): SymbolModel {
  return (context) => ({ kind: "object", type, fields: new Map([["function", first(context)]]), at: context.at });
}

export const FUNCTIONS: Readonly<Record<string, SymbolModel>> = {
  exec: executeText,
  len: (context) => {
    const value = first(context);
    if (value.kind === "class" && ofMetaclass(value, "__len__"))
      return invoke(context, context.interpreter.attribute(value, "__len__", context.at));
    if (definesMethod(value, "__len__")) return invoke(context, context.interpreter.attribute(value, "__len__", context.at));
    if (value.kind === "str" || value.kind === "bytes") return int([...value.value].length);
    const own = value.kind === "object" ? context.interpreter.attribute(value, "__len__", context.at) : undefined;
    if (own?.kind === "native") return invoke(context, own);
    const sized = value.kind === "dict" ? value.entries.size : value.kind === "set" ? value.items.size : undefined;
    if (sized !== undefined && "complete" in value && value.complete) return int(sized);
    const { items, gap } = value.kind === "unknown" ? { items: [], gap: value } : context.interpreter.iterate(value, context.at);
    if (gap || items.some((item) => item.kind === "one-of" && item.maybeAbsent))
      return gap ?? gapOf(context, "how many items there are is not known");
    return int(items.length);
  },
  list: (context) => {
    const { items, gap } = itemsOf(context);
    return list(items, gap);
  },
  tuple: (context) => {
    const { items, gap } = itemsOf(context);
    return tuple(items, gap);
  },
  set: (context) => {
    const { items, gap } = itemsOf(context);
    return set(items, gap);
  },
  frozenset: (context) => {
    const { items, gap } = itemsOf(context);
    return set(items, gap, true);
  },
  dict: (context) => {
    const [source] = context.args.positional;
    const result = dict([]);
    const gap = source && fillFrom(result, source.value, context);
    if (gap) Object.assign(result, { complete: false, gap });
    for (const [name, argument] of context.args.keywords) setEntry(result, str(name), argument.value);
    if (!context.args.complete) result.complete = false;
    return result;
  },
  str: (context) => {
    if (context.args.positional.length === 0) return str("");
    const encoding = argumentOf(context.args, 1, "encoding");
    if (!encoding) return context.interpreter.toStr(first(context), context.at);
    return invoke(context, context.interpreter.attribute(first(context), "decode", context.at), encoding);
  },
  repr: (context) => (context.interpreter instanceof Machine ? representationOf(context.interpreter, first(context), context.at) : NONE),
  format: (context) =>
    context.interpreter instanceof Machine ? formatValue(context.interpreter, first(context), formatSpec(context), context.at) : NONE,
  bool: (context) => {
    const verdict = context.interpreter.truth(first(context));
    return verdict === "unknown" ? gapOf(context, "this condition is not decided") : bool(verdict === "yes", assumptionsOf(first(context)));
  },
  bytes: (context) => gapOf(context, "`bytes` is not read"),
  range: (context) => {
    const numbers = context.args.positional.map((_, index) => numberOf(context.args, index));
    if (numbers.some((number) => number === undefined)) return gapOf(context, "the bounds of this range are not known");
    const [a = 0, b, step = 1] = numbers as number[];
    if (step === 0) return raise("ValueError", "range() arg 3 must not be zero", context.at);
    return b === undefined ? makeRange(0, a, 1, context.at) : makeRange(a, b, step, context.at);
  },
  sorted: (context) => {
    const { items, gap } = itemsOf(context);
    const ordered = orderValues(items, context);
    if (ordered) return list(ordered, gap);
    return list(items, gap);
  },
  sum: (context) => {
    const { items, gap } = itemsOf(context);
    if (gap) return gap;
    const start = argumentOf(context.args, 1, "start") ?? int(0);
    const { interpreter, at } = context;
    if (!(interpreter instanceof Machine)) return NONE;
    return items.reduce((total, item) => binaryOperation(interpreter, "+", { left: total, right: item, at }), start);
  },
  min: (context) => extreme(context, -1),
  max: (context) => extreme(context, 1),
  ...ITERATORS,
  ...NUMBER_FUNCTIONS,
  print: () => NONE,
  input: (context) => context.interpreter.unknown("runtime-input", "`input()` asks at run time", context.at),
  id: (context) => context.interpreter.unknown("runtime-input", "`id()` differs from run to run", context.at),
  staticmethod: wrapper(STATIC_METHOD),
  classmethod: wrapper(CLASS_METHOD),
  property: wrapper(PROPERTY),
};

/** Says why there may be more. */
function fillFrom(result: DictValue, source: Value, context: CallContext): Unknown | undefined {
  const { interpreter, at } = context;
  if (source.kind === "dict") {
    for (const entry of source.entries.values()) setEntry(result, entry.key, entry.value);
    return source.gap;
  }
  if (source.kind === "object" && source.type === NAMESPACE) {
    for (const [name, value] of visible(source)) setEntry(result, str(name), value);
    return undefined;
  }
  const keys = isMapping(source, context) ? invoke(context, interpreter.attribute(source, "keys", at)) : undefined;
  const { items, gap } = interpreter.iterate(keys ?? source, at);
  for (const item of items) {
    const [key, value] = keys ? [item, interpreter.subscript(source, item, at)] : interpreter.iterate(item, at).items;
    if (key && value) setEntry(result, key, value);
  }
  return gap;
}

/** What has `keys` is asked for each of them. */
function isMapping(value: Value, { interpreter }: CallContext): boolean {
  if (value.kind === "instance") return definesMethod(value, "keys") && definesMethod(value, "__getitem__");
  if (value.kind !== "object" || !(interpreter instanceof Machine)) return false;
  return withBases(interpreter.options.library, value.type).some((model) => model.methods?.["keys"] && model.subscript);
}

function formatSpec(context: CallContext): string {
  const spec = context.args.positional[1]?.value;
  return spec?.kind === "str" ? spec.value : "";
}

function extreme(context: CallContext, sign: 1 | -1): Value {
  const { items, gap } =
    context.args.positional.length === 1
      ? itemsOf(context)
      : { items: context.args.positional.map((argument) => argument.value), gap: undefined };
  if (gap) return gap;
  const key = context.args.keywords.get("key")?.value;
  const rank = (item: Value) => (key && key.kind !== "none" ? invoke(context, key, item) : item);
  let best: Value | undefined;
  for (const item of items) {
    const order = best && orderIn(context, rank(item), rank(best));
    if (best && order === undefined) return item.kind === "unknown" ? item : gapOf(context, "these values cannot be compared here");
    if (!best || (order ?? 0) * sign > 0) best = item;
  }
  return best ?? argumentOf(context.args, 99, "default") ?? raise("ValueError", "the sequence is empty", context.at);
}
