/** `collections`: what is made of a builtin collection. `Counter` is a dict that counts, `deque` a list with two ends and perhaps a length. */

import { numberOf, selfOf } from "../../builtins/arguments.ts";
import { maybe } from "../../builtins/collection-methods.ts";
import { COUNTER, count } from "../../builtins/counting.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { dict, list, NONE } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { DictValue, ListValue, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

const counter: SymbolModel = (context) => {
  const result: DictValue = { ...dict([]), counts: true };
  count(result, { ...context, args: { ...context.args, positional: [{ value: NONE, at: context.at }, ...context.args.positional] } }, 1);
  return result;
};

type OnDeque = (self: ListValue, context: CallContext) => Value;

/** At the left end. Beyond the length that a deque may have, items at the other end fall off. */
function added(self: ListValue, items: readonly Value[]): Value {
  self.items.unshift(...[...items].reverse());
  if (self.most !== undefined) self.items.length = Math.min(self.items.length, self.most);
  return NONE;
}

function argument({ args }: CallContext): Value {
  return args.positional[1]?.value ?? NONE;
}

const DEQUE: Readonly<Record<string, OnDeque>> = {
  appendleft: (self, context) => added(self, [maybe(context, argument(context))]),
  popleft: (self, { at }) => self.items.shift() ?? self.gap ?? raise("IndexError", "pop from an empty deque", at),
  rotate: (self, { args }) => {
    const { length } = self.items;
    const by = length === 0 ? 0 : (((numberOf(args, 1) ?? 1) % length) + length) % length;
    self.items.unshift(...self.items.splice(length - by, by));
    return NONE;
  },
  extendleft: (self, context) => {
    const { items, gap } = context.interpreter.iterate(argument(context), context.at);
    if (gap) Object.assign(self, { complete: false, gap });
    return added(self, items);
  },
};

const deque: SymbolModel = (context) => {
  const { items, gap } = context.args.positional.length > 0 ? context.interpreter.iterate(selfOf(context), context.at) : { items: [] };
  const most = numberOf(context.args, 1, "maxlen");
  const result = list(most === undefined ? items : items.slice(Math.max(0, items.length - most)), gap);
  if (most !== undefined) result.most = most;
  return result;
};

const defaultdict: SymbolModel = (context) => {
  const [factory, ...rest] = context.args.positional;
  const content = context.interpreter.call({ kind: "symbol", name: "builtins.dict" }, { ...context.args, positional: rest }, context.at);
  return content.kind === "dict" && factory && factory.value.kind !== "none" ? { ...content, factory: factory.value } : content;
};

function methodsOf<Kind extends "dict" | "list">(
  kind: Kind,
  methods: Readonly<Record<string, (self: Extract<Value, { kind: Kind }>, context: CallContext) => Value>>,
): Record<string, SymbolModel> {
  const models = Object.entries(methods).map(([name, method]): readonly [string, SymbolModel] => [
    `builtins.${kind}.${name}`,
    (context) => {
      const self = selfOf(context);
      return self.kind === kind ? method(self as Extract<Value, { kind: Kind }>, context) : NONE;
    },
  ]);
  return Object.fromEntries(models);
}

export const COLLECTIONS: LibraryPart = {
  symbols: {
    ...methodsOf("dict", COUNTER),
    ...methodsOf("list", DEQUE),
    "collections.Counter": counter,
    "collections.deque": deque,
    "collections.defaultdict": defaultdict,
  },
  aliases: { "collections.OrderedDict": "builtins.dict" },
};
