/** Which files differ between two trees, by content address alone: nothing is read for it. */
import type { SourceTree } from "../base/source-tree.ts";

/**
 * Sorted paths that were added, removed or changed. A file with an address on one side only counts as changed (the working tree does not
 * address what it has not read, unless it is unchanged), one without on both sides as unchanged: nobody looked at it.
 */
export function changedFiles(base: SourceTree, head: SourceTree): readonly string[] {
  const removed = base.paths().filter((path) => !head.has(path));
  const touched = head.paths().filter((path) => !base.has(path) || base.id(path) !== head.id(path));
  return [...removed, ...touched].sort();
}
