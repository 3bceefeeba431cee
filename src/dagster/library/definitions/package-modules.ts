/** The modules of a package, as `pkgutil.walk_packages` finds them: itself, then everything below, in sorted order. */
import type { CallContext } from "../../../python/library.ts";
import type { ModuleValue, Value } from "../../../python/value.ts";

export function modulesOfPackage(module: Value, context: CallContext): readonly Value[] {
  if (module.kind !== "module") return [module];
  const folder = folderOf(module);
  if (folder === undefined) return [module];
  return [module, ...below(module.name, folder, context)];
}

/** The folder of a package; `undefined` for a module that is none. */
function folderOf(module: ModuleValue): string | undefined {
  const path = module.file?.path;
  if (path === undefined || !path.endsWith("__init__.py")) return undefined;
  return path.slice(0, -"/__init__.py".length);
}

function below(name: string, folder: string, context: CallContext): readonly Value[] {
  const { tree } = context.interpreter;
  const found: Value[] = [];
  for (const entry of tree.list(folder)) {
    if (entry.endsWith("/")) {
      const inner = entry.slice(0, -1);
      const path = folder === "" ? inner : `${folder}/${inner}`;
      if (!tree.has(`${path}/__init__.py`)) continue;
      found.push(context.interpreter.importModule(`${name}.${inner}`, context.at), ...below(`${name}.${inner}`, path, context));
    } else if (entry.endsWith(".py") && entry !== "__init__.py") {
      found.push(context.interpreter.importModule(`${name}.${entry.slice(0, -3)}`, context.at));
    }
  }
  return found;
}
