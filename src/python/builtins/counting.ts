/** Dicts that count: the methods and operators that `collections.Counter` has beside those of a dict. */
import type { CallContext } from "../library.ts";
import { dict, int, iterator, list, NONE, setEntry, str, tuple } from "../make-value.ts";
import type { DictValue, Value } from "../value.ts";
import { hashKey } from "../values/hash-key.ts";
import { numberOf } from "./arguments.ts";

function countOf(value: Value | undefined): number {
  return value?.kind === "int" ? Number(value.value) : 0;
}

/** Adds (or takes away) counts: of a mapping its numbers, of anything else one for each item. */
export function count(self: DictValue, context: CallContext, sign: 1 | -1): Value {
  const [, source] = context.args.positional.map((argument) => argument.value);
  const change = (key: Value, by: number): void => {
    const hash = hashKey(key);
    const old = hash === undefined ? undefined : self.entries.get(hash)?.value;
    setEntry(self, key, int(countOf(old) + sign * by));
  };
  if (source?.kind === "dict") for (const { key, value } of source.entries.values()) change(key, countOf(value));
  else if (source && source.kind !== "none") for (const item of context.interpreter.iterate(source, context.at).items) change(item, 1);
  const gap = source && "gap" in source ? source.gap : source?.kind === "unknown" ? source : undefined;
  if (gap) Object.assign(self, { complete: false, gap });
  for (const [name, { value }] of context.args.keywords) change(str(name), countOf(value));
  return NONE;
}

type OnCounter = (self: DictValue, context: CallContext) => Value;

/** `Counter.most_common(n)`: the sort is stable, so equal counts keep their order. */
const mostCommon: OnCounter = (self, { args }) => {
  const sorted = [...self.entries.values()].sort((left, right) => countOf(right.value) - countOf(left.value));
  return list(
    sorted.slice(0, numberOf(args, 1, "n") ?? sorted.length).map((entry) => tuple([entry.key, entry.value])),
    self.gap,
  );
};

export const COUNTER: Readonly<Record<string, OnCounter>> = {
  most_common: mostCommon,
  elements: (self) =>
    iterator(
      [...self.entries.values()].flatMap(({ key, value }) => Array.from({ length: Math.max(0, countOf(value)) }, () => key)),
      self.gap,
    ),
  total: (self) => self.gap ?? int([...self.entries.values()].reduce((total, { value }) => total + countOf(value), 0)),
  subtract: (self, context) => count(self, context, -1),
};

/** `left + right` and its kin: only counts above zero are kept. */
export function counterOperation(operator: string, left: DictValue, right: DictValue): Value | undefined {
  const combine = OPERATIONS[operator];
  if (!combine) return undefined;
  const result: DictValue = { ...dict([], left.gap ?? right.gap), counts: true };
  for (const [hash, { key }] of new Map([...left.entries, ...right.entries])) {
    const sum = combine(countOf(left.entries.get(hash)?.value), countOf(right.entries.get(hash)?.value));
    if (sum > 0) setEntry(result, key, int(sum));
  }
  return result;
}

const OPERATIONS: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "&": Math.min,
  "|": Math.max,
};
