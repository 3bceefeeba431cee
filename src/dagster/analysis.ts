/**
 * What reading a repository yields: the graph documents' content, and beside it what only the engine needs (rules, edits, diff):
 * the objects that Dagster code made, the files, the gaps.
 */
import type { SourceTree } from "../base/source-tree.ts";
import type { Location } from "../base/span.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Budget } from "../python/budget.ts";
import type { SourceFile } from "../python/files/source-file.ts";
import type { Interpreter } from "../python/interpreter.ts";
import type { LibraryCall, LibraryCopy } from "../python/library-call.ts";
import type { LoadProblem } from "../python/machine.ts";
import type { LibraryObject, Unknown } from "../python/value.ts";
import type { CodeLocation } from "../types/graph-document.ts";
import type { Doubts } from "./loading/document/doubts.ts";
import type { RepositoryGraph } from "./loading/graph/asset-graph.ts";
import type { ProjectFiles } from "./version/project-files.ts";
import type { Release } from "./version/release.ts";

/** How a code location is named: by a flag, a configuration file of Dagster's, or by convention. */
export interface EntryPoint {
  readonly kind: "module" | "file" | "autoload-defs";
  /** `shop.definitions`, `defs/main.py` (relative to the working directory), `shop.defs`. */
  readonly target: string;
  readonly attribute?: string;
  /** Relative to the repository root; `""` is the root. Put on the module search path. */
  readonly workingDirectory: string;
  readonly name?: string;
  /** The file that names it: `pyproject.toml`, `workspace.yaml`. Absent when it was named by a flag. */
  readonly declaredIn?: string;
}

export interface AnalysisOptions {
  readonly environment: ReadonlyMap<string, string>;
  /** Absent: discovered below `root`. */
  readonly entries?: readonly EntryPoint[];
  /** Folder in which locations are looked for; it does not bound reading. `""` is the repository root. */
  readonly root: string;
  /** What reading one location may cost; the default is far above what anybody's repository needs. */
  readonly budget?: Budget;
  /** What all of them together may take. */
  readonly stepsOfAllLocations?: number;
}

/** What a document begins with. */
export type LocationHeader = Pick<CodeLocation, "name" | "root" | "entry" | "dagsterVersion">;

/** One code location, read. Its document, the doubts about it and the provenance are made when they are first asked for: checking needs none of them. */
export interface LoadedLocation {
  readonly entry: EntryPoint;
  readonly header: LocationHeader;
  readonly document: CodeLocation;
  /** Of Dagster, as the project pins it. */
  readonly release: Release | undefined;
  /** Every library object that the location's code made, in the order of its making: what rules look at. */
  readonly objects: readonly LibraryObject[];
  /** Every call of a library that the location's code makes, in order, with what came of it. */
  readonly calls: readonly LibraryCall[];
  /** Copies of definitions with other fields that methods gave, in order. */
  readonly copies: readonly LibraryCopy[];
  /** Why fields and collections of the document are not known, and the places of spans. */
  readonly doubts: Doubts;
  /** For questions about values: types, annotations, bodies of functions. */
  readonly interpreter: Interpreter;
  /** Where the definitions of a node, job, … stand, and the object behind it, by subject: `asset:KEY`, `job:NAME`. */
  readonly provenance: ReadonlyMap<string, Provenance>;
  /** Files that were executed, by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Found on the way: syntax errors, what Dagster refuses while it resolves the graph. */
  readonly diagnostics: readonly Diagnostic[];
  /** What keeps the graph open: empty when every definition is known. */
  readonly gaps: readonly Unknown[];
  /** The graph with what the document leaves out: every claim on a key, unresolved inputs, errors of selections. One for each repository. */
  readonly graphs: readonly RepositoryGraph[];
  /** Where running the code would stop: an exception that nothing catches. */
  readonly problems: readonly LoadProblem[];
  /** Names under which the entry's module holds more than one `Definitions`, job or graph, of which Dagster takes one only. */
  readonly ambiguous: readonly string[];
}

export interface Provenance {
  readonly object: LibraryObject;
  readonly at: Location;
  /** Hash of the code behind the object (function body without comments and layout, helpers of the repository it calls included); absent when there is none. */
  readonly codeHash?: string;
}

export interface Analysis {
  readonly locations: readonly LoadedLocation[];
  /** Paths that the core met and did not have: load them and analyse again. */
  readonly needs: readonly string[];
  readonly tree: SourceTree;
  /** Files of the repository as text and as plain values, for who looks at more than the locations' code. What it lacks, it notes in `needs`. */
  readonly files: ProjectFiles;
}
