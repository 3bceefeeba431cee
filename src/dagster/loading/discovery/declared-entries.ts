/**
 * Code locations that a folder's configuration files name, in the order of their authority: `dg` projects, workspace.yaml, dagster_cloud.yaml,
 * `[tool.dagster]`. It reads what stands there and asks only whether files exist; which entries are one and the same is `discover-entries.ts`.
 * Source: dagster/_core/workspace/{load,load_target}.py and dagster_dg_core/{config,context}.py, 1.13.27.
 */
import { fileNameOf } from "../../../base/repository-path.ts";
import type { EntryPoint } from "../../analysis.ts";
import { asList, asTable, asText, entriesOf, joinPath, type ProjectFiles, pathIn, valueAt } from "../../version/project-files.ts";
import { moduleFile, moduleFolder } from "./module-file.ts";

/** Files that may name code locations. */
export const DECLARING_FILES: ReadonlySet<string> = new Set([
  "pyproject.toml",
  "dg.toml",
  "workspace.yaml",
  "workspace.yml",
  "dagster_cloud.yaml",
  "dagster_cloud.yml",
]);

/** The entries that the files directly in `folder` name. */
export function declaredEntries(files: ProjectFiles, folder: string): readonly EntryPoint[] {
  const dg = dgEntry(files, folder);
  if (dg) return [dg];
  return [
    ...["workspace.yaml", "workspace.yml"].flatMap((name) => workspaceEntries(files, folder, name)),
    ...["dagster_cloud.yaml", "dagster_cloud.yml"].flatMap((name) => cloudEntries(files, folder, name)),
    ...toolDagsterEntries(files, folder),
  ];
}

/** `[tool.dg.project]` in pyproject.toml, `[project]` in dg.toml. Without a definitions module the defs folder is loaded by itself. */
function dgEntry(files: ProjectFiles, folder: string): EntryPoint | undefined {
  const declaredIn = ["pyproject.toml", "dg.toml"].map((name) => pathIn(folder, name)).find((path) => dgProject(files, path) !== undefined);
  const project = declaredIn === undefined ? undefined : dgProject(files, declaredIn);
  const root = asText(valueAt(project, "root_module"));
  if (declaredIn === undefined || root === undefined) return undefined;
  const name = asText(valueAt(project, "code_location_name")) ?? nameOfFolder(folder);
  const target = asText(valueAt(project, "code_location_target_module"));
  const place = { workingDirectory: folder, declaredIn, ...(name && { name }) };
  const definitions = target ?? `${root}.definitions`;
  const autoloads = valueAt(project, "autoload_defs") === true;
  const defs = asText(valueAt(project, "defs_module")) ?? `${root}.defs`;
  const roots = [folder, pathIn(folder, "src")];
  const isHere = moduleFile(files.tree, roots, definitions) !== undefined;
  const isModule = !autoloads && (target !== undefined || isHere || isInAnotherProject(files, roots, { definitions, defs }));
  if (isModule) return { kind: "module", target: definitions, ...place };
  return { kind: "autoload-defs", target: defs, ...place };
}

/** The package lies in another project of the repository: `dg` imports it from where it is installed. */
function isInAnotherProject(
  { tree }: ProjectFiles,
  roots: readonly string[],
  modules: { readonly definitions: string; readonly defs: string },
): boolean {
  const hasDefs = [moduleFile, moduleFolder].some((find) => find(tree, roots, modules.defs) !== undefined);
  const file = `/${modules.definitions.replaceAll(".", "/")}.py`;
  return !hasDefs && tree.paths().some((path) => path.endsWith(file));
}

function dgProject(files: ProjectFiles, path: string): unknown {
  if (!files.tree.has(path)) return undefined;
  return asTable(path.endsWith("dg.toml") ? valueAt(files.value(path), "project") : valueAt(files.value(path), "tool", "dg", "project"));
}

const WORKSPACE_TARGETS: Readonly<Record<string, { readonly kind: EntryPoint["kind"]; readonly field: string }>> = {
  python_module: { kind: "module", field: "module_name" },
  python_package: { kind: "module", field: "package_name" },
  python_file: { kind: "file", field: "relative_path" },
  autoload_defs_module: { kind: "autoload-defs", field: "module_name" },
};

