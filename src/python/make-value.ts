/** Constructors for values, so that every literal, builtin and model makes them in one way. */
import type { Location } from "../base/span.ts";
import type {
  BoolValue,
  DictValue,
  FloatValue,
  IntValue,
  IteratorValue,
  ListValue,
  NativeFunction,
  NoneValue,
  SetValue,
  StrValue,
  SymbolValue,
  TupleValue,
  Unknown,
  Value,
} from "./value.ts";
import { hashKey } from "./values/hash-key.ts";

export const NONE: NoneValue = { kind: "none" };
export const TRUE: BoolValue = { kind: "bool", value: true };
export const FALSE: BoolValue = { kind: "bool", value: false };
export const ELLIPSIS: Value = { kind: "ellipsis" };

/** A place for values that no source text stands behind: builtins, defaults of models. */
export const NOWHERE: Location = { path: "", start: 0, end: 0 };

export function bool(value: boolean, assumes?: readonly string[]): BoolValue {
  if (assumes?.length) return { kind: "bool", value, assumes };
  return value ? TRUE : FALSE;
}

export function str(value: string, assumes?: readonly string[]): StrValue {
  return assumes?.length ? { kind: "str", value, assumes } : { kind: "str", value };
}

/** Integers are numbers while they are exact, bigints beyond. */
export function int(value: number | bigint): IntValue {
  if (typeof value === "bigint" && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER)
    return { kind: "int", value: Number(value) };
  return { kind: "int", value };
}

export function float(value: number): FloatValue {
  return { kind: "float", value };
}

export function symbol(name: string): SymbolValue {
  return { kind: "symbol", name };
}

export function native(name: string, call: NativeFunction["call"]): NativeFunction {
  return { kind: "native", name, call };
}

export function list(items: readonly Value[], gap?: Unknown): ListValue {
  return gap ? { kind: "list", items: [...items], complete: false, gap } : { kind: "list", items: [...items], complete: true };
}

export function tuple(items: readonly Value[], gap?: Unknown): TupleValue {
  return gap ? { kind: "tuple", items, complete: false, gap } : { kind: "tuple", items, complete: true };
}

export function iterator(items: readonly Value[], gap?: Unknown): IteratorValue {
  return gap ? { kind: "iterator", items, position: 0, complete: false, gap } : { kind: "iterator", items, position: 0, complete: true };
}

/** Items that cannot be hashed because they are unknown make the set incomplete. */
export function set(items: Iterable<Value>, gap?: Unknown, frozen = false): SetValue {
  const result: SetValue = { kind: "set", frozen, items: new Map(), complete: !gap, ...(gap && { gap }) };
  for (const item of items) addToSet(result, item);
  return result;
}

export function addToSet(target: SetValue, item: Value): void {
  const hash = hashKey(item);
  if (hash !== undefined) {
    if (!target.items.has(hash)) target.items.set(hash, item);
    return;
  }
  target.complete = false;
  if (item.kind === "unknown") target.gap ??= item;
  if (item.kind === "one-of") target.gap ??= item.condition;
}

export function dict(entries: Iterable<readonly [Value, Value]>, gap?: Unknown): DictValue {
  const result: DictValue = { kind: "dict", entries: new Map(), complete: !gap, ...(gap && { gap }) };
  for (const [key, value] of entries) setEntry(result, key, value);
  return result;
}

/** `target[key] = value`; an unknown key leaves the dict incomplete. */
export function setEntry(target: DictValue, key: Value, value: Value): void {
  const hash = hashKey(key);
  if (hash !== undefined) {
    target.entries.set(hash, { key: target.entries.get(hash)?.key ?? key, value });
    return;
  }
  target.complete = false;
  if (key.kind === "unknown") target.gap ??= key;
  if (key.kind === "one-of") target.gap ??= key.condition;
}

export function strDict(entries: Iterable<readonly [string, Value]>): DictValue {
  return dict([...entries].map(([key, value]) => [str(key), value] as const));
}

/** The value under a string key. */
export function entryOf(target: DictValue, key: string): Value | undefined {
  return target.entries.get(hashKey(str(key)) as string)?.value;
}
