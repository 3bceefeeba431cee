/** `itertools`: most of it makes an item when it is asked for one, so that what has no end in Python may have none. */

import { argumentOf, invoke, numberOf, selfOf } from "../../builtins/arguments.ts";
import { makeItems, makingOf, passing } from "../../builtins/iterators.ts";
import { binaryOperation } from "../../evaluate/operators/arithmetic.ts";
import { orderOf } from "../../evaluate/operators/comparison.ts";
import type { Turns } from "../../evaluate/turns.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { int, iterator, NONE, tuple } from "../../make-value.ts";
import type { Unknown, Value, Verdict } from "../../value.ts";
import type { Ending } from "../../values/lazy-iterator.ts";
import type { LibraryPart } from "../part.ts";

interface Items {
  readonly items: readonly Value[];
  readonly gap?: Unknown;
}

function columns(context: CallContext): readonly Items[] {
  return context.args.positional.map((argument) => context.interpreter.iterate(argument.value, context.at));
}

function firstGap(all: readonly Items[]): Unknown | undefined {
  return all.find((column) => column.gap)?.gap;
}

const MOST = 100_000;
const MOST_COLUMNS = 100;

function product(all: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return all.reduce<readonly (readonly Value[])[]>((rows, column) => rows.flatMap((row) => column.map((item) => [...row, item])), [[]]);
}

function combinations(items: readonly Value[], size: number, start = 0): readonly (readonly Value[])[] {
  if (size === 0) return [[]];
  return items.slice(start).flatMap((item, offset) => combinations(items, size - 1, start + offset + 1).map((rest) => [item, ...rest]));
}

function repeatedCombinations(items: readonly Value[], size: number, start = 0): readonly (readonly Value[])[] {
  if (size === 0) return [[]];
  return items.slice(start).flatMap((item, offset) => repeatedCombinations(items, size - 1, start + offset).map((rest) => [item, ...rest]));
}

function permutations(items: readonly Value[], size: number): readonly (readonly Value[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(
      items.filter((_, other) => other !== index),
      size - 1,
    ).map((rest) => [item, ...rest]),
  );
}

/** Rows of which there may be very many are bounded by what they are made of. */
function rows(context: CallContext, make: (items: readonly Value[], size: number) => readonly (readonly Value[])[]): Value {
  const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
  const size = numberOf(context.args, 1, "r") ?? items.length;
  if (items.length > 12 && size > 3) return context.interpreter.unknown("limit", "there are too many combinations to be read", context.at);
  return iterator(
    make(items, size).map((row) => tuple(row)),
    gap,
  );
}

function added(left: Value, right: Value, { interpreter, at }: CallContext): Value {
  return interpreter instanceof Machine ? binaryOperation(interpreter, "+", { left, right, at }) : NONE;
}

function* each(turns: Turns): Generator<Value, Unknown | undefined, Value | undefined> {
  for (let item = turns.next(); item; item = turns.next()) yield item;
  return turns.gap;
}

function endOf({ gap }: { readonly gap?: Unknown | undefined }): Ending {
  return gap ? { gap } : {};
}

function undecided({ interpreter, at }: CallContext): Unknown {
  return interpreter.unknown("unsupported", "this test is not decided", at);
}

