/** Builtin functions that give or take iterators: what they give is made item by item, when it is asked for. */
import { closeGenerator } from "../call/close-generator.ts";
import { madeInTurn, type Turns, turnsOf, turnsOfMethod } from "../evaluate/turns.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { bool, int, iterator, NONE, tuple } from "../make-value.ts";
import { builtinException, PythonRaise, raise } from "../python-raise.ts";
import type { Unknown, Value } from "../value.ts";
import { definesMethod } from "../values/derived.ts";
import type { Ending, Making } from "../values/lazy-iterator.ts";
import { perhaps } from "../values/one-of.ts";
import { argumentOf, invoke, numberOf, selfOf, unknownIn } from "./arguments.ts";

function gapOf(context: CallContext, message: string): Value {
  return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", message, context.at);
}

/** A value to be walked through. */
export function makingOf({ interpreter, at }: CallContext, value: Value): Turns {
  return interpreter instanceof Machine ? turnsOf(interpreter, value, at) : { next: () => undefined, gap: undefined };
}

/** What a call gives that makes its items in turn. */
export function makeItems({ interpreter, at }: CallContext, make: () => Making): Value {
  return interpreter instanceof Machine ? madeInTurn(interpreter, at, make) : iterator([]);
}

/** A row one of whose items may be absent may itself be absent. */
export function together(items: readonly Value[]): Value {
  const unsure = items.find((item) => item.kind === "one-of" && item.maybeAbsent);
  if (unsure?.kind !== "one-of") return tuple(items);
  const [only] = unsure.options;
  const present: Value = only && unsure.options.length === 1 ? only : { ...unsure, maybeAbsent: false };
  return perhaps(tuple(items.map((item) => (item === unsure ? present : item))), unsure.condition);
}

/** One item of each; `undefined` when one of them has no more, with why there may be. */
export function rowOf(columns: readonly Turns[]): readonly Value[] | { readonly gap?: Unknown } {
  const row: Value[] = [];
  for (const column of columns) {
    const item = column.next();
    if (!item) return column.gap ? { gap: column.gap } : {};
    row.push(item);
  }
  return columns.length > 0 ? row : {};
}

export function isRow(row: ReturnType<typeof rowOf>): row is readonly Value[] {
  return Array.isArray(row);
}

/** Walks through the arguments from `from` on beside each other. */
function walked(context: CallContext, from: number, each: (row: readonly Value[]) => Value): Value {
  const columns = context.args.positional.slice(from).map((argument) => makingOf(context, argument.value));
  return makeItems(context, function* () {
    for (;;) {
      const row = rowOf(columns);
      if (!isRow(row)) return row;
      yield each(row);
    }
  });
}

/** Both of `zip(a, b, strict=True)` have to end together. */
function zipped(context: CallContext): Value {
  const strict = context.args.keywords.get("strict")?.value;
  if (!strict || context.interpreter.truth(strict) !== "yes") return walked(context, 0, together);
  const columns = context.args.positional.map((argument) => makingOf(context, argument.value));
  return makeItems(context, function* () {
    for (;;) {
      const row = columns.map((column) => column.next());
      if (row.length === 0 || row.includes(undefined)) return unevenEnd(columns, row, context);
      yield together(row as readonly Value[]);
    }
  });
}

/** Some of them have ended: raises where others have not. */
function unevenEnd(columns: readonly Turns[], row: readonly (Value | undefined)[], { at }: CallContext): Ending {
  const ended = row.indexOf(undefined);
  const other = row.findIndex((item) => item !== undefined);
  const gap = columns.find((column, index) => row[index] === undefined && column.gap)?.gap;
  if (gap || other < 0) return gap ? { gap } : {};
  const [which, comparison] = ended === 0 ? [other + 1, "longer"] : [ended + 1, "shorter"];
  const before = which === 2 ? "argument 1" : `arguments 1-${which - 1}`;
  return raise("ValueError", `zip() argument ${which} is ${comparison} than ${before}`, at);
}

/** What passes the test; where nobody can decide that, it may be absent. */
export function* passing(context: CallContext, turns: Turns, passes: (item: Value) => Value, wanted: "yes" | "no" = "yes"): Making {
  for (let item = turns.next(); item; item = turns.next()) {
    const result = passes(item);
    const verdict = context.interpreter.truth(result);
    if (verdict === wanted) yield item;
    else if (verdict === "unknown") {
      const doubt =
        result.kind === "unknown" ? result : context.interpreter.unknown("unsupported", "this filter is not decided", context.at);
      yield perhaps(item, doubt);
    }
  }
  return turns.gap ? { gap: turns.gap } : {};
}

function quantified(context: CallContext, decisive: "yes" | "no"): Value {
  const turns = makingOf(context, selfOf(context));
  let isUndecided = false;
  for (let item = turns.next(); item; item = turns.next()) {
    const verdict = item.kind === "one-of" && item.maybeAbsent ? "unknown" : context.interpreter.truth(item);
    if (verdict === decisive) return bool(decisive === "yes");
    isUndecided ||= verdict === "unknown";
  }
  if (turns.gap) return turns.gap;
  return isUndecided ? gapOf(context, "this condition is not decided") : bool(decisive === "no");
}

