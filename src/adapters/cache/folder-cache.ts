/**
 * The cache as a folder: one file an entry, named by the hash of its key, in 256 folders. Entries carry a checksum, so that a file cut
 * short by a crash or a full disk is a miss. Writers never meet: a file is written under another name and renamed. Nothing here fails.
 */
import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Cache } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import { pruneFolder } from "./prune-folder.ts";

export interface FolderCacheOptions {
  readonly clock: Clock;
  /** Beyond this the longest unused entries go, when `prune` is called. */
  readonly limitBytes: number;
}

export interface FolderCache extends Cache {
  /** Keeps the folder within its bound. Cheap when it was done within a day. */
  prune(): Promise<void>;
}

const CHECKSUM = "sha256";
const CHECKSUM_BYTES = 32;
const CONCURRENT_READS = 32;
/** Reading renews an entry's time, which is what pruning goes by; not more often than this, to spare the disk. */
const RENEWAL = 24 * 60 * 60 * 1000;

export function createFolderCache(folder: string, { clock, limitBytes }: FolderCacheOptions): FolderCache {
  async function get(key: string): Promise<Uint8Array | undefined> {
    const path = entryPath(folder, key);
    const stored = await readFile(path).catch(() => undefined);
    const value = stored && unseal(stored);
    if (value) await renew(path, clock.now());
    return value;
  }

  return {
    get,
    async getMany(keys) {
      const found = new Map<string, Uint8Array>();
      const queue = new Set(keys).values();
      const drain = async () => {
        for (const key of queue) {
          const value = await get(key);
          if (value) found.set(key, value);
        }
      };
      await Promise.all(Array.from({ length: CONCURRENT_READS }, drain));
      return found;
    },
    async put(key, value) {
      const path = entryPath(folder, key);
      const temporary = `${path}.${randomUUID()}.tmp`;
      try {
        await writeSealed(temporary, value instanceof Uint8Array ? [value] : value);
        await rename(temporary, path);
      } catch {
        // A full or read-only disk makes the next run slower, not this one wrong.
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
    prune: () => pruneFolder(folder, limitBytes, clock),
  };
}

/** The pieces, and the checksum of all. */
async function writeSealed(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const file = await openInFolder(path);
  try {
    const hash = createHash(CHECKSUM);
    for (const piece of pieces) {
      hash.update(piece);
      await file.appendFile(piece);
    }
    await file.appendFile(hash.digest());
  } finally {
    await file.close();
  }
}

/** The folder is nearly always there: asking first would double the work of a cold run. */
async function openInFolder(path: string): Promise<FileHandle> {
  return open(path, "w").catch(async () => {
    await mkdir(dirname(path), { recursive: true });
    return open(path, "w");
  });
}

function entryPath(folder: string, key: string): string {
  const name = createHash("sha256").update(key).digest("hex");
  return join(folder, name.slice(0, 2), name.slice(2));
}

function unseal(stored: Buffer): Uint8Array | undefined {
  if (stored.length < CHECKSUM_BYTES) return undefined;
  const value = stored.subarray(0, -CHECKSUM_BYTES);
  return createHash(CHECKSUM).update(value).digest().equals(stored.subarray(-CHECKSUM_BYTES)) ? value : undefined;
}

async function renew(path: string, now: number): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats || now - stats.mtimeMs < RENEWAL) return;
  await utimes(path, new Date(now), new Date(now)).catch(() => undefined);
}
