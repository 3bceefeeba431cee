/**
 * One name against one pattern: `*` any text, `?` one character, `[a-z]` and `[!a-z]` a set. It never goes back over more than the
 * text's length for each star, so a pattern from a stranger cannot hang.
 */

/** `negations` are the marks that turn a set round: `!` for Python's `fnmatch`, `!` and `^` for `.gitignore`. */
export function matchName(pattern: string, text: string, negations: "!" | "!^"): boolean {
  let at = 0;
  let from = 0;
  let star: { readonly at: number; from: number } | undefined;
  while (from < text.length) {
    const one = matchOne(pattern, at, text[from] ?? "", negations);
    if (pattern[at] === "*") {
      star = { at: at + 1, from };
      at++;
    } else if (one !== undefined) {
      at = one;
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

/** Where the pattern goes on behind what matches `character`; undefined when nothing does. */
function matchOne(pattern: string, at: number, character: string, negations: string): number | undefined {
  if (at >= pattern.length) return undefined;
  const mark = pattern[at];
  if (mark === "?") return at + 1;
  const close = mark === "[" ? pattern.indexOf("]", at + 2) : -1;
  if (close === -1) return mark === character ? at + 1 : undefined;
  const negated = negations.includes(pattern[at + 1] ?? " ");
  const inside = inSet(pattern.slice(at + (negated ? 2 : 1), close), character);
  return inside !== negated ? close + 1 : undefined;
}

function inSet(set: string, character: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const low = set[at] ?? "";
    if (set[at + 1] === "-" && at + 2 < set.length) {
      if (low <= character && character <= (set[at + 2] ?? "")) return true;
      at += 2;
    } else if (low === character) return true;
  }
  return false;
}
