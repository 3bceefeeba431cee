/** What the interpreter of a code location is given: the files, a reader of Python, what is known of libraries, and the process that is modelled. */
import type { SourceTree } from "../base/source-tree.ts";
import type { Expression } from "../syntax/expression.ts";
import type { FunctionDefinition, Module, Statement } from "../syntax/statement.ts";
import type { Budget } from "./budget.ts";
import type { SourceFile } from "./files/source-file.ts";
import type { Library } from "./library.ts";

/** What reads Python text; the parser of `syntax/`, with or without a cache before it. */
export interface PythonReader {
  /** The file as the interpreter holds it, or why not. */
  file(path: string): SourceFile | "absent" | "not-loaded" | "not-text";
  body(file: SourceFile, definition: FunctionDefinition): readonly Statement[];
  /** Text that code runs itself. */
  module(text: string): Module;
  /** A string annotation, or any expression in a string. `undefined` when it is none. */
  expression(text: string): Expression | undefined;
}

export interface MachineOptions {
  readonly tree: SourceTree;
  readonly reader: PythonReader;
  readonly library: Library;
  readonly environment: ReadonlyMap<string, string>;
  /** Folders, relative to the repository root, in which absolute imports are looked up, in order. `sys.path` adds to a copy. */
  readonly searchPath: readonly string[];
  /** Of the process: what relative file names start from. */
  readonly workingDirectory: string;
  /** The path in the repository that an absolute path outside of it leads to where the code is deployed. */
  readonly deployedPath?: (path: string) => string | undefined;
  /** What a tool makes at a path that is not in the repository, before the code is loaded. */
  readonly madeByTools?: (path: string) => "file" | "folder" | "perhaps" | undefined;
  /** Is a package that is not in the repository installed where the code runs? Asked by its top-level name; absent, every one is. */
  readonly isInstalled?: (module: string) => "yes" | "unknown";
  readonly budget: Budget;
}
