/** A cache that forgets nothing, and shows what it has. */
import type { Cache } from "../../src/ports/cache.ts";

export interface MemoryCache extends Cache {
  readonly entries: Map<string, Uint8Array>;
}

export function createMemoryCache(): MemoryCache {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    get: async (key) => entries.get(key),
    getMany: async (keys) => new Map([...entries].filter(([key]) => keys.includes(key))),
    put: async (key, value) => void entries.set(key, value instanceof Uint8Array ? value : Buffer.concat([...value])),
  };
}
