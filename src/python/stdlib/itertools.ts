/** `itertools`, and the parts of `collections` that make collections. */

import { argumentOf, invoke, numberOf, selfOf } from "../builtins/arguments.ts";
import { binaryOperation } from "../evaluate/operators/arithmetic.ts";
import { orderOf } from "../evaluate/operators/comparison.ts";
import type { CallContext, MethodModel, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { dict, entryOf, int, iterator, list, NONE, native, setEntry, str, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { DictValue, Unknown, Value } from "../value.ts";
import type { LibraryPart } from "./part.ts";

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

const ITERTOOLS: Readonly<Record<string, SymbolModel>> = {
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
    const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
    const numbers = context.args.positional.slice(1).map((_, index) => numberOf(context.args, index + 1));
    const [start, stop] = numbers.length === 1 ? [0, numbers[0]] : [numbers[0] ?? 0, numbers[1]];
    return iterator(items.slice(start, stop), stop === undefined ? gap : undefined);
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

const counter: SymbolModel = (context) => {
  const result = dict([]);
  const { items, gap } = context.args.positional.length > 0 ? context.interpreter.iterate(selfOf(context), context.at) : { items: [] };
  for (const item of items) {
    const old = item.kind === "str" ? entryOf(result, item.value) : undefined;
    setEntry(result, item, int(old?.kind === "int" ? Number(old.value) + 1 : 1));
  }
  if (gap) Object.assign(result, { complete: false, gap });
  // What was never counted counts as zero, without becoming an entry.
  return { ...result, factory: native("Counter", () => int(0)) };
};

/** `Counter.most_common(n)`: the sort is stable, so equal counts keep their order. */
const mostCommon: SymbolModel = (context) => {
  const self = selfOf(context);
  if (self.kind !== "dict") return NONE;
  const entries = [...self.entries.values()].map((entry) => ({ entry, count: entry.value.kind === "int" ? Number(entry.value.value) : 0 }));
  const sorted = entries.sort((left, right) => right.count - left.count).map(({ entry }) => tuple([entry.key, entry.value]));
  return list(sorted.slice(0, numberOf(context.args, 1, "n") ?? sorted.length), self.gap);
};

/** `string.Template("$region_stock").substitute(region="eu")`: field `template`. */
const template: SymbolModel = (context) => ({
  kind: "object",
  type: TEMPLATE,
  fields: new Map([["template", selfOf(context)]]),
  at: context.at,
});
const TEMPLATE = "string.Template";

function substitute(strict: boolean): MethodModel {
  return (self, context) => {
    const text = self.kind === "object" ? self.fields.get("template") : undefined;
    if (text?.kind !== "str") return context.interpreter.unknown("unsupported", "this template is not known", context.at);
    let unknown: Unknown | undefined;
    const result = text.value.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare: string | undefined, braced: string | undefined) => {
      const name = bare ?? braced;
      if (name === undefined) return "$";
      const value = substitution(name, context);
      if (!value) return strict && context.args.complete ? raise("KeyError", name, context.at) : whole;
      const shown = context.interpreter.toStr(value, context.at);
      if (shown.kind === "str") return shown.value;
      unknown = context.interpreter.unknown(
        "unsupported",
        `\`${name}\` is not known`,
        context.at,
        shown.kind === "unknown" ? shown : undefined,
      );
      return whole;
    });
    return unknown ?? str(result);
  };
}

function substitution(name: string, { args }: CallContext): Value | undefined {
  const mapping = args.positional[0]?.value;
  return args.keywords.get(name)?.value ?? (mapping?.kind === "dict" ? entryOf(mapping, name) : undefined);
}

const chainMap: SymbolModel = (context) => {
  const maps = context.args.positional.map((argument) => argument.value).filter((value): value is DictValue => value.kind === "dict");
  return dict([...maps].reverse().flatMap((map) => [...map.entries.values()].map((entry) => [entry.key, entry.value] as const)));
};

export const COLLECTIONS: LibraryPart = {
  symbols: {
    ...Object.fromEntries(Object.entries(ITERTOOLS).map(([name, model]) => [`itertools.${name}`, model])),
    "collections.Counter": counter,
    "builtins.dict.most_common": mostCommon,
    "string.Template": template,
    "collections.ChainMap": chainMap,
    "collections.deque": (context) => {
      const { items, gap } = context.args.positional.length > 0 ? context.interpreter.iterate(selfOf(context), context.at) : { items: [] };
      const most = numberOf(context.args, 1, "maxlen");
      return list(most === undefined ? items : items.slice(Math.max(0, items.length - most)), gap);
    },
    "collections.defaultdict": (context) => {
      const [factory, initial] = context.args.positional;
      const entries =
        initial?.value.kind === "dict" ? [...initial.value.entries.values()].map((entry) => [entry.key, entry.value] as const) : [];
      return { ...dict(entries), ...(factory && factory.value.kind !== "none" && { factory: factory.value }) };
    },
    "types.SimpleNamespace": (context) => ({
      kind: "object",
      type: "types.SimpleNamespace",
      fields: new Map([...context.args.keywords].map(([name, argument]) => [name, argument.value])),
      at: context.at,
    }),
    "types.MappingProxyType": (context) => selfOf(context),
  },
  constants: {
    "string.ascii_lowercase": str("abcdefghijklmnopqrstuvwxyz"),
    "string.ascii_uppercase": str("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "string.ascii_letters": str("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "string.digits": str("0123456789"),
    "string.punctuation": str("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
  },
  types: { [TEMPLATE]: { methods: { substitute: substitute(true), safe_substitute: substitute(false) } } },
  aliases: { "collections.OrderedDict": "builtins.dict" },
};
