/**
 * The components of a project's `defs` folder, by the rules of dagster 1.13's component tree: for each path the first that fits of a YAML file
 * of components, a Python file, a folder. A folder with a YAML file has nothing else, unless its component is a folder of definitions.
 */
import type { CallContext } from "../../../python/library.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { mergeDefinitions } from "../../library/definitions/definitions.ts";
import { inFolder } from "../../library/definitions/defs-paths.ts";
import type { Schema } from "../template/resolution.ts";
import { definitionsOfFile } from "./python-file.ts";
import { type LoadedComponent, loadComponents } from "./yaml-component.ts";
import { COMPONENT_FILES } from "./yaml-file.ts";

/** A project being loaded. */
export interface ComponentTree {
  readonly context: CallContext;
  /** `""` is the repository's root. */
  readonly projectRoot: string;
  readonly defsModule: string;
  readonly defsFolder: string;
  /** `definitions.py` ends the walk in its folder, as `load_defs` has it. */
  readonly stopsAtDefinitions: boolean;
  readonly schemas: ReadonlyMap<string, Schema>;
  /** Components by the path of their YAML file: each is loaded once. */
  readonly loaded: Map<string, readonly LoadedComponent[]>;
}

/** A folder or Python file, and the names that templates below it inherit. */
export interface TreePlace {
  readonly path: string;
  readonly module: string;
  readonly scope: ReadonlyMap<string, Value>;
}

/** The place of a path of the repository in the tree; its templates have no inherited names. */
export function placeAt(path: string, tree: ComponentTree): TreePlace {
  const below = path === tree.defsFolder ? "" : path.slice(tree.defsFolder.length + 1).replace(/(\/?__init__)?\.py$/, "");
  return { path, module: below === "" ? tree.defsModule : `${tree.defsModule}.${below.replaceAll("/", ".")}`, scope: new Map() };
}

/** Definitions of a path and everything below. */
export function definitionsAt(place: TreePlace, tree: ComponentTree): LibraryObject | Unknown {
  const files = tree.context.interpreter.tree;
  if (componentFile(place, tree) !== undefined) {
    const built = componentsAt(place, tree).map((component) => component.build());
    return mergeDefinitions(built, tree.context);
  }
  if (tree.stopsAtDefinitions && files.has(inFolder(place.path, "definitions.py"))) {
    return mergeDefinitions([definitionsOfFile(childOf(place, "definitions.py"), tree)], tree.context);
  }
  if (place.path.endsWith(".py") && files.has(place.path)) return mergeDefinitions([definitionsOfFile(place, tree)], tree.context);
  return definitionsOfFolder(place, tree);
}

/** Every entry of the folder, whatever stands beside. */
export function definitionsOfFolder(place: TreePlace, tree: ComponentTree): LibraryObject {
  const parts: Value[] = [];
  for (const entry of tree.context.interpreter.tree.list(place.path)) {
    if (entry.startsWith(".") || entry === "__pycache__/") continue;
    if (entry.endsWith("/")) parts.push(definitionsAt(childOf(place, entry.slice(0, -1)), tree));
    else if (entry.endsWith(".py")) parts.push(definitionsOfFile(childOf(place, entry), tree));
  }
  return mergeDefinitions(parts, tree.context);
}

function childOf(place: TreePlace, name: string): TreePlace {
  const module = name === "__init__.py" ? place.module : `${place.module}.${name.replace(/\.py$/, "")}`;
  return { path: inFolder(place.path, name), module, scope: place.scope };
}

export function componentFile(place: TreePlace, tree: ComponentTree): string | undefined {
  return COMPONENT_FILES.map((name) => inFolder(place.path, name)).find((path) => tree.context.interpreter.tree.has(path));
}

/** The components of the folder's YAML file, one for each document. */
export function componentsAt(place: TreePlace, tree: ComponentTree): readonly LoadedComponent[] {
  const path = componentFile(place, tree);
  if (path === undefined) return [];
  const known = tree.loaded.get(path);
  if (known) return known;
  const components = loadComponents(path, place, tree, (scope) => definitionsOfFolder({ ...place, scope }, tree));
  tree.loaded.set(path, components);
  return components;
}
