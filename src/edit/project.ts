/**
 * The read project as operations see it: the analysis, and any Python file of the tree as text and tree, executed or not (tests import assets
 * too). What is met and not loaded is noted in `needs`, as everywhere in the core.
 */
import type { SourceTree } from "../base/source-tree.ts";
import type { Analysis, AnalysisOptions } from "../dagster/analysis.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createPythonReader } from "../python/files/python-reader.ts";
import type { SourceFile } from "../python/files/source-file.ts";
import type { LoweredFiles } from "../syntax/lowered-files.ts";
import type { PythonParser } from "../syntax/python-parser.ts";
import type { FunctionDefinition, Statement } from "../syntax/statement.ts";

/** What reading the project again takes. */
export interface ReadingContext {
  readonly options: AnalysisOptions;
  readonly parser: PythonParser;
  readonly lowered: LoweredFiles;
  /** What Dagster would refuse in a project that was read, beyond what its graph tells: the rules say it, which this layer does not know. */
  readonly refusals?: (analysis: Analysis) => readonly Diagnostic[];
}

export interface Project {
  readonly analysis: Analysis;
  readonly context: ReadingContext;
  readonly tree: SourceTree;
  /** A Python file as text and tree; `undefined` when it is not there, not loaded or not text. */
  file(path: string): SourceFile | undefined;
  /** Any file's text; `undefined` when it is not UTF-8, because it could not be written back as it was. */
  text(path: string): string | undefined;
  /** Every Python file of the tree whose text holds all of `words`. */
  filesWith(...words: readonly string[]): readonly SourceFile[];
  body(file: SourceFile, definition: FunctionDefinition): readonly Statement[];
  /** Paths that were asked for and are not loaded yet. */
  readonly needs: ReadonlySet<string>;
}

export function createProject(analysis: Analysis, context: ReadingContext): Project {
  const { tree } = analysis;
  const reader = createPythonReader(tree, context.parser, context.lowered);
  const needs = new Set<string>();
  const texts = new Map<string, string | undefined>();

  function text(path: string): string | undefined {
    if (texts.has(path)) return texts.get(path);
    const content = tree.read(path);
    if (content === "not-loaded") needs.add(path);
    if (typeof content === "string") return undefined;
    const decoded = decodeUtf8(content);
    texts.set(path, decoded);
    return decoded;
  }

  function file(path: string): SourceFile | undefined {
    if (text(path) === undefined) return undefined;
    const read = reader.file(path);
    return typeof read === "string" ? undefined : read;
  }

  return {
    analysis,
    context,
    tree,
    file,
    text,
    filesWith: (...words) =>
      tree
        .paths()
        .filter((path) => path.endsWith(".py") && words.every((word) => text(path)?.includes(word) === true))
        .flatMap((path) => file(path) ?? []),
    body: (source, definition) => reader.body(source, definition),
    needs,
  };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
