/**
 * Path patterns as people know them from `.gitignore`: `**` crosses folders, `*` and `?` do not, `{a,b}` is a choice, `[a-z]` and
 * `[!a-z]` a set. A pattern without a slash (but at its end) matches at any depth; one that names a folder matches all below it.
 *
 * Matching never backtracks over more than the path's length for each star, so a pattern from a stranger cannot hang.
 */
import { matchName } from "./match-name.ts";

export type PathMatcher = (path: string) => boolean;

/** More choices than this are not spelt out: `{a,b}{a,b}…` doubles with every brace. */
const MAX_CHOICES = 256;

/** True for paths (relative, forward slashes) that any of the patterns matches. */
export function matchAny(patterns: readonly string[]): PathMatcher {
  const alternatives = patterns.flatMap(expandChoices).map((pattern) => segmentsOf(pattern));
  return (path) => {
    const parts = path.split("/");
    return alternatives.some((segments) => matchSegments(segments, parts));
  };
}

function expandChoices(pattern: string): string[] {
  let expanded = [pattern];
  for (;;) {
    const next = expanded.flatMap(expandOne);
    if (next.length === expanded.length || next.length > MAX_CHOICES) return expanded;
    expanded = next;
  }
}

/** The innermost choice spelt out; a choice of one is that one. */
function expandOne(pattern: string): string[] {
  const [whole, inner] = /\{([^{}]*,[^{}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || inner === undefined) return [pattern];
  return inner.split(",").map((choice) => pattern.replace(whole, () => choice));
}

/** `**` stands for itself; every other segment is matched against one part of the path. */
function segmentsOf(pattern: string): string[] {
  const anchored = pattern.replace(/\/$/, "").includes("/");
  const segments = pattern
    .replace(/^\.?\//, "")
    .replace(/\/$/, "")
    .split("/");
  return anchored ? segments : ["**", ...segments];
}

/** A pattern that ends before the path does has matched a folder above it. */
function matchSegments(segments: readonly string[], parts: readonly string[]): boolean {
  // reached.has(i): the first i segments match the parts so far.
  let reached = starClosure(segments, new Set([0]));
  for (const part of parts) {
    const next = new Set<number>();
    for (const index of reached) {
      const segment = segments[index];
      if (segment === undefined) return true;
      if (segment === "**") next.add(index).add(index + 1);
      else if (matchName(segment, part, "!^")) next.add(index + 1);
    }
    reached = starClosure(segments, next);
    if (reached.size === 0) return false;
  }
  return reached.has(segments.length);
}

/** `**` also stands for no folder at all, except at the end: `a/**` does not match `a`. */
function starClosure(segments: readonly string[], indexes: ReadonlySet<number>): Set<number> {
  const closed = new Set<number>();
  for (const first of indexes) {
    let index = first;
    closed.add(index);
    while (segments[index] === "**" && index + 1 < segments.length) closed.add(++index);
  }
  return closed;
}
