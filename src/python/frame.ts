/** Where evaluation stands: the scope for names, the file for places, and what a function collects on its way. */
import type { Location, Span } from "../base/span.ts";
import type { SourceFile } from "./files/source-file.ts";
import type { PythonRaise } from "./python-raise.ts";
import type { FunctionValue, Scope, Unknown, Value } from "./value.ts";

export interface Frame {
  readonly scope: Scope;
  readonly file: SourceFile;
  readonly function?: FunctionValue;
  /** Values that a branch of an undecidable condition returned. */
  readonly mayReturn: { readonly value: Value; readonly condition: Unknown }[];
  /** What a generator yielded that does not stand still there. */
  readonly yields: Value[];
  /** Set when a generator's yields may not be all. */
  yieldGap?: Unknown;
  /** The exception of the `except` clause that is running, for a bare `raise`. */
  handling?: PythonRaise;
}

export function newFrame(scope: Scope, file: SourceFile, fn?: FunctionValue): Frame {
  return { scope, file, mayReturn: [], yields: [], ...(fn && { function: fn }) };
}

export function childFrame(parent: Frame, scope: Scope): Frame {
  return { ...parent, scope };
}

/** The place of a node of this frame's file. */
export function placeOf(frame: Frame, node: Span): Location {
  return { path: frame.file.path, start: node.start, end: node.end };
}
