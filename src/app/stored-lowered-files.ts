/**
 * Compact trees between runs: fetched from the cache before an analysis, handed to the core, and stored after it. Keyed by blob id and
 * by the version of what makes them, because the shape of the tree is ours to change.
 */
import type { Cache } from "../ports/cache.ts";
import type { LoweredFiles } from "../syntax/lowered-files.ts";
import type { Module } from "../syntax/statement.ts";

export interface StoredLoweredFiles extends LoweredFiles {
  /** Brings in what the cache has of `ids`. */
  fetch(ids: readonly string[]): Promise<void>;
  /** Stores what the core added. */
  store(): Promise<void>;
}

/** `version` changes whenever the same bytes may give another tree. */
export function createStoredLoweredFiles(cache: Cache, version: string): StoredLoweredFiles {
  const trees = new Map<string, Module>();
  const fresh = new Set<string>();
  const keyOf = (id: string) => `lowered/${version}/${id}`;
  return {
    get: (id) => trees.get(id),
    set(id, tree) {
      trees.set(id, tree);
      fresh.add(id);
    },
    async fetch(ids) {
      const wanted = ids.filter((id) => !trees.has(id));
      const found = await cache.getMany(wanted.map(keyOf));
      for (const id of wanted) {
        const tree = decodeTree(found.get(keyOf(id)));
        if (tree) trees.set(id, tree);
      }
    },
    async store() {
      const added = [...fresh];
      fresh.clear();
      await Promise.all(added.map((id) => cache.put(keyOf(id), new TextEncoder().encode(JSON.stringify(trees.get(id))))));
    },
  };
}

/** The cache promises whole entries, and the key their version; anything else is as good as a miss. */
function decodeTree(bytes: Uint8Array | undefined): Module | undefined {
  if (!bytes) return undefined;
  try {
    const tree: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isModule(tree) ? tree : undefined;
  } catch {
    return undefined;
  }
}

function isModule(value: unknown): value is Module {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "module";
}
