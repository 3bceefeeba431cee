/**
 * The paths of one commit or folder, indexed by the folder they lie in: what every source tree answers about existence with.
 * It knows no bytes and touches no disk.
 */
import { fileNameOf, folderOf } from "./repository-path.ts";
import type { SourceTree } from "./source-tree.ts";

export type PathIndex = Pick<SourceTree, "paths" | "has" | "hasFolder" | "list">;

/** Indexes `paths` (relative, forward slashes). Linear in their total depth; every question after that is constant time. */
export function indexPaths(paths: Iterable<string>): PathIndex {
  const known = new Set(paths);
  const folders = new Map<string, string[]>([["", []]]);
  for (const path of known) {
    ensureFolder(folderOf(path), folders).push(fileNameOf(path));
  }
  for (const names of folders.values()) names.sort();
  const sorted = [...known].sort();
  return {
    paths: () => sorted,
    has: (path) => known.has(path),
    hasFolder: (folder) => folders.has(folder),
    list: (folder) => folders.get(folder) ?? [],
  };
}

function ensureFolder(folder: string, folders: Map<string, string[]>): string[] {
  const existing = folders.get(folder);
  if (existing) return existing;
  const names: string[] = [];
  folders.set(folder, names);
  ensureFolder(folderOf(folder), folders).push(`${fileNameOf(folder)}/`);
  return names;
}
