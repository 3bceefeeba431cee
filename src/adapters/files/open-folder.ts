/**
 * A folder that is no git repository, as a tree. Symlinks are not followed, and folders that hold other people's code or a tool's
 * leavings are skipped: there is no .gitignore to tell.
 */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../app/errors.ts";
import type { LoadableTree } from "../../ports/source-store.ts";
import { isForeignFolder } from "./foreign-folders.ts";
import { createLoadableTree } from "./loadable-tree.ts";
import { readFiles } from "./read-files.ts";

/** Somebody who names their home folder by mistake shall hear so, not wait. */
const MAXIMUM_FILES = 200_000;

/**
 * The files below `folder`, or only those below some folders in it (`parts`, relative to it). Throws `file-not-found` when `folder` is no
 * folder, `too-many-files` beyond the limit.
 */
export async function openFolder(folder: string, parts: readonly string[] = [""]): Promise<LoadableTree> {
  if (!(await isFolder(folder))) throw new AppError({ code: "file-not-found", path: folder });
  const ids = new Map<string, string | undefined>();
  for (const part of parts) {
    for await (const path of walk(folder, part)) {
      ids.set(path, undefined);
      if (ids.size > MAXIMUM_FILES) throw new AppError({ code: "too-many-files", path: folder, limit: MAXIMUM_FILES });
    }
  }
  return createLoadableTree({ ids, fetch: (paths) => readFiles(folder, paths) });
}

async function* walk(root: string, folder: string): AsyncGenerator<string> {
  for (const entry of await readFolder(join(root, folder))) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) yield path;
    if (entry.isDirectory() && !isForeignFolder(entry.name) && !(await isVirtualEnvironment(join(root, path)))) yield* walk(root, path);
  }
}

/** A folder that we may not list is as good as empty: what it holds cannot be loaded by anybody with our rights. */
async function readFolder(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Source: PEP 405, a virtual environment is marked by `pyvenv.cfg`, whatever it is called. */
async function isVirtualEnvironment(folder: string): Promise<boolean> {
  return (await stat(join(folder, "pyvenv.cfg")).catch(() => undefined))?.isFile() ?? false;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
