/**
 * Where a piece of text lies. Offsets are 0-based UTF-16 code units, half-open; they become 1-based lines and columns
 * only where something is shown (`line-index.ts`).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span in a named file. `path` is relative to the repository root, with forward slashes. */
export interface Location extends Span {
  readonly path: string;
}

/** True when `inner` lies in `outer`; a span contains itself. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
