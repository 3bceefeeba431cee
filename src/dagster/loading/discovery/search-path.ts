/**
 * Where the absolute imports of a code location are looked up, in order: the working directory as Python puts it there, the project's own package roots,
 * the folder of the entry where it is no package, its path dependencies (uv sources and workspace members, poetry paths, editable requirements) with theirs, and last every other Python
 * project of the repository, because it may be installed by means that no file shows. A path dependency thus wins over a stale package of its name elsewhere.
 */
import { fileNameOf, folderOf } from "../../../base/repository-path.ts";
import type { EntryPoint } from "../../analysis.ts";
import { iniList } from "../../version/ini-list.ts";
import { asList, asText, entriesOf, foldersUpward, joinPath, type ProjectFiles, pathIn, valueAt } from "../../version/project-files.ts";
import { entryPath } from "./module-file.ts";

const PROJECT_FILES: readonly string[] = ["pyproject.toml", "setup.py", "setup.cfg"];

/** Folders relative to the repository root. `isLibrary` tells top-level names that belong to a known library: no project is taken for one. */
export function searchPathOf(files: ProjectFiles, entry: EntryPoint, isLibrary: (name: string) => boolean): readonly string[] {
  const project = projectFolder(files, entry.workingDirectory);
  const own = [entry.workingDirectory, pathIn(entry.workingDirectory, "src"), ...packageRoots(files, project)];
  const dependencies = pathDependencies(files, project).flatMap((folder) => packageRoots(files, folder));
  const path = entryPath(files.tree, entry, own);
  const beside = path === undefined || isPackage(files, folderOf(path)) ? [] : [folderOf(path)];
  const others = otherProjects(files).flatMap((folder) => packageRoots(files, folder));
  const harmless = others.filter((root) => !files.tree.list(root).some((name) => isLibrary(name.replace(/\/$/, ""))));
  return [...new Set([...own, ...dependencies, ...beside, ...harmless])].filter((root) => root === "" || files.tree.hasFolder(root));
}

/** What lies in a package is imported through it; taken for modules of their own, its folders would hide libraries of their names. */
function isPackage(files: ProjectFiles, folder: string): boolean {
  return files.tree.has(pathIn(folder, "__init__.py"));
}

/** The nearest folder upward that is a Python project; the folder itself when there is none. */
function projectFolder(files: ProjectFiles, folder: string): string {
  return foldersUpward(folder).find((at) => isProject(files, at)) ?? folder;
}

function isProject(files: ProjectFiles, folder: string): boolean {
  return PROJECT_FILES.some((name) => files.tree.has(pathIn(folder, name)));
}

/** Folders from which a project's packages are imported: what its build configuration says, `src/`, the folder itself. */
function packageRoots(files: ProjectFiles, folder: string): readonly string[] {
  const pyproject = files.tree.has(pathIn(folder, "pyproject.toml")) ? files.value(pathIn(folder, "pyproject.toml")) : undefined;
  const setupCfg = files.tree.has(pathIn(folder, "setup.cfg")) ? files.value(pathIn(folder, "setup.cfg")) : undefined;
  const written = [
    ...asList(valueAt(pyproject, "tool", "setuptools", "packages", "find", "where")),
    ...entriesOf(valueAt(pyproject, "tool", "setuptools", "package-dir")).flatMap(([name, path]) => (name === "" ? [path] : [])),
    ...asList(valueAt(pyproject, "tool", "poetry", "packages")).map((item) => valueAt(item, "from")),
    ...asList(valueAt(pyproject, "tool", "hatch", "build", "targets", "wheel", "packages")).map((path) => folderOf(String(path))),
    ...asList(valueAt(pyproject, "tool", "hatch", "build", "targets", "wheel", "sources")),
    valueAt(pyproject, "tool", "uv", "build-backend", "module-root"),
    ...iniList(asText(valueAt(setupCfg, "options", "package_dir"))).map((line) => /^=\s*(.+)$/.exec(line)?.[1]),
    asText(valueAt(setupCfg, "options.packages.find", "where")),
    ...setupPyRoots(files, folder),
  ];
  const roots = written.map((path) => (typeof path === "string" ? joinPath(folder, path) : undefined));
  return [...roots.filter((root) => root !== undefined), pathIn(folder, "src"), folder];
}

