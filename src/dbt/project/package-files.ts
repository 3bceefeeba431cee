/** The files of a package by the paths that its project file names. `.dbtignore` and virtual paths are dbt's own. */

import { matchAny, type PathMatcher } from "../../base/glob.ts";
import { fileNameOf } from "../../base/repository-path.ts";
import type { DbtPackage } from "./project-file.ts";
import { joinPath, type ProjectReading, readProjectText } from "./project-reading.ts";

export interface PackageFile {
  /** From the repository's root. */
  readonly file: string;
  /** From the package's folder: dbt's `original_file_path`. */
  readonly originalPath: string;
  /** From the searched folder: what a node's `fqn` is made of. */
  readonly relativePath: string;
}

export type FileFinder = (folders: readonly string[], extensions: readonly string[]) => PackageFile[];

export function fileFinder(reading: ProjectReading, dbtPackage: DbtPackage): FileFinder {
  const ignored = ignoredPaths(reading, dbtPackage);
  const prefix = dbtPackage.folder === "" ? "" : `${dbtPackage.folder}/`;
  const all = reading.tree.paths().filter((path) => path.startsWith(prefix) && !ignored(path.slice(prefix.length)));
  return (folders, extensions) => folders.flatMap((folder) => filesBelow(all, prefix, folder, extensions));
}

function filesBelow(all: readonly string[], prefix: string, folder: string, extensions: readonly string[]): PackageFile[] {
  const below = joinPath(prefix, folder);
  if (below === undefined) return [];
  const start = below === "" ? "" : `${below}/`;
  return all
    .filter((path) => path.startsWith(start) && extensions.some((extension) => path.toLowerCase().endsWith(extension)))
    .map((file) => ({ file, originalPath: file.slice(prefix.length), relativePath: file.slice(start.length) }));
}

function ignoredPaths(reading: ProjectReading, { folder }: DbtPackage): PathMatcher {
  const file = joinPath(folder, ".dbtignore") ?? ".dbtignore";
  const text = reading.tree.has(file) ? readProjectText(reading, file) : undefined;
  const patterns = (text ?? "").split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return patterns.length === 0 ? () => false : matchAny(patterns.map((line) => line.trim()));
}

/** `orders` of `staging/orders.sql`. */
export function stemOf(path: string): string {
  const name = fileNameOf(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? name : name.slice(0, dot);
}

/** Folders of a path, without the file. */
export function foldersOf(path: string): string[] {
  return path.split("/").slice(0, -1);
}
