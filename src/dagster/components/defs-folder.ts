/**
 * `load_from_defs_folder`, `load_defs` and `ComponentTree`: where a project's `defs` folder is, and everything in it. What a folder holds
 * is decided in `tree/`.
 */
import { toPlain } from "../../formats/format-node.ts";
import { parseToml } from "../../formats/toml.ts";
import type { CallContext, MethodModel } from "../../python/library.ts";
import { NONE } from "../../python/make-value.ts";
import type { LibraryObject, ModuleValue, Unknown, Value } from "../../python/value.ts";
import { derive, unsupported } from "../library/construct.ts";
import { mergeDefinitions } from "../library/definitions/definitions.ts";
import { inFolder, parentOf, pathInRepository } from "../library/definitions/defs-paths.ts";
import type { Models } from "../library/models.ts";
import { argumentsOf, bind } from "../library/signature.ts";
import { asText, valueAt } from "../version/project-files.ts";
import { SCHEMAS } from "./schemas.ts";
import { type ComponentTree, componentsAt, definitionsAt, placeAt } from "./tree/component-tree.ts";
import { LOAD_CONTEXT, loadContextMethods, loadContextObject, onLoading, pathOfArgument } from "./tree/load-context.ts";
import { buildComponent, componentLoaders } from "./tree/python-file.ts";

type TreeParts = Pick<ComponentTree, "projectRoot" | "defsModule" | "defsFolder" | "stopsAtDefinitions">;

function treeOf(parts: TreeParts, context: CallContext): ComponentTree {
  return { ...parts, context, schemas: SCHEMAS, loaded: new Map() };
}

function wholeTree(tree: ComponentTree): Value {
  return definitionsAt(placeAt(tree.defsFolder, tree), tree);
}

/** The tree of the project that a path lies in; undefined when the project has no `defs` folder. */
function projectTree(given: Value | undefined, context: CallContext): ComponentTree | Unknown | undefined {
  const start = given && pathInRepository(given, context);
  if (start === undefined) return context.interpreter.unknown("runtime-input", "the path within the project is not known", context.at);
  const project = findProject(start, context);
  if (project.kind === "unknown") return project;
  const folder = folderOfModule(project.defsModule, project.root, context);
  if (folder === undefined) return undefined;
  return treeOf({ projectRoot: project.root, defsModule: project.defsModule, defsFolder: folder, stopsAtDefinitions: false }, context);
}

function loadFromDefsFolder(context: CallContext): Value {
  const bound = bind("dagster.load_from_defs_folder", context);
  const tree = projectTree((bound.given("path_within_project") ?? bound.given("project_root"))?.value, context);
  if (tree === undefined) return mergeDefinitions([], context);
  return "kind" in tree ? tree : wholeTree(tree);
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
  const stops = value("terminate_autoloading_on_keyword_files");
  const tree = moduleTree(value("defs_root"), stops.kind !== "bool" || stops.value, context);
  return "kind" in tree ? tree : wholeTree(tree);
}

/** The tree below a module that is the `defs` folder. */
function moduleTree(root: Value, stopsAtDefinitions: boolean, context: CallContext): ComponentTree | Unknown {
  const { interpreter, at } = context;
  if (root.kind !== "module")
    return root.kind === "unknown" ? root : interpreter.unknown("runtime-input", "the module of the definitions is not known", at);
  const defsFolder = folderOfLoaded(root, context);
  if (defsFolder === undefined) return interpreter.unknown("runtime-input", "the folder of the definitions is not known", at);
  return treeOf({ projectRoot: projectRootOf(defsFolder, context), defsModule: root.name, defsFolder, stopsAtDefinitions }, context);
}

