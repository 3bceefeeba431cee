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
  /** Brings in what the cache has of `ids`. */
  fetch(ids: readonly string[]): Promise<void>;
  /** Stores what the core added. */
  store(): Promise<void>;
}

/** Beyond this many files the index starts anew: about six megabytes. */
const LARGEST_INDEX = 80_000;

/** `version` changes whenever the same bytes may give another tree. */
export function createStoredLoweredFiles(cache: Cache, version: string): StoredLoweredFiles {
  const trees = new Map<string, Module>();
  const fresh = new Set<string>();
  const indexKey = `lowered/${version}/index`;
  const packKey = (name: string) => `lowered/${version}/${name}`;
  /** The name of the entry that holds a blob's tree, by blob id. */
  const readIndex = async () => new Map(Object.entries(record(decode(await cache.get(indexKey)))));
  return {
    get: (id) => trees.get(id),
    set(id, tree) {
      trees.set(id, tree);
      fresh.add(id);
    },
    async fetch(ids) {
      const wanted = ids.filter((id) => !trees.has(id));
      if (wanted.length === 0) return;
      const index = await readIndex();
      const packs = new Set(wanted.flatMap((id) => index.get(id) ?? []).filter((name) => typeof name === "string"));
      for (const bytes of (await cache.getMany([...packs].map(packKey))).values()) {
        for (const [id, tree] of Object.entries(record(decode(bytes)))) if (isModule(tree) && !trees.has(id)) trees.set(id, tree);
      }
    },
    async store() {
      if (fresh.size === 0) return;
      const added = [...fresh].sort();
      fresh.clear();
      const name = stableHash(added.join(" "));
      await cache.put(packKey(name), encode(Object.fromEntries(added.map((id) => [id, trees.get(id)]))));
      const known = await readIndex();
      const kept = known.size + added.length > LARGEST_INDEX ? [] : [...known];
      await cache.put(indexKey, encode(Object.fromEntries([...kept, ...added.map((id) => [id, name] as const)])));
    },
  };
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The cache promises whole entries, and the key their version; anything else is as good as a miss. */
function decode(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
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
