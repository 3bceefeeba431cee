/** Parsing is half of the work on a large project, and the core cannot wait for anybody: who has threads to spare lends one through this. */
import type { Module } from "../syntax/statement.ts";

/** Compact trees made beside this thread. The trees are those of `PythonParser.parseModule`. */
export interface Lowering {
  /** By position; `undefined` for all of them when it could not be done, and the caller does without. */
  lower(texts: readonly string[]): Promise<readonly (Module | undefined)[]>;
}
