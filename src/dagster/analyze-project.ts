/**
 * The engine's front door: a source tree in, every code location in it read. Synchronous and total: what is not loaded yet is named in
 * `needs`, and the caller loads that and asks again.
 */

import { compareKeys } from "../base/order.ts";
import type { SourceTree } from "../base/source-tree.ts";
import { DEFAULT_BUDGET, STEPS_OF_ALL_LOCATIONS } from "../python/budget.ts";
import { builtinsLibrary } from "../python/builtins/builtins.ts";
import { combineLibraries } from "../python/combine-libraries.ts";
import { createPythonReader } from "../python/files/python-reader.ts";
import type { Library } from "../python/library.ts";
import { standardLibrary } from "../python/stdlib/stdlib.ts";
import type { LoweredFiles } from "../syntax/lowered-files.ts";
import type { PythonParser } from "../syntax/python-parser.ts";
import type { Analysis, AnalysisOptions, EntryPoint, LoadedLocation } from "./analysis.ts";
import { dagsterLibrary } from "./library/dagster-library.ts";
import { discoverEntries } from "./loading/discovery/discover-entries.ts";
import { loadLocation } from "./loading/load-location.ts";
import { joinPath, projectFiles } from "./version/project-files.ts";

/** Compact trees are taken from `lowered` and put there; without it every file is parsed. */
export function analyzeProject(
  tree: SourceTree,
  options: AnalysisOptions,
  parser: PythonParser,
  lowered: LoweredFiles = new Map(),
): Analysis {
  const files = projectFiles(tree);
  const library = combineLibraries([builtinsLibrary(), standardLibrary(), dagsterLibrary()]);
  const entries = (options.entries ?? discoverEntries(files, options.root)).map(normalized);
  const needs = new Set<string>();
  const context = {
    files,
    parser,
    reader: createPythonReader(tree, parser, lowered),
    library,
    environment: options.environment,
    isLibrary: libraryNames(library),
    needs,
    budget: options.budget ?? DEFAULT_BUDGET,
    steps: { left: options.stepsOfAllLocations ?? STEPS_OF_ALL_LOCATIONS },
  };
  const locations = entries.map((entry) => loadLocation(entry, context)).sort(byName);
  for (const need of files.needs) needs.add(need);
  return { locations, needs: [...needs].sort(compareKeys), tree, files };
}

/** The working directory as paths of the tree are written: `.` is the root. */
function normalized(entry: EntryPoint): EntryPoint {
  return { ...entry, workingDirectory: joinPath("", entry.workingDirectory) ?? "" };
}

function byName({ header: left }: LoadedLocation, { header: right }: LoadedLocation): number {
  return compareKeys(left.name, right.name) || compareKeys(left.root, right.root) || compareKeys(left.entry, right.entry);
}

/** The first part of every name that some model knows. */
function libraryNames({ symbols, constants, types }: Library): (name: string) => boolean {
  const names = new Set<string>();
  for (const table of [symbols, constants, types])
    for (const key of table.keys()) names.add(key.slice(0, key.indexOf(".") < 0 ? key.length : key.indexOf(".")));
  return (name) => names.has(name);
}
