/** Where a dotted module name leads below given folders, by existence alone: enough to tell entries apart, not an import. */
import type { SourceTree } from "../../../base/source-tree.ts";
import type { EntryPoint } from "../../analysis.ts";
import { joinPath, pathIn } from "../../version/project-files.ts";

/** The file of `shop.definitions`: a module or the `__init__.py` of a package. */
export function moduleFile(tree: SourceTree, roots: readonly string[], name: string): string | undefined {
  const relative = name.replaceAll(".", "/");
  return roots.flatMap((root) => [pathIn(root, `${relative}.py`), pathIn(root, `${relative}/__init__.py`)]).find((path) => tree.has(path));
}

/** The folder of `shop.defs`, a package or a plain folder. */
export function moduleFolder(tree: SourceTree, roots: readonly string[], name: string): string | undefined {
  return roots.map((root) => pathIn(root, name.replaceAll(".", "/"))).find((folder) => tree.hasFolder(folder));
}

/** The file (or folder of definitions) that an entry names; `undefined` when there is none. */
export function entryPath(tree: SourceTree, entry: EntryPoint, roots: readonly string[]): string | undefined {
  if (entry.kind === "file") {
    const path = joinPath(entry.workingDirectory, entry.target);
    return path !== undefined && tree.has(path) ? path : undefined;
  }
  return moduleFile(tree, roots, entry.target) ?? moduleFolder(tree, roots, entry.target);
}
