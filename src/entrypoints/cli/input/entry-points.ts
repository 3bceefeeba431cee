/** Dagster's own flags (`-m`, `-f`, `--autoload-defs-module-name`, `-d`, `-a`) as entry points of a repository. */
import { resolve } from "node:path";
import type { EntryPoint } from "../../../dagster/analysis.ts";
import { UsageError } from "../io.ts";
import type { EntryOptions } from "../options.ts";
import { isInside, relativePath } from "./paths.ts";

export interface EntryPlace {
  /** Absolute path of the repository; entry points are relative to it. */
  readonly root: string;
  /** Absolute; what files are named from. */
  readonly cwd: string;
  /** Absolute; what imports start from when no flag says otherwise. */
  readonly workingDirectory: string;
  /** Absolute path of a Python file that was named as the thing to read. */
  readonly file?: string;
}

/** `undefined` when no entry is named: code locations are to be discovered. Throws `UsageError` and `outside-repository`. */
export function entryPoints(options: EntryOptions, place: EntryPlace): readonly EntryPoint[] | undefined {
  const folder = options.workingDirectory === undefined ? place.workingDirectory : resolve(place.cwd, options.workingDirectory);
  const files = [...options.pythonFile.map((file) => resolve(place.cwd, file)), ...(place.file === undefined ? [] : [place.file])];
  const entries: readonly Pick<EntryPoint, "kind" | "target">[] = [
    ...options.moduleName.map((target) => ({ kind: "module" as const, target })),
    ...files.map((file) => ({ kind: "file" as const, target: targetOfFile(file, folder, place) })),
    ...(options.autoloadDefsModuleName === undefined ? [] : [{ kind: "autoload-defs" as const, target: options.autoloadDefsModuleName }]),
  ];
  if (options.attribute !== undefined && entries.length !== 1) {
    throw new UsageError("`--attribute` needs exactly one module or file that it is an attribute of.");
  }
  if (options.workingDirectory !== undefined && entries.length === 0) {
    throw new UsageError(
      "`--working-directory` needs a module or a file that is loaded there. To read another folder, name it: `dagsight graph FOLDER`.",
    );
  }
  if (entries.length === 0) return undefined;
  const workingDirectory = relativePath(place.root, folder);
  const attribute = options.attribute === undefined ? {} : { attribute: options.attribute };
  return entries.map((entry) => ({ ...entry, ...attribute, workingDirectory }));
}

/** Relative to the working directory, as Dagster prints it; `..` where the file lies beside it. */
function targetOfFile(file: string, folder: string, place: EntryPlace): string {
  const path = relativePath(place.root, file);
  return isInside(folder, file)
    ? relativePath(folder, file)
    : `${"../".repeat(relativePath(place.root, folder).split("/").filter(Boolean).length)}${path}`;
}
