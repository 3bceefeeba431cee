/** Where commits are read from. A code host and a local git repository both are one; what only a laptop has is `LocalRepository`. */
import type { SourceTree } from "../base/source-tree.ts";

export interface SourceStore {
  /** The commit id (40 or 64 hex digits) of a branch, a tag or an abbreviated id. Throws `unknown-ref`. */
  resolve(ref: string): Promise<string>;
  /** The best common ancestor of two commit ids. Throws `no-merge-base` when there is none, or when the history is cut off before it. */
  mergeBase(base: string, head: string): Promise<string>;
  /** Every path of the commit; no content yet. */
  open(commit: string): Promise<LoadableTree>;
}

/** A git repository on this machine. Nothing here writes to its working tree, its index or its objects. */
export interface LocalRepository extends SourceStore {
  /** Absolute path of the working tree, or of the git directory when it is bare. */
  readonly root: string;
  readonly bare: boolean;
  /** The ref that changes are merged into: `main`, `origin/main`. `undefined` when nothing tells. */
  defaultBranch(): Promise<string | undefined>;
  /** What is on the disk: tracked files as they are now, and untracked files that are not ignored. */
  openWorkingTree(): Promise<LoadableTree>;
  /** Ends the processes that were started for reading. */
  close(): Promise<void>;
}

/** A tree whose files are brought in by the batch. */
export interface LoadableTree extends SourceTree {
  /**
   * Loads what of `paths` is not there yet, in one batch. Paths that the tree does not have are left alone. A file that is too large
   * to be source (see the adapter's limit) stays `not-loaded`.
   */
  load(paths: readonly string[]): Promise<void>;
}
