/** A cache that forgets at once: for where nothing may be kept. */
import type { Cache } from "../../ports/cache.ts";

export const NO_CACHE: Cache = { get: async () => undefined, getMany: async () => new Map(), put: async () => undefined };
