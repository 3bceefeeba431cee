/**
 * How far a project outside of any repository reaches: its own folder and the folders that its path dependencies name (uv sources, poetry
 * paths, editable requirements). Only those are listed, not what lies between them.
 */
import { join, parse, relative, sep } from "node:path";
import { pathDependencies } from "../../dagster/loading/discovery/search-path.ts";
import { projectFiles } from "../../dagster/version/project-files.ts";
import { createDiskTree } from "./disk-tree.ts";

export interface ProjectReach {
  /** Absolute: the outermost folder. */
  readonly root: string;
  /** Relative to `root`, with forward slashes; none contains another. */
  readonly folders: readonly string[];
}

/** `folder` is absolute. A dependency that cannot be followed is left out; reading the project will say what is missing. */
export function projectReach(folder: string): ProjectReach {
  const disk = parse(folder).root;
  const start = toPosix(relative(disk, folder));
  const folders = [start, ...dependenciesOf(disk, start)];
  const shared = folders.map((path): readonly string[] => path.split("/")).reduce(sharedParts);
  const root = shared.join("/");
  const outermost = folders.filter((path) => !folders.some((other) => other !== path && path.startsWith(`${other}/`)));
  return {
    root: join(disk, root),
    folders: [...new Set(outermost)].map((path) => (root === "" ? path : path.slice(root.length + 1))),
  };
}

function dependenciesOf(disk: string, start: string): readonly string[] {
  try {
    return pathDependencies(projectFiles(createDiskTree(disk)), start);
  } catch {
    return [];
  }
}

function sharedParts(left: readonly string[], right: readonly string[]): readonly string[] {
  const length = left.findIndex((part, index) => part !== right[index]);
  return length < 0 ? left : left.slice(0, length);
}

function toPosix(path: string): string {
  return path.split(sep).join("/");
}