const FUNCTIONS: Readonly<Record<string, SymbolModel>> = {
  chain: (context) => {
    const sources = context.args.positional.map((argument) => argument.value);
    return makeItems(context, function* () {
      for (const source of sources) {
        const gap = yield* each(makingOf(context, source));
        if (gap) return { gap };
      }
      return {};
    });
  },
  "chain.from_iterable": (context) => {
    const outer = makingOf(context, selfOf(context));
    return makeItems(context, function* () {
      for (let source = outer.next(); source; source = outer.next()) {
        const gap = yield* each(makingOf(context, source));
        if (gap) return { gap };
      }
      return endOf(outer);
    });
  },
  product: (context) => {
    const all = columns(context);
    const times = numberOf(context.args, 99, "repeat") ?? 1;
    const size = all.reduce((total, column) => total * column.items.length, 1) ** times;
    if (size > MOST || times > MOST_COLUMNS)
      return context.interpreter.unknown("limit", "there are too many combinations to be read", context.at);
    const repeated = Array.from({ length: times }, () => all.map((column) => column.items)).flat();
    return iterator(
      product(repeated).map((row) => tuple(row)),
      firstGap(all),
    );
  },
  combinations: (context) => rows(context, combinations),
  combinations_with_replacement: (context) => rows(context, repeatedCombinations),
  permutations: (context) => rows(context, permutations),
  pairwise: (context) => {
    const turns = makingOf(context, selfOf(context));
    return makeItems(context, function* () {
      let before = turns.next();
      for (let item = before && turns.next(); before && item; item = turns.next()) {
        yield tuple([before, item]);
        before = item;
      }
      return endOf(turns);
    });
  },
  zip_longest: (context) => {
    const all = columns(context);
    const fill = context.args.keywords.get("fillvalue")?.value ?? NONE;
    const length = Math.max(0, ...all.map((column) => column.items.length));
    return iterator(
      Array.from({ length }, (_, row) => tuple(all.map((column) => column.items[row] ?? fill))),
      firstGap(all),
    );
  },
  islice: (context) => {
    const numbers = context.args.positional.slice(1).map((_, index) => numberOf(context.args, index + 1));
    const [start, stop] = numbers.length === 1 ? [0, numbers[0]] : [numbers[0] ?? 0, numbers[1]];
    const step = Math.max(1, numbers[2] ?? 1);
    const turns = makingOf(context, selfOf(context));
    return makeItems(context, function* () {
      for (let index = 0; stop === undefined || index < stop; index += 1) {
        const item = turns.next();
        if (!item) return endOf(turns);
        if (index >= start && (index - start) % step === 0) yield item;
      }
      return {};
    });
  },
  starmap: (context) => {
    const turns = makingOf(context, argumentOf(context.args, 1) ?? NONE);
    const fn = selfOf(context);
    return makeItems(context, function* () {
      for (let item = turns.next(); item; item = turns.next())
        yield invoke(context, fn, ...context.interpreter.iterate(item, context.at).items);
      return endOf(turns);
    });
  },
  accumulate: (context) => {
    const turns = makingOf(context, selfOf(context));
    const combine = argumentOf(context.args, 1, "func");
    const initial = context.args.keywords.get("initial")?.value;
    return makeItems(context, function* () {
      let last: Value | undefined = initial && initial.kind !== "none" ? initial : undefined;
      if (last) yield last;
      for (let item = turns.next(); item; item = turns.next()) {
        last = last ? (combine && combine.kind !== "none" ? invoke(context, combine, last, item) : added(last, item, context)) : item;
        yield last;
      }
      return endOf(turns);
    });
  },
  takewhile: (context) => {
    const turns = makingOf(context, argumentOf(context.args, 1) ?? NONE);
    return makeItems(context, function* () {
      for (let item = turns.next(); item; item = turns.next()) {
        const verdict = context.interpreter.truth(invoke(context, selfOf(context), item));
        if (verdict !== "yes") return verdict === "no" ? {} : { gap: undecided(context) };
        yield item;
      }
      return endOf(turns);
    });
  },
  dropwhile: (context) => {
    const turns = makingOf(context, argumentOf(context.args, 1) ?? NONE);
    return makeItems(context, function* () {
      let isDropping = true;
      for (let item = turns.next(); item; item = turns.next()) {
        const verdict: Verdict = isDropping ? context.interpreter.truth(invoke(context, selfOf(context), item)) : "no";
        if (verdict === "unknown") return { gap: undecided(context) };
        isDropping &&= verdict === "yes";
        if (!isDropping) yield item;
      }
      return endOf(turns);
    });
  },
  filterfalse: (context) => {
    const turns = makingOf(context, argumentOf(context.args, 1) ?? NONE);
    const test = selfOf(context);
    return makeItems(context, () => passing(context, turns, (item) => (test.kind === "none" ? item : invoke(context, test, item)), "no"));
  },
  cycle: (context) => {
    const turns = makingOf(context, selfOf(context));
    return makeItems(context, function* () {
      const items: Value[] = [];
      for (let item = turns.next(); item; item = turns.next()) {
        items.push(item);
        yield item;
      }
      if (turns.gap) return { gap: turns.gap };
      while (items.length > 0) yield* items;
      return {};
    });
  },
  batched: (context) => {
    const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
    const size = Math.max(1, numberOf(context.args, 1, "n") ?? 1);
    const rows = Array.from({ length: Math.ceil(items.length / size) }, (_, row) => tuple(items.slice(row * size, (row + 1) * size)));
    return iterator(rows, gap);
  },
  tee: (context) => {
    const turns = makingOf(context, selfOf(context));
    const source = makeItems(context, function* () {
      const gap = yield* each(turns);
      return gap ? { gap } : {};
    });
    if (source.kind !== "iterator") return source;
    // Each goes through what the one source makes.
    return tuple(
      Array.from({ length: numberOf(context.args, 1, "n") ?? 2 }, () =>
        makeItems(context, function* () {
          for (let index = 0; ; index += 1) {
            const item = source.course?.at(index);
            if (!item) return endOf(source);
            yield item;
          }
        }),
      ),
    );
  },
  compress: (context) => {
    const [all, chosen] = columns(context);
    const verdicts = chosen?.items.map((item) => context.interpreter.truth(item)) ?? [];
    return iterator(all?.items.filter((_, index) => verdicts[index] === "yes") ?? [], all?.gap ?? chosen?.gap);
  },
  repeat: (context) => {
    const item = selfOf(context);
    const given = argumentOf(context.args, 1, "times");
    const times = numberOf(context.args, 1, "times");
    if (given && times === undefined) return context.interpreter.unknown("limit", "this repetition has no known end", context.at);
    return makeItems(context, function* () {
      for (let index = 0; times === undefined || index < times; index += 1) yield item;
      return {};
    });
  },
  count: (context) => {
    const start = argumentOf(context.args, 0, "start") ?? int(0);
    const step = argumentOf(context.args, 1, "step") ?? int(1);
    return makeItems(context, function* () {
      for (let value = start; ; value = added(value, step, context)) yield value;
    });
  },
  groupby: (context) => {
    const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
    const key = context.args.keywords.get("key")?.value ?? context.args.positional[1]?.value;
    const groups: { key: Value; items: Value[] }[] = [];
    for (const item of items) {
      const rank = key && key.kind !== "none" ? invoke(context, key, item) : item;
      const last = groups.at(-1);
      if (last && (orderOf(last.key, rank) === 0 || context.interpreter.equal(last.key, rank) === "yes")) last.items.push(item);
      else groups.push({ key: rank, items: [item] });
    }
    return iterator(
      groups.map((group) => tuple([group.key, iterator(group.items)])),
      gap,
    );
  },
};

export const ITERTOOLS: LibraryPart = {
  symbols: Object.fromEntries(Object.entries(FUNCTIONS).map(([name, model]) => [`itertools.${name}`, model])),
};
