/** `heapq` and `bisect`: lists that are kept in order, item by item as CPython moves them. A list that nobody can order is no longer known. */
import { argumentOf, invoke, numberOf, selfOf, unknownIn } from "../../builtins/arguments.ts";
import { orderIn, orderValues } from "../../builtins/ordering.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { int, iterator, list, NONE } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { ListValue, Unknown, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

/** Thrown where two items cannot be compared here. */
class Unordered {}

function less(context: CallContext, left: Value | undefined, right: Value | undefined): boolean {
  const order = left && right && orderIn(context, left, right);
  if (order === undefined) throw new Unordered();
  return order < 0;
}

function siftDown(context: CallContext, items: Value[], { start, at }: { readonly start: number; readonly at: number }): void {
  let position = at;
  const item = items[position] as Value;
  while (position > start) {
    const parent = (position - 1) >> 1;
    if (!less(context, item, items[parent])) break;
    items[position] = items[parent] as Value;
    position = parent;
  }
  items[position] = item;
}

function siftUp(context: CallContext, items: Value[], start: number): void {
  let position = start;
  const item = items[position] as Value;
  for (let child = 2 * position + 1; child < items.length; child = 2 * position + 1) {
    const right = child + 1;
    const smaller = right < items.length && !less(context, items[child], items[right]) ? right : child;
    items[position] = items[smaller] as Value;
    position = smaller;
  }
  items[position] = item;
  siftDown(context, items, { start, at: position });
}

function heapify(context: CallContext, items: Value[]): void {
  for (let index = Math.floor(items.length / 2) - 1; index >= 0; index -= 1) siftUp(context, items, index);
}

function pop(context: CallContext, items: Value[]): Value {
  const last = items.pop() ?? raise("IndexError", "index out of range", context.at);
  const [first] = items;
  if (!first) return last;
  items[0] = last;
  siftUp(context, items, 0);
  return first;
}

function push(context: CallContext, items: Value[], item: Value): void {
  items.push(item);
  siftDown(context, items, { start: 0, at: items.length - 1 });
}

type OnHeap = (context: CallContext, items: Value[]) => Value;

function opened(heap: ListValue, context: CallContext): Unknown {
  const gap = heap.gap ?? context.interpreter.unknown("unsupported", "the order of this list is not known", context.at);
  heap.complete = false;
  heap.gap = gap;
  return gap;
}

/** Works on the list itself. Under a condition that nobody can decide its content is not known afterwards. */
function onList(work: OnHeap): SymbolModel {
  return (context) => {
    const heap = selfOf(context);
    if (heap.kind !== "list") return unknownIn(context.args) ?? NONE;
    const { interpreter } = context;
    if (!heap.complete || (interpreter instanceof Machine && interpreter.conditions.length > 0)) return opened(heap, context);
    try {
      return work(context, heap.items);
    } catch (thrown) {
      if (!(thrown instanceof Unordered)) throw thrown;
      return opened(heap, context);
    }
  };
}

function itemOf(context: CallContext): Value {
  return argumentOf(context.args, 1, "item") ?? NONE;
}

const HEAPS: Readonly<Record<string, SymbolModel>> = {
  heapify: onList((context, items) => {
    heapify(context, items);
    return NONE;
  }),
  heappush: onList((context, items) => {
    push(context, items, itemOf(context));
    return NONE;
  }),
  heappop: onList(pop),
  heappushpop: onList((context, items) => {
    push(context, items, itemOf(context));
    return pop(context, items);
  }),
  heapreplace: onList((context, items) => {
    const [first] = items;
    if (!first) return raise("IndexError", "index out of range", context.at);
    items[0] = itemOf(context);
    siftUp(context, items, 0);
    return first;
  }),
  nlargest: (context) => extremes(context, true),
  nsmallest: (context) => extremes(context, false),
  merge: (context) => {
    const columns = context.args.positional.map(({ value }) => context.interpreter.iterate(value, context.at));
    const gap = columns.find((column) => column.gap)?.gap;
    const ordered = orderValues(
      columns.flatMap(({ items }) => items),
      context,
    );
    return ordered ? iterator(ordered, gap) : unordered(context);
  },
};