function next(context: CallContext): Value {
  const value = selfOf(context);
  if (value.kind === "unknown") return value;
  const fallback = context.args.positional[1]?.value;
  if (definesMethod(value, "__next__") && context.interpreter instanceof Machine) {
    const turns = turnsOfMethod(context.interpreter, value, context.at);
    const item = turns.next();
    return item ?? turns.gap ?? fallback ?? stopped(NONE, context);
  }
  const own = value.kind === "object" ? context.interpreter.attribute(value, "__next__", context.at) : undefined;
  if (own?.kind === "native") return invoke(context, own, ...context.args.positional.slice(1).map((argument) => argument.value));
  if (value.kind !== "iterator") {
    const isIterable =
      value.kind === "list" || value.kind === "tuple" || value.kind === "dict" || value.kind === "set" || value.kind === "str";
    return isIterable
      ? raise("TypeError", `'${value.kind}' object is not an iterator`, context.at)
      : gapOf(context, "what comes next is not known");
  }
  const turns = makingOf(context, value);
  const item = turns.next();
  // Nobody else has the generator that the call itself made.
  const { expression } = context.args.positional[0] ?? {};
  if (expression?.kind === "call" || expression?.kind === "comprehension") closeGenerator(value, context.at);
  // What may be absent may not be the next.
  if (item) return item.kind === "one-of" && item.maybeAbsent ? item.condition : item;
  return turns.gap ?? fallback ?? stopped(value.returned ?? NONE, context);
}

/** `StopIteration` with what a generator returned. */
function stopped(returned: Value, context: CallContext): never {
  const { at } = context;
  const fields = new Map<string, Value>([
    ["args", tuple(returned.kind === "none" ? [] : [returned])],
    ["value", returned],
  ]);
  throw new PythonRaise({ ...builtinException("StopIteration", "", at), fields }, at);
}

function iter(context: CallContext): Value {
  const value = selfOf(context);
  const sentinel = context.args.positional[1]?.value;
  if (sentinel)
    return makeItems(context, function* () {
      for (;;) {
        const item = invoke(context, value);
        const verdict = context.interpreter.equal(item, sentinel);
        if (verdict !== "no")
          return verdict === "yes" ? {} : { gap: context.interpreter.unknown("unsupported", "when this ends is not known", context.at) };
        yield item;
      }
    });
  if (value.kind === "iterator" || value.kind === "unknown") return value;
  return walked(context, 0, ([item]) => item ?? NONE);
}

export const ITERATORS: Readonly<Record<string, SymbolModel>> = {
  iter,
  next,
  enumerate: (context) => {
    let index = (numberOf(context.args, 1, "start") ?? 0) - 1;
    const { args } = context;
    const [only] = args.positional;
    return walked({ ...context, args: { ...args, positional: only ? [only] : [] } }, 0, (row) => {
      index += 1;
      return together([int(index), ...row]);
    });
  },
  zip: zipped,
  map: (context) => walked(context, 1, (row) => invoke(context, selfOf(context), ...row)),
  filter: (context) => {
    const test = selfOf(context);
    const turns = makingOf(context, argumentOf(context.args, 1) ?? NONE);
    return makeItems(context, () => passing(context, turns, (item) => (test.kind === "none" ? item : invoke(context, test, item))));
  },
  reversed: (context) => {
    const value = selfOf(context);
    if (definesMethod(value, "__reversed__")) return invoke(context, context.interpreter.attribute(value, "__reversed__", context.at));
    const { items, gap } = context.interpreter.iterate(value, context.at);
    return iterator([...items].reverse(), gap);
  },
  any: (context) => quantified(context, "yes"),
  all: (context) => quantified(context, "no"),
};

/** Methods of generators. */
export const GENERATOR_METHODS: Readonly<Record<string, SymbolModel>> = {
  __next__: next,
  __iter__: (context) => selfOf(context),
  send: (context) => {
    const [self, value = NONE] = context.args.positional.map((argument) => argument.value);
    if (self?.kind !== "iterator" || !self.course) return gapOf(context, "what this iterator is sent to is not known");
    const item = self.course.isBegun ? self.course.send(value) : self.course.at(0);
    if (item) self.position += 1;
    return item ?? self.gap ?? stopped(self.returned ?? NONE, context);
  },
  throw: (context) => {
    const [self, given = NONE] = context.args.positional.map((argument) => argument.value);
    if (self?.kind !== "iterator" || !self.course) return gapOf(context, "what this iterator makes of an exception is not known");
    const exception = given.kind === "class" || given.kind === "symbol" ? invoke(context, given) : given;
    const raised = new PythonRaise(exception, context.at, true);
    if (!self.course.isBegun) throw raised;
    const item = self.course.throw(raised);
    if (item) self.position += 1;
    return item ?? self.gap ?? stopped(self.returned ?? NONE, context);
  },
  close: (context) => {
    closeGenerator(selfOf(context), context.at);
    return NONE;
  },
};
