/**
 * The code locations below a folder: those that configuration names, and where none does, those that convention shows. A location that two files name is
 * one. Tests, environments and build output are passed over; examples are not: they are projects that somebody runs.
 */
import type { EntryPoint } from "../../analysis.ts";
import { foldersUpward, type ProjectFiles, pathIn } from "../../version/project-files.ts";
import { conventionalEntries } from "./conventional-entries.ts";
import { DECLARING_FILES, declaredEntries } from "./declared-entries.ts";
import { entryPath } from "./module-file.ts";

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
  const folders = new Set(paths.filter((path) => DECLARING_FILES.has(nameOf(path))).map(folderOf));
  const declared: EntryPoint[] = [];
  const covered = new Set<string>();
  for (const folder of [...folders].sort()) {
    const entries = declaredEntries(files, folder);
    if (entries.length === 0) continue;
    declared.push(...entries);
    covered.add(folder);
    for (const entry of entries) covered.add(entry.workingDirectory);
  }
  const isFree = (path: string): boolean =>
    !foldersUpward(folderOf(path)).some((folder) => covered.has(folder) && (folder !== "" || root === ""));
  const conventional = conventionalEntries(
    files,
    paths.filter((path) => path.endsWith(".py") && isFree(path)),
    root,
  );
  return distinct([...declared, ...conventional], files);
}

/** Without those that name the same file (and attribute) again; the first one counts, and an explicit name is kept. */
function distinct(entries: readonly EntryPoint[], files: ProjectFiles): readonly EntryPoint[] {
  const byTarget = new Map<string, EntryPoint>();
  for (const entry of entries) {
    const roots = [entry.workingDirectory, pathIn(entry.workingDirectory, "src")];
    const path = entryPath(files.tree, entry, roots) ?? `${entry.workingDirectory}:${entry.target}`;
    const key = `${entry.kind === "autoload-defs"}:${path}:${entry.attribute ?? ""}`;
    const known = byTarget.get(key);
    if (!known) byTarget.set(key, entry);
    else if (known.name === undefined && entry.name !== undefined) byTarget.set(key, { ...known, name: entry.name });
  }
  return [...byTarget.values()];
}

function isBelow(path: string, root: string): boolean {
  return root === "" || path.startsWith(`${root}/`);
}

function isSkipped(path: string, root: string): boolean {
  const folders = path
    .slice(root === "" ? 0 : root.length + 1)
    .split("/")
    .slice(0, -1);
  return folders.some((folder) => SKIPPED_FOLDERS.has(folder) || (folder.startsWith(".") && folder !== ".github"));
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