function unordered({ args, interpreter, at }: CallContext): Value {
  return unknownIn(args) ?? interpreter.unknown("unsupported", "these values cannot be ordered here", at);
}

function extremes(context: CallContext, largest: boolean): Value {
  const count = numberOf(context.args, 0, "n");
  const { items, gap } = context.interpreter.iterate(argumentOf(context.args, 1, "iterable") ?? NONE, context.at);
  const keywords = new Map([...context.args.keywords, ["reverse", { value: { kind: "bool", value: largest }, at: context.at }] as const]);
  const ordered = orderValues(items, { ...context, args: { ...context.args, keywords } });
  return gap ?? (ordered && count !== undefined ? list(ordered.slice(0, Math.max(0, count))) : unordered(context));
}

/** Where an item belongs in an ordered list: before its equals, or after them. */
function placeIn(context: CallContext, items: readonly Value[], isLeft: boolean): number {
  const key = context.args.keywords.get("key")?.value;
  const rank = (item: Value): Value => (key && key.kind !== "none" ? invoke(context, key, item) : item);
  const wanted = argumentOf(context.args, 1, "x") ?? NONE;
  let [low, high] = [numberOf(context.args, 2, "lo") ?? 0, numberOf(context.args, 3, "hi") ?? items.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const own = rank(items[middle] as Value);
    const goesRight = isLeft ? less(context, own, wanted) : !less(context, wanted, own);
    if (goesRight) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bisecting(isLeft: boolean): SymbolModel {
  return (context) => {
    const sequence = selfOf(context);
    const { items, gap } = context.interpreter.iterate(sequence, context.at);
    if (gap) return gap;
    try {
      return int(placeIn(context, items, isLeft));
    } catch (thrown) {
      if (!(thrown instanceof Unordered)) throw thrown;
      return unordered(context);
    }
  };
}

function inserting(isLeft: boolean): SymbolModel {
  return onList((context, items) => {
    const item = argumentOf(context.args, 1, "x") ?? NONE;
    const key = context.args.keywords.get("key")?.value;
    const ranked = key && key.kind !== "none" ? invoke(context, key, item) : item;
    const positional = context.args.positional.map((each, index) => (index === 1 ? { ...each, value: ranked } : each));
    items.splice(placeIn({ ...context, args: { ...context.args, positional } }, items, isLeft), 0, item);
    return NONE;
  });
}

const BISECTIONS: Readonly<Record<string, SymbolModel>> = {
  bisect: bisecting(false),
  bisect_right: bisecting(false),
  bisect_left: bisecting(true),
  insort: inserting(false),
  insort_right: inserting(false),
  insort_left: inserting(true),
};

/** What shuffles a list leaves it in an order that only the run knows. */
const shuffle: SymbolModel = (context) => {
  const target = selfOf(context);
  if (target.kind === "list" && target.items.length > 1) {
    const gap = context.interpreter.unknown("runtime-input", "the order of a shuffled list differs from run to run", context.at);
    target.items = [];
    target.complete = false;
    target.gap = gap;
  }
  return NONE;
};

export const HEAPS_AND_BISECTION: LibraryPart = {
  symbols: {
    ...Object.fromEntries(Object.entries(HEAPS).map(([name, model]) => [`heapq.${name}`, model])),
    ...Object.fromEntries(Object.entries(BISECTIONS).map(([name, model]) => [`bisect.${name}`, model])),
    "random.shuffle": shuffle,
    "operator.setitem": (context) => {
      const [target, index, value] = context.args.positional.map((argument) => argument.value);
      return target
        ? invoke(context, context.interpreter.attribute(target, "__setitem__", context.at), index ?? NONE, value ?? NONE)
        : NONE;
    },
    "operator.delitem": (context) => {
      const [target, index] = context.args.positional.map((argument) => argument.value);
      return target ? invoke(context, context.interpreter.attribute(target, "__delitem__", context.at), index ?? NONE) : NONE;
    },
  },
};
