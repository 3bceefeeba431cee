/** Absolute paths of this machine against paths of a repository: relative, with forward slashes, `""` for the root. */
import { isAbsolute, relative, sep } from "node:path";
import { AppError } from "../../../app/errors.ts";

/** True for the folder itself too. Both are absolute and have no symlinks in them. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Throws `outside-repository`. */
export function relativePath(root: string, path: string): string {
  if (!isInside(root, path)) throw new AppError({ code: "outside-repository", path, repository: root });
  return relative(root, path).split(sep).join("/");
}
