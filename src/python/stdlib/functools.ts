/** `functools`, `operator`, `copy`, `contextlib`: functions about functions. */

import { PROPERTY } from "../attribute/class-attribute.ts";
import { invoke, selfOf, textOf } from "../builtins/arguments.ts";
import { GENERATOR_MANAGER, GENERATOR_MANAGER_TYPE } from "../call/run-around.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { dict, list, NONE, native, set, tuple } from "../make-value.ts";
import type { Value } from "../value.ts";
import type { LibraryPart } from "./part.ts";

/** Field `exceptions`: a tuple of exception types. */
export const SUPPRESS = "contextlib.suppress";

export const PARTIAL = "functools.partial";

/** `@decorator` and `@decorator(…)` alike leave the function as it is. */
export const passThrough: SymbolModel = (context) => {
  const [first] = context.args.positional;
  if (first && context.args.positional.length === 1 && isCallable(first.value)) return first.value;
  return native("decorator", (inner) => selfOf(inner));
};

function isCallable(value: Value): boolean {
  return ["function", "native", "bound-method", "class", "object", "unknown", "one-of"].includes(value.kind);
}

const partial: SymbolModel = ({ args, at }) => ({
  kind: "object",
  type: PARTIAL,
  fields: new Map<string, Value>([
    ["func", args.positional[0]?.value ?? NONE],
    ["args", tuple(args.positional.slice(1).map((argument) => argument.value))],
    ["keywords", dict([...args.keywords].map(([name, argument]) => [{ kind: "str", value: name } as Value, argument.value] as const))],
  ]),
  at,
  args,
});

function callPartial(self: Value, context: CallContext): Value {
  if (self.kind !== "object" || !self.args) return NONE;
  const [fn, ...bound] = self.args.positional;
  const args = {
    positional: [...bound, ...context.args.positional],
    keywords: new Map([...self.args.keywords, ...context.args.keywords]),
    complete: self.args.complete && context.args.complete,
  };
  return context.interpreter.call(fn?.value ?? NONE, args, context.at);
}

/** `@wraps(fn)`: the wrapper takes the name and the signature that introspection sees. */
const wraps: SymbolModel = (context) => {
  const original = selfOf(context);
  return native("functools.wraps", (inner) => {
    const wrapper = selfOf(inner);
    if (wrapper.kind !== "function") return wrapper;
    if (original.kind !== "function") return Object.assign({ ...wrapper }, { wraps: original });
    return {
      ...wrapper,
      name: original.name,
      qualifiedName: original.qualifiedName,
      attributes: new Map([...original.attributes, ...wrapper.attributes]),
      wraps: original,
    };
  });
};

const copy: SymbolModel = (context) => duplicate(selfOf(context), false);
const deepCopy: SymbolModel = (context) => duplicate(selfOf(context), true);

function duplicate(value: Value, deep: boolean): Value {
  const inner = (item: Value) => (deep ? duplicate(item, true) : item);
  switch (value.kind) {
    case "list":
      return list(value.items.map(inner), value.gap);
    case "tuple":
      return tuple(value.items.map(inner), value.gap);
    case "dict":
      return dict(
        [...value.entries.values()].map((entry) => [entry.key, inner(entry.value)] as const),
        value.gap,
      );
    case "set":
      return set(value.items.values(), value.gap, value.frozen);
    case "instance":
      return { ...value, attributes: new Map([...value.attributes].map(([name, item]) => [name, inner(item)] as const)) };
    default:
      return value;
  }
}

export const FUNCTOOLS: LibraryPart = {
  symbols: {
    [PARTIAL]: partial,
    "functools.wraps": wraps,
    "functools.update_wrapper": (context) => selfOf(context),
    "functools.lru_cache": passThrough,
    "functools.cache": passThrough,
    "functools.total_ordering": passThrough,
    "functools.cached_property": (context) => ({
      kind: "object",
      type: PROPERTY,
      fields: new Map([["function", selfOf(context)]]),
      at: context.at,
    }),
    "functools.reduce": (context) => {
      const { items, gap } = context.interpreter.iterate(context.args.positional[1]?.value ?? NONE, context.at);
      if (gap) return gap;
      const all = context.args.positional[2] ? [context.args.positional[2].value, ...items] : items;
      const [first, ...rest] = all;
      return rest.reduce((total, item) => invoke(context, selfOf(context), total, item), first ?? NONE);
    },
    "operator.itemgetter": (context) => getter(context, (target, key, inner) => inner.interpreter.subscript(target, key, inner.at)),
    "operator.attrgetter": (context) =>
      getter(context, (target, key, inner) =>
        key.kind === "str"
          ? key.value.split(".").reduce((value, name) => inner.interpreter.attribute(value, name, inner.at), target)
          : NONE,
      ),
    "copy.copy": copy,
    "copy.deepcopy": deepCopy,
    "contextlib.contextmanager": (context) => {
      const fn = selfOf(context);
      return fn.kind === "function" ? { ...fn, managesContext: true } : fn;
    },
    [SUPPRESS]: ({ args, at }) => ({
      kind: "object",
      type: SUPPRESS,
      fields: new Map<string, Value>([["exceptions", tuple(args.positional.map((argument) => argument.value))]]),
      at,
    }),
    "contextlib.nullcontext": (context) => selfOf(context),
    "abc.abstractmethod": (context) => selfOf(context),
    "abc.abstractproperty": (context) => ({
      kind: "object",
      type: PROPERTY,
      fields: new Map([["function", selfOf(context)]]),
      at: context.at,
    }),
    "atexit.register": passThrough,
  },
  types: { [PARTIAL]: { call: callPartial }, [GENERATOR_MANAGER]: GENERATOR_MANAGER_TYPE, "abc.ABC": {} },
};

function getter(context: CallContext, get: (target: Value, key: Value, context: CallContext) => Value): Value {
  const keys = context.args.positional.map((argument) => argument.value);
  const [only] = keys;
  if (textOf(context.args, 0) === undefined && !only) return NONE;
  return native("getter", (inner) =>
    keys.length === 1 && only ? get(selfOf(inner), only, inner) : tuple(keys.map((key) => get(selfOf(inner), key, inner))),
  );
}
