/**
 * Does a path exist? Of the repository the tree says it. Outside of it nothing is known, nor of what a tool makes in the repository before the
 * code is loaded (dbt its packages), unless that is sure to be there.
 */

import { toRepositoryPath } from "../../files/virtual-path.ts";
import type { CallContext } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { bool } from "../../make-value.ts";
import type { Value } from "../../value.ts";

/** What `exists`, `is_file` and `is_dir` ask for. */
export interface Wanted {
  readonly file: boolean;
  readonly folder: boolean;
}

export const ANYTHING: Wanted = { file: true, folder: true };
export const FILE: Wanted = { file: true, folder: false };
export const FOLDER: Wanted = { file: false, folder: true };

export function existence(text: string, wanted: Wanted, { interpreter, at }: CallContext): Value {
  const options = interpreter instanceof Machine ? interpreter.options : undefined;
  const path = options && toRepositoryPath(text, options.workingDirectory);
  if (options === undefined || path === undefined)
    return interpreter.unknown("runtime-input", `what \`${text}\` holds is known at run time only`, at);
  const { tree } = interpreter;
  if ((wanted.file && tree.has(path)) || (wanted.folder && (path === "" || tree.hasFolder(path)))) return bool(true);
  const made = options.madeByTools?.(path);
  if (made === "perhaps") return interpreter.unknown("runtime-input", `\`${path}\` is made by a tool before the code is loaded`, at);
  return bool(made !== undefined && wanted[made]);
}
