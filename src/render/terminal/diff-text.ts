/** A unified diff for a terminal, in git's colours. Without colour it is the diff itself, byte for byte. */
import type { Ink, Paint } from "./palette.ts";

export function diffText(diff: string, paint: Paint): string {
  let inHunk = false;
  return diff.replace(/[^\n]+/g, (line) => {
    if (line.startsWith("diff --git ")) inHunk = false;
    else if (line.startsWith("@@ ")) inHunk = true;
    const ink = inkOf(line, inHunk);
    return ink ? paint(ink, line) : line;
  });
}

/** In a hunk a line that begins with `---` is one that goes. */
function inkOf(line: string, inHunk: boolean): Ink | undefined {
  if (!inHunk) return "bold";
  if (line.startsWith("@@ ")) return "blue";
  if (line.startsWith("+")) return "green";
  return line.startsWith("-") ? "red" : undefined;
}
