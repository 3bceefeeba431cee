/** One file of the repository as the interpreter holds it: its path, its text and its tree. */
import type { Module } from "../../syntax/statement.ts";

export interface SourceFile {
  /** Relative to the repository root. */
  readonly path: string;
  readonly text: string;
  readonly tree: Module;
}
