/** `itertools`. What has no end in Python is cut off where nobody goes on reading. */

import { argumentOf, invoke, numberOf, selfOf } from "../../builtins/arguments.ts";
import { binaryOperation } from "../../evaluate/operators/arithmetic.ts";
import { orderOf } from "../../evaluate/operators/comparison.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { int, iterator, NONE, tuple } from "../../make-value.ts";
import type { Unknown, Value } from "../../value.ts";
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
const COUNTED = 10_000;

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

/** Splits where the test first fails. */
function whileTrue(context: CallContext, part: (items: readonly Value[], end: number) => readonly Value[]): Value {
  const { items, gap } = context.interpreter.iterate(context.args.positional[1]?.value ?? NONE, context.at);
  const verdicts = items.map((item) => context.interpreter.truth(invoke(context, selfOf(context), item)));
  if (verdicts.includes("unknown")) return context.interpreter.unknown("unsupported", "this test is not decided", context.at);
  const end = verdicts.indexOf("no");
  return iterator(part(items, end < 0 ? items.length : end), gap);
}

/** What is taken of an iterator is gone from it; the rest stays. */
function takeFirst(value: Value, most: number | undefined, { interpreter, at }: CallContext): Items {
  if (value.kind !== "iterator" || most === undefined) return interpreter.iterate(value, at);
  const items = value.items.slice(value.position, value.position + most);
  value.position += items.length;
  return value.gap ? { items, gap: value.gap } : { items };
}

const FUNCTIONS: Readonly<Record<string, SymbolModel>> = {
  chain: (context) => {
    const all = columns(context);
    return iterator(
      all.flatMap((column) => column.items),
      firstGap(all),
    );
  },
  "chain.from_iterable": (context) => {
    const outer = context.interpreter.iterate(selfOf(context), context.at);
    const all = outer.items.map((item) => context.interpreter.iterate(item, context.at));
    return iterator(
      all.flatMap((column) => column.items),
      outer.gap ?? firstGap(all),
    );
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
    const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
    return iterator(
      items.slice(1).map((item, index) => tuple([items[index] as Value, item])),
      gap,
    );
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
    const { items, gap } = takeFirst(selfOf(context), stop, context);
    return iterator(
      items.slice(start, stop).filter((_, index) => index % step === 0),
      stop !== undefined && items.length >= stop ? undefined : gap,
    );
  },
  starmap: (context) => {
    const { items, gap } = context.interpreter.iterate(context.args.positional[1]?.value ?? NONE, context.at);
    return iterator(
      items.map((item) => invoke(context, selfOf(context), ...context.interpreter.iterate(item, context.at).items)),
      gap,
    );
  },
  accumulate: (context) => {
    const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
    const combine = argumentOf(context.args, 1, "func");
    const initial = context.args.keywords.get("initial")?.value;
    const sums: Value[] = initial && initial.kind !== "none" ? [initial] : [];
    for (const item of items) {
      const last = sums.at(-1);
      sums.push(last ? (combine ? invoke(context, combine, last, item) : added(last, item, context)) : item);
    }
    return iterator(sums, gap);
  },
  takewhile: (context) => whileTrue(context, (items, end) => items.slice(0, end)),
  dropwhile: (context) => whileTrue(context, (items, end) => items.slice(end)),
  filterfalse: (context) => {
    const { items, gap } = context.interpreter.iterate(context.args.positional[1]?.value ?? NONE, context.at);
    const verdicts = items.map((item) => context.interpreter.truth(invoke(context, selfOf(context), item)));
    if (verdicts.includes("unknown")) return context.interpreter.unknown("unsupported", "this filter is not decided", context.at);
    return iterator(
      items.filter((_, index) => verdicts[index] === "no"),
      gap,
    );
  },
  cycle: (context) => {
    const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
    // Endless in Python, as `count` is.
    return iterator(items.length === 0 ? [] : Array.from({ length: 10_000 }, (_, index) => items[index % items.length] as Value), gap);
  },
  batched: (context) => {
    const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
    const size = Math.max(1, numberOf(context.args, 1, "n") ?? 1);
    const rows = Array.from({ length: Math.ceil(items.length / size) }, (_, row) => tuple(items.slice(row * size, (row + 1) * size)));
    return iterator(rows, gap);
  },
  tee: (context) => {
    const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
    return tuple(Array.from({ length: numberOf(context.args, 1, "n") ?? 2 }, () => iterator(items, gap)));
  },
  compress: (context) => {
    const [all, chosen] = columns(context);
    const verdicts = chosen?.items.map((item) => context.interpreter.truth(item)) ?? [];
    return iterator(all?.items.filter((_, index) => verdicts[index] === "yes") ?? [], all?.gap ?? chosen?.gap);
  },
  repeat: (context) => {
    const times = numberOf(context.args, 1, "times");
    if (times === undefined || times > MOST) return context.interpreter.unknown("limit", "this repetition has no known end", context.at);
    return iterator(Array.from({ length: times }, () => selfOf(context)));
  },
  count: (context) => {
    const start = numberOf(context.args, 0, "start") ?? 0;
    const step = numberOf(context.args, 1, "step") ?? 1;
    // Endless in Python: as much of it as loops beside a finite column can take.
    const gap = context.interpreter.unknown("limit", "this counting has no end", context.at);
    return iterator(
      Array.from({ length: COUNTED }, (_, index) => int(start + index * step)),
      gap,
    );
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
