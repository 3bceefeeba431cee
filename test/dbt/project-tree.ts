/** A folder of test/dbt/projects, or literal files, as a source tree whose every file is loaded. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { indexPaths } from "../../src/base/path-index.ts";
import type { SourceTree } from "../../src/base/source-tree.ts";

export const PROJECTS = join(import.meta.dirname, "projects");

export function treeOfFolder(folder: string): SourceTree {
  const index = indexPaths(filesBelow(folder).map((path) => relative(folder, path).replaceAll("\\", "/")));
  return { ...index, read: (path) => (index.has(path) ? new Uint8Array(readFileSync(join(folder, path))) : "absent"), id: () => undefined };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

export function treeOfFiles(files: Readonly<Record<string, string>>): SourceTree {
  const index = indexPaths(Object.keys(files));
  const encoder = new TextEncoder();
  return {
    ...index,
    read: (path) => (Object.hasOwn(files, path) ? encoder.encode(files[path]) : "absent"),
    id: () => undefined,
  };
}