/** The nearest folder upwards with a `pyproject.toml` or `setup.py`. */
function projectRootOf(start: string, { interpreter }: CallContext): string {
  for (let folder: string | undefined = start; folder !== undefined; folder = parentOf(folder)) {
    if (interpreter.tree.has(inFolder(folder, "pyproject.toml")) || interpreter.tree.has(inFolder(folder, "setup.py"))) return folder;
  }
  return "";
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

/** The component at a path: the only one of its file, or the file's as a whole. */
function componentAt(path: string, tree: ComponentTree): Value {
  const { interpreter, at } = tree.context;
  const place = placeAt(path, tree);
  const components = componentsAt(place, tree);
  const [only] = components;
  if (only && components.length === 1) return only.component;
  const module = path.endsWith(".py") ? interpreter.importModule(place.module, at) : undefined;
  const loaders = module?.kind === "module" ? componentLoaders(module) : [];
  const [loader] = loaders;
  if (loader && loaders.length === 1) return interpreter.call(loader[1], argumentsOf({ value: loadContextObject(place, tree), at }), at);
  return interpreter.unknown("unsupported", `which component is meant by \`${path}\` is not read`, at);
}

const loadComponent: MethodModel = onLoading(({ tree }, context) => {
  const path = pathOfArgument(context, tree, context);
  return path === undefined ? unsupported(context, "the path of the component is not known") : componentAt(path, tree);
});

const buildAt: MethodModel = onLoading(({ tree }, context) => {
  if (context.args.positional.length === 0 && context.args.keywords.size === 0) return wholeTree(tree);
  const path = pathOfArgument(context, tree, context);
  return path === undefined ? unsupported(context, "the path of the definitions is not known") : definitionsAt(placeAt(path, tree), tree);
});

const METHODS: Readonly<Record<string, MethodModel>> = {
  load_component: loadComponent,
  load_component_at_path: loadComponent,
  load_structural_component_at_path: loadComponent,
  load_structural_component_at_loc: loadComponent,
  build_defs: buildAt,
  build_defs_at_path: buildAt,
};

const TREE = "dagster.ComponentTree";

/** `ComponentTree.for_project(…)`: methods as of a context that stands at the `defs` folder. */
function treeObject(tree: ComponentTree | Unknown | undefined, context: CallContext): LibraryObject | Unknown {
  if (tree === undefined) return context.interpreter.unknown("runtime-input", "the project has no `defs` folder", context.at);
  return "kind" in tree ? tree : derive(TREE, {}, context.at, { payload: { place: placeAt(tree.defsFolder, tree), tree } });
}

/** `build_defs_for_component(component)`: outside of any project. */
function buildDefsForComponent(context: CallContext): Value {
  const component = bind("dagster.build_defs_for_component", context).value("component");
  const tree = treeOf({ projectRoot: "", defsModule: "", defsFolder: "", stopsAtDefinitions: false }, context);
  return buildComponent(component, loadContextObject(placeAt("", tree), tree), context);
}

/** `build_component_defs(path)`: every component below a folder of the repository. */
function buildComponentDefs(context: CallContext): Value {
  const folder = pathInRepository(
    context.args.positional[0]?.value ?? context.args.keywords.get("components_root")?.value ?? NONE,
    context,
  );
  if (folder === undefined) return unsupported(context, "the folder of the components is not known");
  const module = folder.split("/").slice(-2).join(".");
  return wholeTree(
    treeOf({ projectRoot: projectRootOf(folder, context), defsModule: module, defsFolder: folder, stopsAtDefinitions: true }, context),
  );
}

export const defsFolderModels: Models = {
  symbols: {
    "dagster.load_from_defs_folder": loadFromDefsFolder,
    "dagster.load_defs": loadDefs,
    "dagster.build_component_defs": buildComponentDefs,
    "dagster.build_defs_for_component": buildDefsForComponent,
    [`${TREE}.for_project`]: (context) =>
      treeObject(projectTree(bind(`${TREE}.for_project`, context).value("path_within_project"), context), context),
    [`${TREE}.from_module`]: (context) =>
      treeObject(moduleTree(bind(`${TREE}.from_module`, context).value("defs_module"), false, context), context),
  },
  types: {
    [LOAD_CONTEXT]: { methods: { ...loadContextMethods, ...METHODS } },
    [TREE]: { methods: METHODS },
  },
};
