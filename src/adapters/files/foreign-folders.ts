/** Folders that hold other people's code or a tool's leavings, by their usual names: nobody means them when they name a project. */
const FOREIGN_FOLDERS = new Set([
  ".git",
  ".hg",
  ".svn",
  ".direnv",
  ".eggs",
  ".idea",
  ".ipynb_checkpoints",
  ".mypy_cache",
  ".nox",
  ".pytest_cache",
  ".ruff_cache",
  ".tox",
  ".venv",
  "__pycache__",
  "__pypackages__",
  "node_modules",
  "site-packages",
  "venv",
]);

/** `name` is one part of a path. */
export function isForeignFolder(name: string): boolean {
  return FOREIGN_FOLDERS.has(name);
}

/** Without what lies in such a folder, or in a virtual environment under any name. Source: PEP 405, `pyvenv.cfg` marks one. */
export function withoutForeignFiles(paths: readonly string[]): readonly string[] {
  const environments = paths.filter((path) => path.endsWith("/pyvenv.cfg")).map((path) => path.slice(0, -"pyvenv.cfg".length));
  return paths.filter(
    (path) => !path.split("/").slice(0, -1).some(isForeignFolder) && !environments.some((folder) => path.startsWith(folder)),
  );
}
