/** Paths of the repository's files: POSIX, relative to its root, without a leading slash. The root itself is "". */

/** `shop/assets` of `shop/assets/raw.py`; "" of a file at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** `raw.py` of `shop/assets/raw.py`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** At any depth; everything is below the root. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
