/**
 * From Python values to plain data: a reader says what is known, or what keeps it from being known. Never a default for a gap.
 */
import type { Location } from "../../base/span.ts";
import { namesTheRoot } from "../../python/files/virtual-path.ts";
import { NOWHERE } from "../../python/make-value.ts";
import type { Unknown, Value } from "../../python/value.ts";
import { scalarOf } from "../../python/values/enum-scalar.ts";

/** `assumes`: what was taken for granted about the environment (`"REGION unset"`). */
export interface Known<T> {
  readonly known: true;
  readonly value: T;
  readonly assumes: readonly string[];
  /** Parts of the value that are not known, and are null in it: `start` of partitions. */
  readonly lacking?: readonly Lack[];
}
export interface Lack {
  readonly part: string;
  readonly gap: Unknown;
}
export interface Gap {
  readonly known: false;
  readonly gap: Unknown;
}
export type Read<T> = Known<T> | Gap;

/** The members that are known, each with the condition it hangs on, and why there may be others. */
export interface Listing<T> {
  readonly items: readonly Listed<T>[];
  readonly gaps: readonly Unknown[];
  readonly assumes: readonly string[];
}
export interface Listed<T> {
  readonly value: T;
  readonly condition?: Unknown;
}

const NOTHING_ASSUMED: readonly string[] = [];

export function known<T>(value: T, assumes: readonly string[] = NOTHING_ASSUMED): Known<T> {
  return { known: true, value, assumes };
}

/** The gap behind a value that is not what it should be: its own cause, or a new one that says what was expected. */
export function gapOf(value: Value | undefined, expected: string): Gap {
  if (value?.kind === "unknown") return { known: false, gap: value };
  if (value?.kind === "one-of") return { known: false, gap: value.condition };
  return { known: false, gap: { kind: "unknown", reason: "unsupported", message: `${expected} was expected`, at: placeOf(value) } };
}

export function placeOf(value: Value | undefined): Location {
  if (value === undefined) return NOWHERE;
  if ("at" in value && value.at !== undefined) return value.at;
  if ("origin" in value && value.origin !== undefined) return value.origin;
  return NOWHERE;
}

/** A str; `undefined` and None are null. */
export function readOptionalStr(value: Value | undefined, what: string): Read<string | null> {
  if (value === undefined || value.kind === "none") return known(null, assumesOf(value));
  return readStr(value, what);
}

export function readStr(given: Value | undefined, what: string): Read<string> {
  const value = given && scalarOf(given);
  if (value?.kind !== "str") return gapOf(value, what);
  return namesTheRoot(value.value) ? { known: false, gap: rootGap(value) } : known(value.value, value.assumes);
}

/** Where the repository will lie is not known: an absolute path of it is no claim. */
function rootGap(value: Value): Unknown {
  return { kind: "unknown", reason: "runtime-input", message: "it holds the absolute path of the repository", at: placeOf(value) };
}

export function readBool(value: Value | undefined, what: string): Read<boolean> {
  return value?.kind === "bool" ? known(value.value, value.assumes) : gapOf(value, what);
}

/** An int or float; `undefined` and None are null. */
export function readOptionalNumber(value: Value | undefined, what: string): Read<number | null> {
  if (value === undefined || value.kind === "none") return known(null, assumesOf(value));
  return value.kind === "int" || value.kind === "float" ? known(Number(value.value), value.assumes) : gapOf(value, what);
}

export function assumesOf(value: Value | undefined): readonly string[] {
  return value !== undefined && "assumes" in value ? (value.assumes ?? NOTHING_ASSUMED) : NOTHING_ASSUMED;
}

/** Both, each assumption once. Most values assume nothing: then one side is returned as it is. */
export function unionOfAssumes(left: readonly string[], right: readonly string[]): readonly string[] {
  if (right.length === 0) return left;
  return left.length === 0 ? right : [...new Set([...left, ...right])];
}

/** Shared by all that have no members: most of what an asset could have it has not. */
const NO_MEMBERS: Listing<never> = { items: [], gaps: [], assumes: [] };

/** The members of a list, tuple, set, iterator or None. A member that is not there under every condition carries its condition; `read` is given its position. */
export function readListing<T>(value: Value | undefined, what: string, read: (item: Value, position: number) => Read<T>): Listing<T> {
  const members = membersOf(value);
  if (members === undefined) return { items: [], gaps: [gapOf(value, what).gap], assumes: [] };
  if (members.items.length === 0 && !members.gap) return NO_MEMBERS;
  const items: Listed<T>[] = [];
  const gaps: Unknown[] = [];
  let assumes: readonly string[] = [];
  const visit = (item: Value, position: number, condition: Unknown | undefined): void => {
    if (item.kind === "one-of") {
      for (const option of item.options) visit(option, position, item.condition);
      return;
    }
    const result = read(item, position);
    if (!result.known) {
      gaps.push(result.gap);
      return;
    }
    assumes = unionOfAssumes(assumes, result.assumes);
    items.push(condition ? { value: result.value, condition } : { value: result.value });
  };
  for (const [position, item] of members.items.entries()) visit(item, position, members.condition);
  if (members.gap) gaps.push(members.gap);
  return { items, gaps, assumes };
}

interface Members {
  readonly items: readonly Value[];
  readonly gap?: Unknown;
  readonly condition?: Unknown;
}

/** The members of a collection without asking the interpreter; `undefined` for what is not a collection. */
function membersOf(value: Value | undefined): Members | undefined {
  if (value === undefined || value.kind === "none") return { items: [] };
  switch (value.kind) {
    case "list":
    case "tuple":
      return withGap(value.items, value.gap);
    case "iterator":
      return withGap(value.items.slice(value.position), value.gap);
    case "set":
      return withGap([...value.items.values()], value.gap);
    case "dict":
      return withGap(
        [...value.entries.values()].map((entry) => entry.key),
        value.gap,
      );
    case "one-of": {
      const options = value.options.map(membersOf);
      if (options.some((option) => option === undefined)) return undefined;
      return { items: options.flatMap((option) => option?.items ?? []), condition: value.condition };
    }
    default:
      return undefined;
  }
}

function withGap(items: readonly Value[], gap: Unknown | undefined): Members {
  return gap ? { items, gap } : { items };
}

/** A mapping with string keys; entries under other keys are gaps. */
export function readMapping<T>(
  value: Value | undefined,
  what: string,
  read: (item: Value, key: string) => Read<T>,
): Listing<readonly [string, T]> {
  if (value === undefined || value.kind === "none") return NO_MEMBERS;
  if (value.kind !== "dict") return { items: [], gaps: [gapOf(value, what).gap], assumes: [] };
  if (value.entries.size === 0 && !value.gap) return NO_MEMBERS;
  const items: Listed<readonly [string, T]>[] = [];
  const gaps: Unknown[] = value.gap ? [value.gap] : [];
  let assumes: readonly string[] = [];
  for (const entry of value.entries.values()) {
    if (entry.key.kind !== "str") {
      gaps.push(gapOf(entry.key, `a key of ${what}`).gap);
      continue;
    }
    const result = read(entry.value, entry.key.value);
    if (!result.known) gaps.push(result.gap);
    else {
      assumes = unionOfAssumes(assumes, result.assumes);
      items.push({ value: [entry.key.value, result.value] });
    }
  }
  return { items, gaps, assumes };
}
