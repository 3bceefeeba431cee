/**
 * The code locations below a folder: those that configuration names, and where none does (or what it names is gone), those that commands and
 * convention show. A location that two files name is one. Tests, environments and build output are passed over; examples are not: they are projects that somebody runs.
 */
import { fileNameOf, folderOf, isBelow } from "../../../base/repository-path.ts";
import type { EntryPoint } from "../../analysis.ts";
import { foldersUpward, type ProjectFiles, pathIn } from "../../version/project-files.ts";
import { commandEntries, mayHoldCommands } from "./command-entries.ts";
import { conventionalEntries } from "./conventional-entries.ts";
import { DECLARING_FILES, declaredEntries } from "./declared-entries.ts";
import { entryPath } from "./module-file.ts";
import { searchPathOf } from "./search-path.ts";

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  "tests",
  "test",
  "site-packages",
  "node_modules",
  "venv",
  "env",
  "dbt_packages",
  "target",
  "build",
  "dist",
  "__pycache__",
]);

/** Entries below `root` (`""` is the repository root), sorted by folder. Linear in the number of files. */
export function discoverEntries(files: ProjectFiles, root: string): readonly EntryPoint[] {
  const paths = files.tree.paths().filter((path) => isBelow(path, root) && !isSkipped(path, root));
  const folders = new Set(paths.filter((path) => DECLARING_FILES.has(fileNameOf(path))).map(folderOf));
  const declared: EntryPoint[] = [];
  const covered = new Set<string>();
  const pathOf = entryPaths(files);
  const isPresent = (entry: EntryPoint): boolean => pathOf(entry) !== undefined;
  for (const folder of [...folders].sort()) {
    const entries = declaredEntries(files, folder);
    declared.push(...entries);
    const present = entries.filter(isPresent);
    if (present.length > 0) covered.add(folder);
    for (const entry of present) covered.add(entry.workingDirectory);
  }
  const commanded = paths.filter((path) => mayHoldCommands(fileNameOf(path))).flatMap((path) => commandEntries(files, path));
  const isFree = (path: string): boolean =>
    !foldersUpward(folderOf(path)).some((folder) => covered.has(folder) && (folder !== "" || root === ""));
  const conventional = conventionalEntries(
    files,
    paths.filter((path) => path.endsWith(".py") && isFree(path)),
    root,
  );
  const others = withCommands(conventional, commanded, { pathOf, isFree });
  // Configuration that is out of date names what is gone; where the code is found in another way, that says how it is run.
  const found = [...declared.filter(isPresent), ...others].map((entry) => pathOf(entry) ?? entry.workingDirectory);
  const isOutdated = (entry: EntryPoint): boolean => !isPresent(entry) && found.some((path) => isBelow(path, entry.workingDirectory));
  return distinct([...declared.filter((entry) => !isOutdated(entry)), ...others], pathOf);
}

type PathOf = (entry: EntryPoint) => string | undefined;

interface Finding {
  readonly pathOf: PathOf;
  /** False for what a declared location covers. */
  readonly isFree: (path: string) => boolean;
}

/** A command says which file of a folder is the entry where convention can only guess: what else was found in its package is left out. */
function withCommands(
  conventional: readonly EntryPoint[],
  commanded: readonly EntryPoint[],
  { pathOf, isFree }: Finding,
): readonly EntryPoint[] {
  const named = commanded.flatMap((entry) => {
    const path = pathOf(entry);
    return path?.endsWith(".py") && isFree(path) ? [{ entry, folder: folderOf(path) }] : [];
  });
  const isNamed = (entry: EntryPoint): boolean => {
    const path = pathOf(entry);
    return path !== undefined && named.some(({ folder }) => folderOf(path) === folder && folder !== "");
  };
  return [...named.map(({ entry }) => entry), ...conventional.filter((entry) => !isNamed(entry))];
}

/**
 * Without those that name the same file (and attribute) again, or the package whose `definitions` module another one names; the first one counts, and an
 * explicit name is kept.
 */
function distinct(entries: readonly EntryPoint[], pathOf: PathOf): readonly EntryPoint[] {
  const found: Located[] = [];
  for (const entry of entries) {
    const located = { entry, path: pathOf(entry) ?? `${entry.workingDirectory}:${entry.target}` };
    const index = found.findIndex((other) => isSame(other, located));
    const known = found[index]?.entry;
    if (!known) found.push(located);
    else if (known.name === undefined && entry.name !== undefined)
      found[index] = { path: located.path, entry: { ...known, name: entry.name } };
  }
  return found.map(({ entry }) => entry);
}

interface Located {
  readonly entry: EntryPoint;
  readonly path: string;
}

function isSame(left: Located, right: Located): boolean {
  const [one, other] = [left.entry, right.entry];
  if ((one.kind === "autoload-defs") !== (other.kind === "autoload-defs") || one.attribute !== other.attribute) return false;
  if (left.path === right.path) return true;
  // Two files that name one package by different modules mean one location; one file that names both means two.
  return (
    one.kind === "module" &&
    other.kind === "module" &&
    one.declaredIn !== other.declaredIn &&
    packageOf(left.path) === packageOf(right.path)
  );
}

function packageOf(path: string): string {
  return path.replace(/\/(?:__init__|definitions)\.py$/, "/");
}

/** The file of each entry; where it does not lie in its own folder, wherever imports would find it. Each is looked for once. */
function entryPaths(files: ProjectFiles): PathOf {
  const found = new Map<EntryPoint, string | undefined>();
  return (entry) => {
    if (!found.has(entry)) found.set(entry, findEntry(entry, files));
    return found.get(entry);
  };
}

function findEntry(entry: EntryPoint, files: ProjectFiles): string | undefined {
  const own = entryPath(files.tree, entry, [entry.workingDirectory, pathIn(entry.workingDirectory, "src")]);
  return (
    own ??
    entryPath(
      files.tree,
      entry,
      searchPathOf(files, entry, () => false),
    )
  );
}

function isSkipped(path: string, root: string): boolean {
  const folders = path
    .slice(root === "" ? 0 : root.length + 1)
    .split("/")
    .slice(0, -1);
  return folders.some((folder) => SKIPPED_FOLDERS.has(folder) || (folder.startsWith(".") && folder !== ".github"));
}
