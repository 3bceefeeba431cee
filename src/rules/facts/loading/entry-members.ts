/**
 * What the module of an entry holds under its names, as Dagster finds it when no attribute is named: one object under two names is found twice.
 * Source: dagster/_core/workspace/autodiscovery.py, 1.13.27.
 */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { LibraryObject, ModuleValue } from "../../../python/value.ts";

export interface EntryModule {
  readonly module: ModuleValue;
  /** The start of its file. */
  readonly at: Location;
  readonly path: string;
}

/** Absent when the entry names an attribute, loads a folder, or could not be run to its end. */
export function entryModule({ entry, header, interpreter, problems, files }: LoadedLocation): EntryModule | undefined {
  if (entry.kind === "autoload-defs" || entry.attribute !== undefined || problems.length > 0) return undefined;
  if ([...files.values()].some(({ tree }) => tree.errors.length > 0)) return undefined;
  const path = entry.workingDirectory === "" ? header.entry : `${entry.workingDirectory}/${header.entry}`;
  const at: Location = { path, start: 0, end: 0 };
  const module = path.endsWith(".py") ? interpreter.moduleOfFile(path, at) : undefined;
  return module?.kind === "module" ? { module, at, path } : undefined;
}

export interface EntryMember {
  readonly name: string;
  readonly object: LibraryObject;
}

/** Certain ones, by name. */
export function membersOfType({ module }: EntryModule, type: string): readonly EntryMember[] {
  return [...module.scope.names]
    .flatMap(([name, value]) => (value.kind === "object" && value.type === type && !value.condition ? [{ name, object: value }] : []))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** True when a name may hold anything. */
export function hasUnknownMember({ module }: EntryModule): boolean {
  return [...module.scope.names.values()].some(({ kind }) => kind === "unknown" || kind === "one-of");
}
