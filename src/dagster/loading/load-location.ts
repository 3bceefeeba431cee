/**
 * One code location, from its entry to its document: search path, interpreter, definitions, graph, document. Each location has an interpreter of its
 * own, because it is a process of its own in Dagster; the files that they read are shared.
 */
import { fileNameOf } from "../../base/repository-path.ts";
import type { Location } from "../../base/span.ts";
import type { Budget } from "../../python/budget.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Library } from "../../python/library.ts";
import { type LoadProblem, Machine } from "../../python/machine.ts";
import type { PythonReader } from "../../python/machine-options.ts";
import type { Unknown } from "../../python/value.ts";
import type { PythonParser } from "../../syntax/python-parser.ts";
import type { EntryPoint, LoadedLocation } from "../analysis.ts";
import { dagsterRelease } from "../version/dagster-release.ts";
import { installedModules } from "../version/installed-modules.ts";
import type { ProjectFiles } from "../version/project-files.ts";
import { createCodeReader } from "./code-of.ts";
import { containerPaths } from "./containers/container-paths.ts";
import { dbtArtifacts } from "./dbt-artifacts.ts";
import { relativePath } from "./discovery/declared-entries.ts";
import { entryPath } from "./discovery/module-file.ts";
import { searchPathOf } from "./discovery/search-path.ts";
import { Doubts } from "./document/doubts.ts";
import { locationDocument } from "./document/location-document.ts";
import { createPlaces } from "./document/places.ts";
import { buildRepositoryGraph } from "./graph/repository-graph.ts";
import { loadEntry } from "./load-entry.ts";
import { provenanceOf } from "./provenance.ts";

/** What all locations of one analysis share. */
export interface LoadingContext {
  readonly files: ProjectFiles;
  readonly parser: PythonParser;
  readonly reader: PythonReader;
  readonly library: Library;
  readonly environment: ReadonlyMap<string, string>;
  /** Top-level names of known libraries. */
  readonly isLibrary: (name: string) => boolean;
  /** Collects what was met and is not loaded. */
  readonly needs: Set<string>;
  /** What all locations together may still take; each leaves what it does not use. */
  readonly steps: { left: number };
  /** Of each location. */
  readonly budget: Budget;
}

export function loadLocation(entry: EntryPoint, context: LoadingContext): LoadedLocation {
  const { files, parser, reader, library, environment, isLibrary, needs, steps } = context;
  const searchPath = searchPathOf(files, entry, isLibrary);
  const path = entryPath(files.tree, entry, searchPath);
  const at: Location = { path: path?.endsWith(".py") ? path : (entry.declaredIn ?? ""), start: 0, end: 0 };
  const budget = { ...context.budget, steps: Math.min(context.budget.steps, steps.left) };
  const machine = new Machine({
    tree: files.tree,
    reader,
    library,
    environment,
    searchPath,
    workingDirectory: entry.workingDirectory,
    deployedPath: containerPaths(files, path),
    isInstalled: installedModules(files, entry.workingDirectory),
    madeByTools: dbtArtifacts(files.tree),
    budget,
  });
  const loaded = loadEntry(machine, entry, at);
  const graphs = loaded.repositories.map((collected) => buildRepositoryGraph(collected, machine));
  steps.left -= budget.steps - machine.remainingSteps;
  for (const need of machine.needs) needs.add(need);
  const executed = executedFiles(machine);
  const gaps = [...loaded.gaps, ...machine.problems.map(problemGap)];
  const release = dagsterRelease(files, entry.workingDirectory);
  const header = {
    name: entry.name ?? defaultName(entry),
    root: entry.workingDirectory,
    entry: (path === undefined ? undefined : relativePath(entry.workingDirectory, path)) ?? entry.target,
    dagsterVersion: release ? `${release.major}.${release.minor}` : null,
  };
  const documented = once(() => {
    const doubts = new Doubts(createPlaces((file) => executed.get(file)?.text ?? files.text(file), at.path));
    return { doubts, document: locationDocument({ ...header, repositories: graphs, gaps, doubts }) };
  });
  const provenance = once(() => provenanceOf(graphs, createCodeReader(machine, parser)));
  return {
    entry,
    header,
    get document() {
      return documented().document;
    },
    get doubts() {
      return documented().doubts;
    },
    get provenance() {
      return provenance();
    },
    release,
    objects: machine.objects,
    calls: machine.log.calls,
    copies: machine.log.copies,
    interpreter: machine,
    files: executed,
    diagnostics: [],
    gaps: [...gaps, ...graphs.flatMap((graph) => Object.values(graph.gaps).flat())],
    graphs,
    problems: machine.problems,
    ambiguous: loaded.ambiguous,
  };
}

function once<Result extends object>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The name that Dagster gives to a location without one. */
function defaultName({ kind, target, attribute }: EntryPoint): string {
  const base = kind === "file" ? fileNameOf(target) : target;
  return attribute === undefined ? base : `${base}:${attribute}`;
}

/** A statement that would stop Python: what comes after it in its module is not known. */
function problemGap({ at, message, gap }: LoadProblem): Unknown {
  return gap ?? { kind: "unknown", reason: "runtime-input", message, at };
}

function executedFiles(machine: Machine): ReadonlyMap<string, SourceFile> {
  return new Map(machine.modules.loaded().flatMap(({ file }) => (file ? [[file.path, file] as const] : [])));
}
