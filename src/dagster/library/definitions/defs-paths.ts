/** Folders of the repository as the paths that code sees, and back. */

import { toAbsolute } from "../../../python/files/virtual-path.ts";
import type { CallContext } from "../../../python/library.ts";
import { makePath } from "../../../python/stdlib/filesystem/pathlib.ts";
import { pathText, repositoryPath } from "../../../python/stdlib/filesystem/paths.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";

/** A `pathlib.Path` of a folder or file; `""` is the repository's root. */
export function pathObject(path: string, context: CallContext): LibraryObject {
  return makePath(toAbsolute(path), context.at);
}

/** The place in the repository that a str or `Path` names; `undefined` when it is outside or not known. */
export function pathInRepository(value: Value, context: CallContext): string | undefined {
  const text = pathText(value);
  return text === undefined ? undefined : repositoryPath(context, text);
}

export function parentOf(path: string): string | undefined {
  if (path === "") return undefined;
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

export function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
