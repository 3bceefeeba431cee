/**
 * The files of one commit (or folder), as the core sees them: every path is known, the bytes of some are.
 * The core never waits: what it meets and does not have, it notes, and whoever drives it loads that and asks again.
 */
export type FileContent = Uint8Array | "absent" | "not-loaded";

export interface SourceTree {
  /** Every regular file of the commit, sorted, relative to the repository root, with forward slashes. Symlinks and submodules are left out. */
  paths(): readonly string[];
  /** True when `path` is one of {@link paths}; constant time. */
  has(path: string): boolean;
  /** True when some file lies below `folder` (`""` is the root); constant time. */
  hasFolder(folder: string): boolean;
  /** Names (not paths) of what lies directly in `folder`, sorted; folders end in `/`. Empty for a folder that does not exist. */
  list(folder: string): readonly string[];
  read(path: string): FileContent;
  /** Content address (git blob id) where there is one: equal ids mean equal bytes. */
  id(path: string): string | undefined;
}
