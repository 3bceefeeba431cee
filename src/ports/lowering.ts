/** Parsing is half of the work on a large project, and the core cannot wait for anybody: who has threads to spare lends them through this. */
import type { Module } from "../syntax/statement.ts";

export interface Lowering {
  /**
   * The compact trees of `texts`, by position. This thread works too, with `parse` (`PythonParser.parseModule`): each text is read by
   * whoever comes to it first, and all by this thread when there is no other.
   */
  lower(texts: readonly string[], parse: (text: string) => Module): Promise<readonly Module[]>;
}