/** `package_dir={"": "src"}`, `find_packages("src")`, `find_packages(where="src")`, read as text. */
function setupPyRoots(files: ProjectFiles, folder: string): readonly string[] {
  const path = pathIn(folder, "setup.py");
  const text = files.tree.has(path) ? (files.text(path) ?? "") : "";
  const pattern =
    /package_dir\s*=\s*\{\s*["']["']\s*:\s*["']([^"']+)["']|find(?:_namespace)?_packages\(\s*(?:where\s*=\s*)?["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ".");
}

/** Folders of the projects that this one depends on by path, theirs included, nearest first. */
export function pathDependencies(files: ProjectFiles, project: string): readonly string[] {
  const found = new Set<string>();
  const pending = [project];
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    for (const dependency of directPathDependencies(files, folder)) {
      if (dependency === project || found.has(dependency)) continue;
      found.add(dependency);
      pending.push(dependency);
    }
  }
  return [...found];
}

function directPathDependencies(files: ProjectFiles, folder: string): readonly string[] {
  const path = pathIn(folder, "pyproject.toml");
  const pyproject = files.tree.has(path) ? files.value(path) : undefined;
  const sources = entriesOf(valueAt(pyproject, "tool", "uv", "sources"));
  const poetry = [
    ...entriesOf(valueAt(pyproject, "tool", "poetry", "dependencies")),
    ...entriesOf(valueAt(pyproject, "tool", "poetry", "group")).flatMap(([, group]) => entriesOf(valueAt(group, "dependencies"))),
  ];
  const written = [
    ...[...sources, ...poetry].flatMap(([, source]) => [source, ...asList(source)]).map((source) => asText(valueAt(source, "path"))),
    ...editableRequirements(files, folder),
  ];
  const members = sources.some(([, source]) => valueAt(source, "workspace") === true) ? workspaceMembers(files, folder) : [];
  const folders = written.flatMap((relative) => (relative === undefined ? [] : [joinPath(folder, relative)]));
  return [...folders.filter((each) => each !== undefined && files.tree.hasFolder(each)), ...members].filter((each) => each !== undefined);
}

/** `-e ../lib`, `-e file:../lib` and `./lib` in requirements files. */
function editableRequirements(files: ProjectFiles, folder: string): readonly string[] {
  const names = files.tree.list(folder).filter((name) => /^requirements.*\.txt$/.test(name));
  return names.flatMap((name) =>
    (files.text(pathIn(folder, name)) ?? "").split(/\r?\n/).flatMap((line) => {
      const path = /^\s*(?:(?:-e|--editable)\s+)?(?:file:(?:\/\/)?)?(\.{1,2}(?:\/[^\s#[;]*)?)/.exec(line)?.[1];
      return path === undefined ? [] : [path];
    }),
  );
}

/** Members of the uv workspace that the folder is in; `packages/*` is one level. */
function workspaceMembers(files: ProjectFiles, folder: string): readonly string[] {
  for (const root of foldersUpward(folder)) {
    const path = pathIn(root, "pyproject.toml");
    const workspace = files.tree.has(path) ? valueAt(files.value(path), "tool", "uv", "workspace") : undefined;
    if (workspace === undefined) continue;
    return asList(valueAt(workspace, "members")).flatMap((pattern) =>
      typeof pattern === "string" ? matchingProjects(files, joinPath(root, pattern)) : [],
    );
  }
  return [];
}

function matchingProjects(files: ProjectFiles, pattern: string | undefined): readonly string[] {
  if (pattern === undefined) return [];
  const parts = pattern.split("/").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*"));
  const expression = new RegExp(`^${parts.join("/")}$`);
  return otherProjects(files).filter((folder) => expression.test(folder));
}

/** Every folder of the repository that is a Python project, sorted. */
function otherProjects(files: ProjectFiles): readonly string[] {
  const folders = files.tree
    .paths()
    .filter((path) => PROJECT_FILES.includes(fileNameOf(path)))
    .map(folderOf);
  return [...new Set(folders)].sort();
}
