/**
 * The files on the disk, as a tree. Git says what differs from the index (by size and time, so that nothing is read for it); what does
 * not differ is read from git's objects, which gives the bytes a commit would have, whatever line endings or filters the checkout
 * applied. Neither the index nor a file is written.
 */
import { join } from "node:path";
import type { LoadableTree } from "../../ports/source-store.ts";
import type { ObjectFormat } from "../files/blob-id.ts";
import { withoutForeignFiles } from "../files/foreign-folders.ts";
import { createLoadableTree, type LoadedFile } from "../files/loadable-tree.ts";
import { readFiles, statRegularFile } from "../files/read-files.ts";
import { type GitPlace, runGit } from "./git-process.ts";
import { parseIndexListing, splitRecords } from "./listing.ts";
import type { ObjectReader } from "./object-reader.ts";

export interface WorkingTreePlace {
  readonly place: GitPlace;
  readonly objects: ObjectReader;
  readonly format: ObjectFormat;
}

export async function openWorkingTree({ place, objects, format }: WorkingTreePlace): Promise<LoadableTree> {
  const guarded = { ...place, settings: await disableFilters(place) };
  const [index, modified, untracked] = await Promise.all([
    runGit(guarded, ["ls-files", "-z", "--stage"]),
    runGit(guarded, ["ls-files", "-z", "--modified"]),
    runGit(guarded, ["ls-files", "-z", "--others", "--exclude-standard"]),
  ]);
  const changed = new Set(splitRecords(modified.stdout));
  const ids = new Map<string, string | undefined>();
  // What nobody committed and nobody ignored either: a virtual environment without a .gitignore is the usual case.
  const onDisk = [...withoutForeignFiles(splitRecords(untracked.stdout)), ...changed];
  for (const { path, id, stage } of parseIndexListing(index.stdout)) {
    if (stage !== 0) onDisk.push(path);
    else if (!changed.has(path)) ids.set(path, id);
  }
  for (const path of await keepRegularFiles(place.folder, onDisk)) ids.set(path, undefined);

  return createLoadableTree({
    ids,
    async fetch(paths) {
      const files = new Map<string, LoadedFile | "absent">(
        await readFiles(
          place.folder,
          paths.filter((path) => ids.get(path) === undefined),
          format,
        ),
      );
      const stored = paths.flatMap((path) => ids.get(path) ?? []);
      const blobs = await objects.read(stored);
      for (const path of paths) {
        const bytes = blobs.get(ids.get(path) ?? "");
        if (bytes) files.set(path, { bytes });
      }
      return files;
    },
  });
}

/** Comparing a file whose time changed would run the clean filter that the repository configures (`filter.NAME.clean`). */
async function disableFilters(place: GitPlace): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await runGit(
    place,
    ["config", "-z", "--name-only", "--get-regexp", "^filter\\..*\\.(clean|smudge|process|required)$"],
    [0, 1],
  );
  return new Map(splitRecords(stdout).map((name) => [name, name.endsWith(".required") ? "false" : ""]));
}

/** Deleted files, symlinks and folders (a repository within the repository) are in git's lists too. */
async function keepRegularFiles(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const path of new Set(paths)) {
    if (await statRegularFile(join(root, path)).catch(() => undefined)) kept.push(path);
  }
  return kept;
}
