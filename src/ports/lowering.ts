/**
 * Parsing is half of the work on a large project, and the core cannot wait for anybody: who has threads to spare lends them through this.
 * They read ahead while the core is at work, and the core's thread takes over what they have not come to.
 */
import type { Module } from "../syntax/statement.ts";

export interface Lowering {
  /** Has `texts` read by other threads, in their order. This thread reads with `parse` (`PythonParser.parseModule`), within `take`. */
  begin(texts: readonly string[], parse: (text: string) => Module): LoweringAhead;
}

/** A batch that is being read. Positions are those of `texts`. */
export interface LoweringAhead {
  /** The tree of a text, once; read now when no thread has begun with it. */
  take(index: number): LoweredTree;
  /** No text is begun after this; what was read and never taken, by position. */
  end(): Promise<ReadonlyMap<number, LoweredTree>>;
}

/** What another thread read is its JSON. */
export type LoweredTree = Module | string;
