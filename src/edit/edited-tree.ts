/** A source tree with some files as they would be after an edit: everything else is read through. */

import { compareKeys } from "../base/order.ts";
import { isBelow } from "../base/repository-path.ts";
import type { SourceTree } from "../base/source-tree.ts";

/** `texts` by path; a path that the tree does not have is a new file. */
export function editedTree(tree: SourceTree, texts: ReadonlyMap<string, string>): SourceTree {
  const encoded = new Map([...texts].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const added = [...texts.keys()].filter((path) => !tree.has(path));
  const paths = added.length === 0 ? tree.paths() : [...tree.paths(), ...added].sort(compareKeys);
  return {
    paths: () => paths,
    has: (path) => encoded.has(path) || tree.has(path),
    hasFolder: (folder) => tree.hasFolder(folder) || added.some((path) => isBelow(path, folder)),
    list: (folder) => [...new Set([...tree.list(folder), ...namesIn(folder, added)])].sort(compareKeys),
    read: (path) => encoded.get(path) ?? tree.read(path),
    id: (path) => (encoded.has(path) ? undefined : tree.id(path)),
  };
}

/** Names directly in `folder`; folders end in `/`. */
function namesIn(folder: string, paths: readonly string[]): readonly string[] {
  const skip = folder === "" ? 0 : folder.length + 1;
  return paths
    .filter((path) => isBelow(path, folder))
    .map((path) => {
      const rest = path.slice(skip);
      const slash = rest.indexOf("/");
      return slash < 0 ? rest : rest.slice(0, slash + 1);
    });
}
