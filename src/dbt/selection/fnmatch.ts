/** Python's `fnmatch` for names, and `Path.glob` for paths. */
import { matchName } from "../../base/match-name.ts";

export function fnmatch(text: string, pattern: string): boolean {
  return matchName(pattern, text, "!");
}

/** True when the glob names the path, or a folder that it lies in. */
export function globCovers(pattern: string, path: string): boolean {
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  const parts = path.split("/");
  return parts.some((_, index) => covers(segments, parts.slice(0, index + 1)));
}

function covers(segments: readonly string[], parts: readonly string[]): boolean {
  let reached = closure(segments, new Set([0]));
  for (const part of parts) {
    const next = new Set<number>();
    for (const index of reached) {
      const segment = segments[index];
      if (segment === "**") next.add(index);
      else if (segment !== undefined && fnmatch(part, segment)) next.add(index + 1);
    }
    reached = closure(segments, next);
  }
  return reached.has(segments.length);
}

function closure(segments: readonly string[], indexes: ReadonlySet<number>): Set<number> {
  const closed = new Set<number>();
  for (const first of indexes) {
    let index = first;
    closed.add(index);
    while (segments[index] === "**") closed.add(++index);
  }
  return closed;
}
