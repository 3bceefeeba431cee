/** Python's `fnmatch` for names, and `Path.glob` for paths. Neither backtracks over more than the text for each star. */

/** `*` any text, `?` one character, `[a-z]` and `[!a-z]` a set. */
export function fnmatch(text: string, pattern: string): boolean {
  let at = 0;
  let from = 0;
  let star: { readonly at: number; from: number } | undefined;
  while (from < text.length) {
    const next = pattern[at] === "*" ? undefined : matchOne(pattern, at, text.charAt(from));
    if (pattern[at] === "*") {
      star = { at: at + 1, from };
      at++;
    } else if (next !== undefined) {
      at = next;
      from++;
    } else if (star !== undefined) {
      star.from++;
      at = star.at;
      from = star.from;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}

/** Where the pattern goes on; undefined when the character does not match. */
function matchOne(pattern: string, at: number, character: string): number | undefined {
  if (at >= pattern.length) return undefined;
  if (pattern[at] === "?") return at + 1;
  const close = pattern[at] === "[" ? pattern.indexOf("]", at + 2) : -1;
  if (close === -1) return pattern[at] === character ? at + 1 : undefined;
  const negated = pattern[at + 1] === "!";
  return inSet(pattern.slice(at + (negated ? 2 : 1), close), character) === negated ? undefined : close + 1;
}

function inSet(set: string, character: string): boolean {
  for (let at = 0; at < set.length; at++) {
    if (set[at + 1] === "-" && at + 2 < set.length) {
      if (set.charAt(at) <= character && character <= set.charAt(at + 2)) return true;
      at += 2;
    } else if (set[at] === character) return true;
  }
  return false;
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
