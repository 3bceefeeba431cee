/**
 * Reads files of one folder from the disk, and nothing outside of it: a symlink is never followed, neither a file nor a folder on
 * the way, because what it leads to is not what the repository contains.
 */
import type { Stats } from "node:fs";
import { lstat, readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { blobId, type ObjectFormat } from "./blob-id.ts";
import { MAXIMUM_FILE_BYTES } from "./file-limit.ts";
import type { LoadedFile } from "./loadable-tree.ts";

/** Enough to keep a disk busy, few enough for any limit on open files. */
const CONCURRENT_READS = 32;

/**
 * The bytes of `paths` below `root`, with git's ids. Left out is what may be there and cannot be had: a file that is too large, or that we
 * may not read. What is no regular file any more is `"absent"`.
 */
export async function readFiles(
  root: string,
  paths: readonly string[],
  format: ObjectFormat = "sha1",
): Promise<ReadonlyMap<string, LoadedFile | "absent">> {
  const files = new Map<string, LoadedFile | "absent">();
  const realRoot = await realpath(root);
  const queue = paths.values();
  async function drain(): Promise<void> {
    for (const path of queue) {
      const file = await readOne(realRoot, path, format);
      if (file !== "unavailable") files.set(path, file);
    }
  }
  await Promise.all(Array.from({ length: CONCURRENT_READS }, drain));
  return files;
}

async function readOne(realRoot: string, path: string, format: ObjectFormat): Promise<LoadedFile | "absent" | "unavailable"> {
  const absolute = join(realRoot, path);
  try {
    const stats = await statRegularFile(absolute);
    if (stats === undefined) return "absent";
    if (stats.size > MAXIMUM_FILE_BYTES) return "unavailable";
    const bytes = new Uint8Array(await readFile(absolute));
    return { bytes, id: blobId(bytes, format) };
  } catch (error) {
    return isGone(error) ? "absent" : "unavailable";
  }
}

/** `undefined` when nothing is there, when it is a symlink or a folder, or when a folder on the way is a symlink. */
export async function statRegularFile(absolute: string): Promise<Stats | undefined> {
  try {
    const stats = await lstat(absolute);
    if (!stats.isFile()) return undefined;
    return (await realpath(dirname(absolute))) === dirname(absolute) ? stats : undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

const GONE = new Set(["ENOENT", "ENOTDIR", "ELOOP"]);

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && GONE.has(String(error.code));
}
