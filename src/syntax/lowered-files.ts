/**
 * Compact trees by content address: what an unchanged file is not parsed again for. The core reads and fills it; where it comes from and
 * where it goes is the shell's affair. A `Map` is one.
 */
import type { Module } from "./statement.ts";

export interface LoweredFiles {
  /** By git blob id. The same id means the same bytes, so an entry never goes stale. */
  get(id: string): Module | undefined;
  set(id: string, tree: Module): unknown;
}
