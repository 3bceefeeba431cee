/**
 * A whole disk as a source tree, read file by file as it is asked: to follow path dependencies before the tree that is to be read is known.
 * It cannot list its paths, and must not be handed to anything that wants them.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { SourceTree } from "../../base/source-tree.ts";
import { MAXIMUM_FILE_BYTES } from "./file-limit.ts";

/** `root` is absolute: `/`, `C:\`. */
export function createDiskTree(root: string): SourceTree {
  const statsOf = (path: string) => statSync(root + path, { throwIfNoEntry: false });
  return {
    paths: () => [],
    has: (path) => statsOf(path)?.isFile() ?? false,
    hasFolder: (folder) => statsOf(folder)?.isDirectory() ?? false,
    list(folder) {
      if (!statsOf(folder)?.isDirectory()) return [];
      return readdirSync(root + folder, { withFileTypes: true })
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .sort();
    },
    read(path) {
      const stats = statsOf(path);
      return stats?.isFile() && stats.size <= MAXIMUM_FILE_BYTES ? new Uint8Array(readFileSync(root + path)) : "absent";
    },
    id: () => undefined,
  };
}
