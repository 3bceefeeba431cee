/** `ComponentLoadContext`: what `build_defs` and `@definitions` functions may ask of the project around them. */
import { folderOf } from "../../../base/repository-path.ts";
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { NONE, str } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { raises, unsupported } from "../../library/construct.ts";
import { inFolder, pathInRepository, pathObject } from "../../library/definitions/defs-paths.ts";
import type { Resolution } from "../template/resolution.ts";
import type { ComponentTree, TreePlace } from "./component-tree.ts";

export const LOAD_CONTEXT = "dagster.ComponentLoadContext";

/** Where the context stands. */
export interface Loading {
  readonly place: TreePlace;
  readonly tree: ComponentTree;
  /** While a class of the repository loads its component itself. */
  readonly resolution?: Resolution;
}

export function loadContextObject(place: TreePlace, tree: ComponentTree): LibraryObject {
  const { context } = tree;
  return {
    kind: "object",
    type: LOAD_CONTEXT,
    fields: new Map<string, Value>([
      ["path", pathObject(place.path, context)],
      ["project_root", pathObject(tree.projectRoot, context)],
      ["defs_module_path", pathObject(tree.defsFolder, context)],
      ["defs_module_name", str(tree.defsModule)],
    ]),
    at: { path: place.path, start: 0, end: 0 },
    payload: { place, tree } satisfies Loading,
  };
}

/** The path that an argument names; relative ones start from the `defs` folder. */
export function pathOfArgument({ args }: CallContext, tree: ComponentTree, context: CallContext): string | undefined {
  const value = args.positional[0]?.value ?? [...args.keywords.values()][0]?.value ?? NONE;
  if (value.kind === "str" && !value.value.startsWith("/")) return inFolder(tree.defsFolder, value.value.replace(/^\.\//, ""));
  const path = value.kind === "object" ? value.fields.get("path") : undefined;
  if (path?.kind === "str" && !path.value.startsWith("/")) return inFolder(tree.defsFolder, path.value);
  return pathInRepository(value, context);
}

export function onLoading(apply: (loading: Loading, context: CallContext) => Value): MethodModel {
  return (self, context) =>
    self.kind === "object" && self.payload !== undefined
      ? apply(self.payload as Loading, context)
      : unsupported(context, "this context is not read");
}

function moduleName({ place, tree }: Loading, context: CallContext): string | undefined {
  const value = context.args.positional[0]?.value ?? context.args.keywords.get("path")?.value ?? NONE;
  const folder = place.path.endsWith(".py") ? folderOf(place.path) : place.path;
  const given = value.kind === "object" ? value.fields.get("path") : value;
  const path = given?.kind === "str" && !given.value.startsWith("/") ? inFolder(folder, given.value) : pathInRepository(value, context);
  if (path === undefined || (path !== tree.defsFolder && !path.startsWith(`${tree.defsFolder}/`))) return undefined;
  const below = path
    .slice(tree.defsFolder.length + 1)
    .replace(/(^|\/)__init__\.py$/, "")
    .replace(/\.py$/, "");
  return [tree.defsModule, ...below.split("/").filter((part) => part !== "" && part !== ".")].join(".");
}

export const loadContextMethods: Readonly<Record<string, MethodModel>> = {
  for_path: onLoading(({ place, tree }, context) => {
    const path = pathInRepository(context.args.positional[0]?.value ?? NONE, context);
    return path === undefined ? raises(context, "this path is not in the project") : loadContextObject({ ...place, path }, tree);
  }),
  defs_relative_module_name: onLoading((loading, context) => {
    const name = moduleName(loading, context);
    return name === undefined ? raises(context, "this path is not in the `defs` folder") : str(name);
  }),
  load_defs_relative_python_module: onLoading((loading, context) => {
    const name = moduleName(loading, context);
    return name === undefined
      ? raises(context, "this path is not in the `defs` folder")
      : context.interpreter.importModule(name, context.at);
  }),
  normalize_component_type_str: onLoading(({ place }, { args }) => {
    const name = args.positional[0]?.value ?? NONE;
    return name.kind === "str" && name.value.startsWith(".") ? str(`${place.module}${name.value}`) : name;
  }),
  with_rendering_scope: (self) => self,
  with_source_position_tree: (self) => self,
};
