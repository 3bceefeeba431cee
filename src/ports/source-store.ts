import type { SourceTree } from "../base/source-tree.ts";

/** Where commits are read from: a local git repository, a folder, a code host. */
export interface SourceStore {
  /** A commit id for a ref, a tag, or an abbreviated id. Throws `UnknownRefError`. */
  resolve(ref: string): Promise<string>;
  /** Throws `UnknownRefError` when the two have nothing in common. */
  mergeBase(base: string, head: string): Promise<string>;
  /** Every path of the commit; no content yet. */
  open(commit: string): Promise<LoadableTree>;
}

/** A tree whose files are brought in by the batch. */
export interface LoadableTree extends SourceTree {
  /** Loads what of `paths` is not there yet, in one batch. */
  load(paths: readonly string[]): Promise<void>;
}
