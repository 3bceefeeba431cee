/** `functools`: functions about functions. */

import { ABSTRACT } from "../../attribute/abstract.ts";
import { CACHED_PROPERTY, PROPERTY } from "../../attribute/class-attribute.ts";
import { invoke, selfOf } from "../../builtins/arguments.ts";
import { compare } from "../../evaluate/operators/comparison.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { dict, int, NONE, native, TRUE, tuple } from "../../make-value.ts";
import type { LibraryObject, Value } from "../../value.ts";
import { ownerOf } from "../../values/derived.ts";
import type { LibraryPart } from "../part.ts";

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

/** `@lru_cache`, `@cache`: equal arguments give the object that was made for the first of them. */
const remembering: SymbolModel = (context) => {
  const fn = selfOf(context);
  if (fn.kind === "function") return { ...fn, results: new Map() };
  return isCallable(fn) && context.args.positional.length === 1 ? fn : native("decorator", (inner) => remembering(inner));
};

/** The other comparisons from the one that a class defines, as `functools.total_ordering` words them. */
const FROM_ONE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  __lt__: {
    __gt__: "lambda self, other: not self < other and self != other",
    __le__: "lambda self, other: self < other or self == other",
    __ge__: "lambda self, other: not self < other",
  },
  __le__: {
    __ge__: "lambda self, other: not self <= other or self == other",
    __lt__: "lambda self, other: self <= other and self != other",
    __gt__: "lambda self, other: not self <= other",
  },
  __gt__: {
    __lt__: "lambda self, other: not (self > other or self == other)",
    __ge__: "lambda self, other: self > other or self == other",
    __le__: "lambda self, other: not self > other",
  },
  __ge__: {
    __le__: "lambda self, other: not self >= other or self == other",
    __gt__: "lambda self, other: self >= other and self != other",
    __lt__: "lambda self, other: not self >= other",
  },
};

const totalOrdering: SymbolModel = (context) => {
  const cls = selfOf(context);
  if (cls.kind !== "class") return cls;
  const root = Object.keys(FROM_ONE).find((name) => ownerOf(cls, name));
  for (const [name, text] of Object.entries((root && FROM_ONE[root]) ?? {})) {
    const definition = context.interpreter.parseExpression(text);
    if (definition?.kind !== "lambda" || ownerOf(cls, name)) continue;
    cls.namespace.set(name, {
      kind: "function",
      name,
      qualifiedName: `${cls.qualifiedName}.${name}`,
      definition,
      file: cls.file,
      closure: cls.closure,
      defaults: new Map(),
      attributes: new Map(),
    });
  }
  return cls;
};

/** `partialmethod(method, *args, **keywords)`, which are its `args`. */
const PARTIAL_METHOD = "functools.partialmethod";

function bindPartial(value: LibraryObject, owner: Value): Value {
  return native(PARTIAL_METHOD, ({ args, interpreter, at }) => {
    const [fn, ...bound] = value.args?.positional ?? [];
    const positional = [{ value: owner, at }, ...bound, ...args.positional];
    const keywords = new Map([...(value.args?.keywords ?? []), ...args.keywords]);
    return interpreter.call(fn?.value ?? NONE, { ...args, positional, keywords }, at);
  });
}

/** What `cmp_to_key` makes of each item; fields `compare` and `obj`. */
const ORDER_KEY = "functools.KeyWrapper";

function compareKeys(operator: string, left: Value, right: Value, { interpreter, at }: CallContext): Value | undefined {
  if (!/^[<>]=?$/.test(operator) || left.kind !== "object" || right.kind !== "object") return undefined;
  const positional = [left, right].map((side) => ({ value: side.fields.get("obj") ?? NONE, at }));
  const order = interpreter.call(left.fields.get("compare") ?? NONE, { positional, keywords: new Map(), complete: true }, at);
  return interpreter instanceof Machine ? compare(interpreter, operator as "<", { left: order, right: int(0), at }) : undefined;
}

export const FUNCTOOLS: LibraryPart = {
  symbols: {
    [PARTIAL]: partial,
    "functools.wraps": wraps,
    "functools.update_wrapper": (context) => selfOf(context),
    "functools.lru_cache": remembering,
    "functools.cache": remembering,
    "functools.total_ordering": totalOrdering,
    "functools.cmp_to_key": (context) => {
      const compare = selfOf(context);
      return native("functools.cmp_to_key", (inner) => ({
        kind: "object",
        type: ORDER_KEY,
        fields: new Map([
          ["compare", compare],
          ["obj", selfOf(inner)],
        ]),
        at: inner.at,
      }));
    },
    [CACHED_PROPERTY]: (context) => ({
      kind: "object",
      type: CACHED_PROPERTY,
      fields: new Map([["function", selfOf(context)]]),
      at: context.at,
    }),
    [PARTIAL_METHOD]: ({ args, at }) => ({ kind: "object", type: PARTIAL_METHOD, fields: new Map(), at, args }),
    "functools.reduce": (context) => {
      const { items, gap } = context.interpreter.iterate(context.args.positional[1]?.value ?? NONE, context.at);
      if (gap) return gap;
      const all = context.args.positional[2] ? [context.args.positional[2].value, ...items] : items;
      const [first, ...rest] = all;
      return rest.reduce((total, item) => invoke(context, selfOf(context), total, item), first ?? NONE);
    },
    "abc.abstractmethod": (context) => {
      const fn = selfOf(context);
      if (fn.kind === "function") fn.attributes.set(ABSTRACT, TRUE);
      return fn;
    },
    "abc.abstractproperty": (context) => ({
      kind: "object",
      type: PROPERTY,
      fields: new Map([["function", selfOf(context)]]),
      at: context.at,
    }),
    "atexit.register": passThrough,
  },
  types: {
    [PARTIAL]: { call: callPartial },
    [CACHED_PROPERTY]: {},
    [PARTIAL_METHOD]: { bind: bindPartial },
    [ORDER_KEY]: { operator: compareKeys },
    "abc.ABC": {},
  },
};
