/**
 * Compact trees between runs: fetched from the cache before an analysis, handed to the core, and stored after it. The trees that one run
 * made are one entry, and an index says which entry holds which blob: an entry a file costs a second for every few hundred files. Keyed by
 * the version of what makes the trees, because their shape is ours to change. What two runs write at once may be forgotten, never wrong.
 */
import { stableHash } from "../../base/hash/stable-hash.ts";
import type { Cache } from "../../ports/cache.ts";
import type { LoweredFiles } from "../../syntax/lowered-files.ts";
import type { Module } from "../../syntax/statement.ts";

export interface StoredLoweredFiles extends LoweredFiles {
  /** Whether `get` is likely to know it; cheap. */
  has(id: string): boolean;
  /** A tree that somebody has as JSON already: it is decoded when it is asked for, and stored as it is. */
  add(id: string, json: string): void;
  /** Brings in what the cache has of `ids`. */
  fetch(ids: readonly string[]): Promise<void>;
  /** Stores what was set and added. */
  store(): Promise<void>;
}

/** Beyond this many files the index starts anew: about six megabytes. */
const LARGEST_INDEX = 80_000;

/** `version` changes whenever the same bytes may give another tree. */
export function createStoredLoweredFiles(cache: Cache, version: string): StoredLoweredFiles {
  /** A tree that nobody has asked for is still JSON, as it came. */
  const trees = new Map<string, Module | string | Uint8Array>();
  /** What is not in the cache, by blob id; where the JSON is not there, it is made of the tree. */
  const fresh = new Map<string, string | undefined>();
  const indexKey = `lowered/${version}/index`;
  const packKey = (name: string) => `lowered/${version}/${name}`;
  /** The name of the entry that holds a blob's tree, by blob id. */
  const readIndex = async () => new Map(Object.entries(record(parseJson(decode((await cache.get(indexKey)) ?? new Uint8Array())))));
  return {
    has: (id) => trees.has(id),
    get(id) {
      const tree = trees.get(id);
      if (tree === undefined || (typeof tree !== "string" && "kind" in tree)) return tree;
      const module = parseJson(typeof tree === "string" ? tree : decode(tree));
      if (isModule(module)) trees.set(id, module);
      else trees.delete(id);
      return isModule(module) ? module : undefined;
    },
    set(id, tree) {
      trees.set(id, tree);
      fresh.set(id, undefined);
    },
    add(id, json) {
      trees.set(id, json);
      fresh.set(id, json);
    },
    async fetch(ids) {
      const wanted = ids.filter((id) => !trees.has(id));
      if (wanted.length === 0) return;
      const index = await readIndex();
      const packs = new Set(wanted.flatMap((id) => index.get(id) ?? []).filter((name) => typeof name === "string"));
      for (const bytes of (await cache.getMany([...packs].map(packKey))).values()) {
        for (const [id, json] of readPack(bytes)) if (!trees.has(id)) trees.set(id, json);
      }
    },
    async store() {
      if (fresh.size === 0) return;
      const added = [...fresh.keys()].sort();
      const name = stableHash(added.join(" "));
      await cache.put(
        packKey(name),
        writePack(added, (id) => fresh.get(id) ?? JSON.stringify(trees.get(id))),
      );
      fresh.clear();
      const known = await readIndex();
      const kept = known.size + added.length > LARGEST_INDEX ? [] : [...known];
      await cache.put(indexKey, encode(JSON.stringify(Object.fromEntries([...kept, ...added.map((id) => [id, name] as const)]))));
    },
  };
}

/** Characters in a piece of a pack that is written. */
const PIECE = 1 << 20;

/** A line for each tree: its blob id, a space and its JSON, which has no line break. */
function* writePack(ids: readonly string[], jsonOf: (id: string) => string): Generator<Uint8Array> {
  let lines = "";
  for (const id of ids) {
    lines += `${id} ${jsonOf(id)}\n`;
    if (lines.length < PIECE) continue;
    yield encode(lines);
    lines = "";
  }
  yield encode(lines);
}

const [BLANK, LINE_FEED] = [0x20, 0x0a];

function* readPack(pack: Uint8Array): Generator<readonly [id: string, json: Uint8Array]> {
  for (let start = 0; start < pack.length; ) {
    const newline = pack.indexOf(LINE_FEED, start);
    const end = newline < 0 ? pack.length : newline;
    const blank = pack.indexOf(BLANK, start);
    if (blank > start && blank < end) yield [decode(pack.subarray(start, blank)), pack.subarray(blank + 1, end)];
    start = end + 1;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The cache promises whole entries, and the key their version; anything else is as good as a miss. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function isModule(value: unknown): value is Module {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "module";
}
