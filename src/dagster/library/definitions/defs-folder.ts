/**
 * `load_from_defs_folder` and `load_defs`: every Python file of a project's `defs` folder, by the rules of dagster 1.13's component tree.
 * A file with `Definitions` or `@definitions` gives only that, any other everything in it. What lives in YAML is not read here.
 */
import { toPlain } from "../../../formats/format-node.ts";
import { parseToml } from "../../../formats/toml.ts";
import type { CallContext } from "../../../python/library.ts";
import type { LibraryObject, ModuleValue, Unknown, Value } from "../../../python/value.ts";
import { asText, valueAt } from "../../version/project-files.ts";
import type { Models } from "../models.ts";
import { argumentsOf, bind } from "../signature.ts";
import { mergeDefinitions } from "./definitions.ts";
import { inFolder, parentOf, pathInRepository } from "./defs-paths.ts";
import { loadContext } from "./lazy-definitions.ts";
import { definitionsFromModules } from "./load-from-modules.ts";
import { membersOfTypes } from "./module-members.ts";

interface Folder {
  readonly path: string;
  readonly module: string;
}

interface Walk {
  readonly context: CallContext;
  /** `definitions.py` ends the walk in its folder, as `load_defs` has it. */
  readonly stopsAtDefinitions: boolean;
}

function loadFromDefsFolder(context: CallContext): Value {
  const bound = bind("dagster.load_from_defs_folder", context);
  const given = bound.given("path_within_project") ?? bound.given("project_root");
  const start = given ? pathInRepository(given.value, context) : undefined;
  if (start === undefined) return context.interpreter.unknown("runtime-input", "the path within the project is not known", context.at);
  const project = findProject(start, context);
  if (project.kind === "unknown") return project;
  const folder = folderOfModule(project.defsModule, project.root, context);
  if (folder === undefined) return mergeDefinitions([], context);
  return loadFolder({ path: folder, module: project.defsModule }, { context, stopsAtDefinitions: false });
}

interface Project {
  readonly kind: "project";
  readonly root: string;
  readonly defsModule: string;
}

/** The nearest folder upwards whose `dg.toml` or `pyproject.toml` describes a project. */
function findProject(start: string, context: CallContext): Project | Unknown {
  for (let folder: string | undefined = start; folder !== undefined; folder = parentOf(folder)) {
    for (const [file, ...path] of [
      ["dg.toml", "project"],
      ["pyproject.toml", "tool", "dg", "project"],
    ]) {
      const project = readProject(inFolder(folder, file ?? ""), path, context);
      if (project === undefined) continue;
      if ("kind" in project) return project as Unknown;
      const rootModule = asText(project["root_module"]);
      const defsModule = asText(project["defs_module"]) ?? (rootModule === undefined ? undefined : `${rootModule}.defs`);
      if (defsModule !== undefined) return { kind: "project", root: folder, defsModule };
    }
  }
  return context.interpreter.unknown("runtime-input", "no `dg.toml` or `[tool.dg.project]` describes the project", context.at);
}

function readProject(path: string, keys: readonly string[], context: CallContext): Readonly<Record<string, unknown>> | Unknown | undefined {
  if (!context.interpreter.tree.has(path)) return undefined;
  const text = context.interpreter.readText(path, context.at);
  if (typeof text !== "string") return text;
  const { root } = parseToml(text);
  const table = root && valueAt(toPlain(root), ...keys);
  return typeof table === "object" && table !== null ? (table as Readonly<Record<string, unknown>>) : undefined;
}

/** In the `src` layout or at the project's root; wherever else it can be imported from. */
function folderOfModule(module: string, root: string, context: CallContext): string | undefined {
  const relative = module.replaceAll(".", "/");
  for (const base of [inFolder(root, "src"), root]) {
    const path = inFolder(base, relative);
    if (context.interpreter.tree.hasFolder(path)) return path;
  }
  const imported = context.interpreter.importModule(module, context.at);
  return imported.kind === "module" ? parentOf(imported.file?.path ?? "") : undefined;
}

function loadDefs(context: CallContext): Value {
  const { value } = bind("dagster.load_defs", context);
  const root = value("defs_root");
  if (root.kind !== "module")
    return root.kind === "unknown"
      ? root
      : context.interpreter.unknown("runtime-input", "the module of the definitions is not known", context.at);
  const stops = value("terminate_autoloading_on_keyword_files");
  const path = folderOfLoaded(root, context);
  if (path === undefined) return context.interpreter.unknown("runtime-input", "the folder of the definitions is not known", context.at);
  return loadFolder({ path, module: root.name }, { context, stopsAtDefinitions: stops.kind !== "bool" || stops.value });
}

function folderOfLoaded(module: ModuleValue, context: CallContext): string | undefined {
  const file = module.file?.path;
  if (file !== undefined) return parentOf(file);
  const current = context.interpreter.currentModule();
  const start = current.kind === "module" ? parentOf(current.file?.path ?? "") : "";
  for (let folder = start; folder !== undefined; folder = parentOf(folder)) {
    const found = folderOfModule(module.name, folder, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

const COMPONENT_FILES = ["defs.yaml", "defs.yml", "component.yaml"];

/** Definitions of a folder and everything below. */
function loadFolder(folder: Folder, walk: Walk): LibraryObject {
  const { context } = walk;
  const { tree } = context.interpreter;
  const yaml = COMPONENT_FILES.find((name) => tree.has(inFolder(folder.path, name)));
  if (yaml) {
    const at = { path: inFolder(folder.path, yaml), start: 0, end: 0 };
    return mergeDefinitions([context.interpreter.unknown("unsupported", "components written in YAML are not read yet", at)], context);
  }
  if (walk.stopsAtDefinitions && tree.has(inFolder(folder.path, "definitions.py"))) {
    return mergeDefinitions([loadFile(folder, "definitions.py", context)], context);
  }
  const parts: Value[] = [];
  for (const entry of tree.list(folder.path)) {
    if (entry.startsWith(".") || entry === "__pycache__/") continue;
    if (entry.endsWith("/")) {
      const name = entry.slice(0, -1);
      parts.push(loadFolder({ path: inFolder(folder.path, name), module: `${folder.module}.${name}` }, walk));
    } else if (entry.endsWith(".py")) parts.push(loadFile(folder, entry, context));
  }
  return mergeDefinitions(parts, context);
}

function loadFile(folder: Folder, name: string, context: CallContext): Value {
  const path = inFolder(folder.path, name);
  const at = { path, start: 0, end: 0 };
  const dotted = name === "__init__.py" ? folder.module : `${folder.module}.${name.slice(0, -".py".length)}`;
  const module = context.interpreter.importModule(dotted, at);
  if (module.kind !== "module") return module;
  const here = { ...context, at };
  const definitions = membersOfTypes([module], ["dagster.Definitions"], here).items;
  if (definitions.length > 0) return mergeDefinitions(definitions, here);
  const lazy = membersOfTypes([module], ["dagster.LazyDefinitions"], here).items;
  if (lazy.length === 0) return definitionsFromModules([module], {}, here);
  const argument = { value: loadContext(folder.path, here), at };
  return mergeDefinitions(
    lazy.map((each) => context.interpreter.call(each, argumentsOf(argument), at)),
    here,
  );
}

export const defsFolderModels: Models = {
  symbols: {
    "dagster.load_from_defs_folder": loadFromDefsFolder,
    "dagster.load_defs": loadDefs,
    "dagster.build_component_defs": (context) =>
      context.interpreter.unknown("unsupported", "components of a folder are not read", context.at),
  },
};
