/**
 * The one shape that YAML, TOML, JSON and CSV are read into: values with the place of every value and key, and problems as data.
 * It knows nothing of what a file means. Scalars keep the difference between int and float, and between a date and a string,
 * because Python does. A YAML alias is the very node that its anchor names: the tree may share nodes, and never has a cycle.
 */
import type { Span } from "../base/span.ts";

export type FormatNode = FormatScalar | FormatSequence | FormatMapping;

/**
 * `int` is a bigint where a number would lose digits. `date`, `datetime` and `time` are Python's `isoformat()`
 * (`2024-01-02`, `2024-01-02T03:04:05+00:00`). `bytes` has one code unit a byte.
 */
export type ScalarValue =
  | { readonly type: "null"; readonly value: null }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int"; readonly value: number | bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "str" | "date" | "datetime" | "time" | "bytes"; readonly value: string };

export type FormatScalar = ScalarValue & {
  readonly kind: "scalar";
  readonly span: Span;
  readonly tagged?: TaggedText;
};

/** A tag that the format does not define, as written, and the text of the scalar under it: only who defines the tag knows the value. */
export interface TaggedText {
  readonly tag: string;
  readonly text: string;
}

export interface FormatSequence {
  readonly kind: "sequence";
  readonly span: Span;
  /** One that the format does not define. */
  readonly tag?: string;
  readonly items: readonly FormatNode[];
}

export interface FormatMapping {
  readonly kind: "mapping";
  readonly span: Span;
  /** One that the format does not define. */
  readonly tag?: string;
  /** In Python's order: a repeated key keeps its first place and takes its last value. */
  readonly entries: readonly FormatEntry[];
}

export interface FormatEntry {
  readonly key: FormatScalar;
  readonly value: FormatNode;
}

export interface FormatProblem {
  /** One sentence without a full stop. */
  readonly message: string;
  /** `error`: the real reader refuses the file. `warning`: it takes it, and somebody will be surprised. */
  readonly severity: "error" | "warning";
  readonly span: Span;
  /** Where a tag that the format does not define is all that is wrong. */
  readonly tag?: string;
}

/** `root` is what could be read, even when there are errors; undefined when nothing could. */
export interface ParsedFormat {
  readonly root: FormatNode | undefined;
  readonly problems: readonly FormatProblem[];
}

export type FormatPath = readonly (string | number)[];

/** Deeper than this nothing is read: it bounds every recursion over a {@link FormatNode}. */
export const MAX_FORMAT_DEPTH = 200;

/** The entry with a string key. */
export function entryOf(node: FormatNode | undefined, key: string): FormatEntry | undefined {
  if (node?.kind !== "mapping") return undefined;
  for (const entry of node.entries) if (entry.key.value === key && entry.key.type === "str") return entry;
  return undefined;
}

/** The node at `["models", 0, "name"]`; undefined where the path leads nowhere. */
export function nodeAt(root: FormatNode | undefined, path: FormatPath): FormatNode | undefined {
  let node = root;
  for (const step of path) {
    if (typeof step === "string") node = entryOf(node, step)?.value;
    else node = node?.kind === "sequence" ? node.items.at(step) : undefined;
  }
  return node;
}

/**
 * The value as plain JavaScript: null, boolean, number, bigint, string, arrays, and objects whose keys are the keys' text
 * (a key `1` and a key `"1"` fall together). `__proto__` is a key like any other.
 */
export function toPlain(node: FormatNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "sequence":
      return node.items.map(toPlain);
    case "mapping":
      return Object.fromEntries(node.entries.map(({ key, value }) => [String(key.value), toPlain(value)]));
  }
}

/** What makes two keys one: Python's equality of scalars, where `1`, `1.0` and `True` are the same key. */
export function keyIdentity(key: ScalarValue): string {
  if (key.type === "bool") return `number:${Number(key.value)}`;
  if (key.type === "int" || key.type === "float") return `number:${key.value}`;
  return `${key.type}:${key.value}`;
}

/** Entries as a Python dict holds them (the first spelling of a key, the last value, and the place of the last); `onRepeat` hears of every key that is written twice. */
export function uniqueEntries(entries: readonly FormatEntry[], onRepeat?: (repeated: FormatEntry) => void): readonly FormatEntry[] {
  if (areDistinct(entries)) return entries;
  const byKey = new Map<string, FormatEntry>();
  for (const entry of entries) {
    const identity = keyIdentity(entry.key);
    const first = byKey.get(identity);
    if (first !== undefined) onRepeat?.(entry);
    byKey.set(identity, first === undefined ? entry : { key: { ...first.key, span: entry.key.span }, value: entry.value });
  }
  return [...byKey.values()];
}

/** The quick answer for few keys that are all text, which nearly all are; false where it takes a closer look. */
function areDistinct(entries: readonly FormatEntry[]): boolean {
  if (entries.length > 12) return false;
  for (let index = 0; index < entries.length; index++) {
    const key = entries[index]?.key;
    if (key?.type !== "str") return entries.length < 2;
    for (let before = 0; before < index; before++) if (entries[before]?.key.value === key.value) return false;
  }
  return true;
}
