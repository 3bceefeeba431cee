/** Methods of `list`, `dict`, `set`, `tuple`. What changes a collection under an undecidable condition may not have happened. */

import type { CallContext, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { addToSet, bool, dict, int, list, NONE, set, setEntry, TRUE, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { DictValue, ListValue, SetValue, Unknown, Value } from "../value.ts";
import { growList } from "../values/grow-list.ts";
import { hashKey } from "../values/hash-key.ts";
import { join, perhaps } from "../values/one-of.ts";
import { argumentOf, numberOf } from "./arguments.ts";
import { count } from "./counting.ts";
import { orderValues } from "./ordering.ts";

export function collectionMethods(): ReadonlyMap<string, SymbolModel> {
  const models = new Map<string, SymbolModel>();
  for (const [name, method] of Object.entries(LIST)) models.set(`builtins.list.${name}`, on("list", method));
  for (const [name, method] of Object.entries(DICT)) models.set(`builtins.dict.${name}`, on("dict", method));
  for (const [name, method] of Object.entries(SET)) models.set(`builtins.set.${name}`, on("set", method));
  models.set("builtins.dict.fromkeys", ({ args, at, interpreter }) => {
    const { items, gap } = interpreter.iterate(args.positional[0]?.value ?? NONE, at);
    return dict(
      items.map((item) => [item, args.positional[1]?.value ?? NONE] as const),
      gap,
    );
  });
  for (const name of ["index", "count"]) {
    models.set(`builtins.tuple.${name}`, (context) => {
      const self = context.args.positional[0]?.value;
      const method = LIST[name];
      return self?.kind === "tuple" && method ? method({ kind: "list", items: [...self.items], complete: self.complete }, context) : NONE;
    });
  }
  return models;
}

type Method<Self> = (self: Self, context: CallContext) => Value;

function on<Kind extends "list" | "dict" | "set">(kind: Kind, method: Method<Extract<Value, { kind: Kind }>>): SymbolModel {
  return (context) => {
    const self = context.args.positional[0]?.value;
    return self?.kind === kind ? method(self as Extract<Value, { kind: Kind }>, context) : NONE;
  };
}

/** The condition under which the call happens, when nobody can decide it. */
function conditionOf(context: CallContext): Unknown | undefined {
  return context.interpreter instanceof Machine ? context.interpreter.conditions.at(-1) : undefined;
}

export function maybe(context: CallContext, value: Value): Value {
  const condition = conditionOf(context);
  return condition ? perhaps(value, condition) : value;
}

function open(target: ListValue | DictValue | SetValue, gap: Unknown | undefined): void {
  if (!gap) return;
  target.complete = false;
  target.gap ??= gap;
}

/** Of a deque that may only have so many. */
function keepLast(self: ListValue): void {
  if (self.most !== undefined && self.items.length > self.most) self.items.splice(0, self.items.length - self.most);
}

const LIST: Readonly<Record<string, Method<ListValue>>> = {
  append: (self, context) => {
    self.items.push(maybe(context, context.args.positional[1]?.value ?? NONE));
    keepLast(self);
    return NONE;
  },
  extend: (self, context) => {
    const { items, gap } = context.interpreter.iterate(context.args.positional[1]?.value ?? NONE, context.at);
    growList(
      self,
      items.map((item) => maybe(context, item)),
      context.interpreter,
      context.at,
    );
    keepLast(self);
    open(self, gap);
    return NONE;
  },
  insert: (self, context) => {
    self.items.splice(numberOf(context.args, 1) ?? self.items.length, 0, maybe(context, context.args.positional[2]?.value ?? NONE));
    return NONE;
  },
  pop: (self, context) => {
    const position = numberOf(context.args, 1) ?? -1;
    const [item] = self.items.splice(position, 1);
    return item ?? (self.complete ? raise("IndexError", "pop from empty list", context.at) : (self.gap ?? NONE));
  },
  remove: (self, context) => {
    const wanted = context.args.positional[1]?.value ?? NONE;
    const at = self.items.findIndex((item) => context.interpreter.equal(item, wanted) === "yes");
    if (at < 0) return self.complete ? raise("ValueError", "list.remove(x): x not in list", context.at) : NONE;
    const condition = conditionOf(context);
    if (condition) self.items[at] = perhaps(self.items[at] as Value, condition);
    else self.items.splice(at, 1);
    return NONE;
  },
  clear: (self) => {
    self.items = [];
    self.complete = true;
    return NONE;
  },
  copy: (self) => list(self.items, self.gap),
  reverse: (self) => {
    self.items.reverse();
    return NONE;
  },
  sort: (self, context) => {
    const sorted = orderValues(self.items, context);
    if (sorted) self.items = [...sorted];
    return NONE;
  },
  index: (self, context) => {
    const at = self.items.findIndex((item) => context.interpreter.equal(item, argumentOf(context.args, 1) ?? NONE) === "yes");
    if (at >= 0) return int(at);
    return self.gap ?? raise("ValueError", "value is not in list", context.at);
  },
  count: (self, context) =>
    int(self.items.filter((item) => context.interpreter.equal(item, context.args.positional[1]?.value ?? NONE) === "yes").length),
};

const DICT: Readonly<Record<string, Method<DictValue>>> = {
  get: (self, context) => {
    const found = lookUp(self, context.args.positional[1]?.value ?? NONE, context);
    const missing = argumentOf(context.args, 2, "default") ?? NONE;
    if (found?.kind === "one-of" && found.maybeAbsent) return join({ ...found, maybeAbsent: false }, missing, found.condition) ?? missing;
    return found ?? missing;
  },
  setdefault: (self, context) => {
    const key = context.args.positional[1]?.value ?? NONE;
    const found = lookUp(self, key, context);
    if (found) return found;
    const value = context.args.positional[2]?.value ?? NONE;
    setEntry(self, key, maybe(context, value));
    return value;
  },
  pop: (self, context) => {
    const key = context.args.positional[1]?.value ?? NONE;
    const found = lookUp(self, key, context);
    const hash = hashKey(key);
    if (hash !== undefined && !conditionOf(context)) self.entries.delete(hash);
    return found ?? argumentOf(context.args, 2) ?? raise("KeyError", key.kind === "str" ? key.value : "?", context.at);
  },
  update: (self, context) => {
    if (self.counts) return count(self, context, 1);
    const other = context.args.positional[1]?.value;
    if (other?.kind === "dict") {
      for (const entry of other.entries.values()) setEntry(self, entry.key, changed(self, entry.key, entry.value, context));
      open(self, other.gap);
    } else if (other) updateFromPairs(self, other, context);
    for (const [name, argument] of context.args.keywords)
      setEntry(self, { kind: "str", value: name }, changed(self, { kind: "str", value: name }, argument.value, context));
    return NONE;
  },
  // A view of the keys has the operators of a set; keys that may be absent have no place in one.
  keys: (self, context) => {
    const { items, gap } = context.interpreter.iterate(self, context.at);
    return items.some((item) => item.kind === "one-of") ? list(items, gap) : set(items, gap);
  },
  popitem: (self, context) => {
    const isFirst = context.interpreter.truth(argumentOf(context.args, 1, "last") ?? TRUE) === "no";
    const last = [...self.entries].at(isFirst ? 0 : -1);
    if (!last) return self.gap ?? raise("KeyError", "popitem(): dictionary is empty", context.at);
    if (!conditionOf(context)) self.entries.delete(last[0]);
    return tuple([last[1].key, last[1].value]);
  },
  move_to_end: (self, context) => {
    const hash = hashKey(context.args.positional[1]?.value ?? NONE);
    const entry = hash === undefined ? undefined : self.entries.get(hash);
    if (hash === undefined || !entry) return NONE;
    self.entries.delete(hash);
    const isFirst = context.interpreter.truth(argumentOf(context.args, 2, "last") ?? TRUE) === "no";
    const others = isFirst ? [...self.entries] : [];
    if (isFirst) self.entries.clear();
    self.entries.set(hash, entry);
    for (const [other, each] of others) self.entries.set(other, each);
    return NONE;
  },
  values: (self) =>
    list(
      [...self.entries.values()].map((entry) => entry.value),
      self.gap,
    ),
  items: (self) =>
    list(
      [...self.entries.values()].map((entry) => pair(entry.key, entry.value)),
      self.gap,
    ),
  copy: (self) =>
    dict(
      [...self.entries.values()].map((entry) => [entry.key, entry.value] as const),
      self.gap,
    ),
  clear: (self) => {
    self.entries.clear();
    self.complete = true;
    return NONE;
  },
};

/** An entry that may be absent is a pair that may be absent. */
function pair(key: Value, value: Value): Value {
  if (value.kind !== "one-of" || !value.maybeAbsent) return tuple([key, value]);
  const [only] = value.options;
  const present: Value = only && value.options.length === 1 ? only : { ...value, maybeAbsent: false };
  return perhaps(tuple([key, present]), value.condition);
}

function changed(self: DictValue, key: Value, value: Value, context: CallContext): Value {
  const condition = conditionOf(context);
  if (!condition) return value;
  const old = self.entries.get(hashKey(key) ?? "")?.value;
  return old ? (join(old, value, condition) ?? value) : perhaps(value, condition);
}

function updateFromPairs(self: DictValue, other: Value, context: CallContext): void {
  const { items, gap } = context.interpreter.iterate(other, context.at);
  for (const item of items) {
    const [key, value] = context.interpreter.iterate(item, context.at).items;
    if (key && value) setEntry(self, key, changed(self, key, value, context));
  }
  open(self, gap);
}

/** The value under a key, an unknown when that cannot be told, `undefined` when it is not there. */
function lookUp(self: DictValue, key: Value, context: CallContext): Value | undefined {
  if (key.kind === "unknown") return key;
  const hash = hashKey(key);
  const found = hash === undefined ? undefined : self.entries.get(hash)?.value;
  if (found) return found;
  if (!self.complete || hash === undefined)
    return self.gap ?? context.interpreter.unknown("unsupported", "this key is not known", context.at);
  return undefined;
}

const SET: Readonly<Record<string, Method<SetValue>>> = {
  add: (self, context) => {
    addToSet(self, maybe(context, context.args.positional[1]?.value ?? NONE));
    return NONE;
  },
  update: (self, context) => {
    for (const argument of context.args.positional.slice(1)) {
      const { items, gap } = context.interpreter.iterate(argument.value, context.at);
      for (const item of items) addToSet(self, maybe(context, item));
      open(self, gap);
    }
    return NONE;
  },
  discard: without,
  remove: without,
  copy: (self) => set(self.items.values(), self.gap),
  clear: (self) => {
    self.items.clear();
    self.complete = true;
    return NONE;
  },
  pop: (self, context) => {
    const [only, ...more] = self.items;
    if (only && more.length === 0 && self.complete && !conditionOf(context)) {
      self.items.delete(only[0]);
      return only[1];
    }
    if (!only && self.complete) return raise("KeyError", "pop from an empty set", context.at);
    return context.interpreter.unknown("runtime-input", "which item of a set comes first is not fixed", context.at);
  },
  isdisjoint: (self, context) => {
    const other = context.interpreter.iterate(context.args.positional[1]?.value ?? NONE, context.at).items;
    return bool(![...self.items.values()].some((item) => has(other, item)));
  },
  union: (self, context) => combine(self, context, (left, right) => [...left, ...right]),
  intersection: (self, context) => combine(self, context, (left, right) => left.filter((item) => has(right, item))),
  difference: (self, context) => combine(self, context, (left, right) => left.filter((item) => !has(right, item))),
  symmetric_difference: (self, context) =>
    combine(self, context, (left, right) => [...left.filter((item) => !has(right, item)), ...right.filter((item) => !has(left, item))]),
  issubset: (self, context) => {
    const other = context.interpreter.iterate(context.args.positional[1]?.value ?? NONE, context.at).items;
    return bool([...self.items.values()].every((item) => has(other, item)));
  },
  issuperset: (self, context) =>
    bool(
      context.interpreter
        .iterate(context.args.positional[1]?.value ?? NONE, context.at)
        .items.every((item) => self.items.has(hashKey(item) ?? "")),
    ),
};

function without(self: SetValue, context: CallContext): Value {
  const hash = hashKey(argumentOf(context.args, 1) ?? NONE) ?? "";
  const [item, condition] = [self.items.get(hash), conditionOf(context)];
  if (item && condition) self.items.set(hash, perhaps(item, condition));
  else self.items.delete(hash);
  return NONE;
}

function has(items: readonly Value[], wanted: Value): boolean {
  const key = hashKey(wanted);
  return items.some((item) => hashKey(item) === key);
}

function combine(
  self: SetValue,
  context: CallContext,
  operation: (left: readonly Value[], right: readonly Value[]) => readonly Value[],
): Value {
  let items: readonly Value[] = [...self.items.values()];
  let gap = self.gap;
  for (const argument of context.args.positional.slice(1)) {
    const other = context.interpreter.iterate(argument.value, context.at);
    items = operation(items, other.items);
    gap ??= other.gap;
  }
  return set(items, gap);
}