function workspaceEntries(files: ProjectFiles, folder: string, name: string): readonly EntryPoint[] {
  const declaredIn = pathIn(folder, name);
  if (!files.tree.has(declaredIn)) return [];
  return asList(valueAt(files.value(declaredIn), "load_from")).flatMap((item) =>
    entriesOf(item).flatMap(([key, value]) => {
      const target = Object.hasOwn(WORKSPACE_TARGETS, key) ? WORKSPACE_TARGETS[key] : undefined;
      const named = target && (asText(value) ?? asText(valueAt(value, target.field)));
      if (!target || named === undefined) return [];
      const workingDirectory = joinPath(folder, asText(valueAt(value, "working_directory")) ?? ".") ?? folder;
      const location = { name: asText(valueAt(value, "location_name")), attribute: asText(valueAt(value, "attribute")) };
      const path = target.kind === "file" ? relativePath(workingDirectory, joinPath(folder, named)) : named;
      return path === undefined ? [] : [entry(target.kind, path, { workingDirectory, declaredIn, ...location })];
    }),
  );
}

/** Paths in dagster_cloud.yaml are relative to the build directory where there is one, else to the file; both occur for the working directory. */
function cloudEntries(files: ProjectFiles, folder: string, fileName: string): readonly EntryPoint[] {
  const declaredIn = pathIn(folder, fileName);
  if (!files.tree.has(declaredIn)) return [];
  return asList(valueAt(files.value(declaredIn), "locations")).flatMap((location) => {
    const source = valueAt(location, "code_source");
    const build = joinPath(folder, asText(valueAt(location, "build", "directory")) ?? ".") ?? folder;
    const workingDirectory = cloudWorkingDirectory(files, { folder, build, written: asText(valueAt(location, "working_directory")) });
    const place = {
      workingDirectory,
      declaredIn,
      name: asText(valueAt(location, "location_name")),
      attribute: asText(valueAt(source, "attribute")) ?? asText(valueAt(location, "attribute")),
    };
    const module = asText(valueAt(source, "module_name")) ?? asText(valueAt(source, "package_name"));
    if (module) return [entry("module", module, place)];
    const autoload = asText(valueAt(source, "autoload_defs_module_name"));
    if (autoload) return [entry("autoload-defs", autoload, place)];
    const written = asText(valueAt(source, "python_file"));
    const file = written && firstFile(files, [workingDirectory, build, folder], written);
    const path = file ? relativePath(workingDirectory, file) : written;
    return path ? [entry("file", path, place)] : [];
  });
}

function cloudWorkingDirectory(
  files: ProjectFiles,
  { folder, build, written }: { readonly folder: string; readonly build: string; readonly written: string | undefined },
): string {
  const candidates = written === undefined ? [build] : [joinPath(build, written), joinPath(folder, written), build];
  return candidates.find((candidate) => candidate !== undefined && files.tree.hasFolder(candidate)) ?? folder;
}

/** `[tool.dagster]`: `module_name`, or `modules` of type `module`. */
function toolDagsterEntries(files: ProjectFiles, folder: string): readonly EntryPoint[] {
  const declaredIn = pathIn(folder, "pyproject.toml");
  const block = files.tree.has(declaredIn) ? asTable(valueAt(files.value(declaredIn), "tool", "dagster")) : undefined;
  if (block === undefined) return [];
  const workingDirectory = joinPath(folder, asText(valueAt(block, "working_directory")) ?? ".") ?? folder;
  const place = {
    workingDirectory,
    declaredIn,
    name: asText(valueAt(block, "code_location_name")),
    attribute: asText(valueAt(block, "attribute")),
  };
  const modules = asList(valueAt(block, "modules")).filter((item) => (asText(valueAt(item, "type")) ?? "module") === "module");
  const names = [asText(valueAt(block, "module_name")), ...modules.map((item) => asText(valueAt(item, "name")))];
  return names.flatMap((name) => (name === undefined ? [] : [entry("module", name, place)]));
}

interface Place {
  readonly workingDirectory: string;
  readonly declaredIn: string;
  readonly name?: string | undefined;
  readonly attribute?: string | undefined;
}

function entry(kind: EntryPoint["kind"], target: string, { workingDirectory, declaredIn, name, attribute }: Place): EntryPoint {
  return { kind, target, workingDirectory, declaredIn, ...(name && { name }), ...(attribute && { attribute }) };
}

function firstFile(files: ProjectFiles, folders: readonly string[], relative: string): string | undefined {
  return folders.map((folder) => joinPath(folder, relative)).find((path) => path !== undefined && files.tree.has(path));
}

/** The path from a folder to a file, with `..` where it must be. */
export function relativePath(folder: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const from = folder === "" ? [] : folder.split("/");
  const to = path.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

function nameOfFolder(folder: string): string | undefined {
  return folder === "" ? undefined : fileNameOf(folder);
}
