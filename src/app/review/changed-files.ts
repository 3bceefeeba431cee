/** Which files differ between two trees, by content address alone: nothing is read for it. */
import { fileNameOf } from "../../base/repository-path.ts";
import type { SourceTree } from "../../base/source-tree.ts";

/**
 * Sorted paths that were added, removed or changed. A file with an address on one side only counts as changed (the working tree does not
 * address what it has not read, unless it is unchanged), one without on both sides as unchanged: nobody looked at it.
 */
export function changedFiles(base: SourceTree, head: SourceTree): readonly string[] {
  const removed = base.paths().filter((path) => !head.has(path));
  const touched = head.paths().filter((path) => !base.has(path) || base.id(path) !== head.id(path));
  return [...removed, ...touched].sort();
}

/**
 * Where the files of `base` went that `head` does not have: the one new file with the same bytes, else the one new file of the same name.
 * Where several could have gone to several, nothing is claimed.
 */
export function renamedFiles(base: SourceTree, head: SourceTree): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  pairFiles(base, head, renames, (tree, path) => tree.id(path));
  pairFiles(base, head, renames, (_, path) => fileNameOf(path));
  return renames;
}

type Trait = (tree: SourceTree, path: string) => string | undefined;

function pairFiles(base: SourceTree, head: SourceTree, renames: Map<string, string>, trait: Trait): void {
  const taken = new Set(renames.values());
  const gone = groupByTrait(base, (path) => !head.has(path) && !renames.has(path), trait);
  const added = groupByTrait(head, (path) => !base.has(path) && !taken.has(path), trait);
  for (const [key, [source, ...otherSources]] of gone) {
    const [target, ...otherTargets] = added.get(key) ?? [];
    if (source !== undefined && target !== undefined && otherSources.length + otherTargets.length === 0) renames.set(source, target);
  }
}

function groupByTrait(tree: SourceTree, wanted: (path: string) => boolean, trait: Trait): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of tree.paths()) {
    const key = wanted(path) ? trait(tree, path) : undefined;
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return groups;
}
