/** Paragraphs for a terminal of a known width; without one (a pipe, a file) lines stay whole, for `grep`. */

/** Wraps at blanks; later lines begin with `indent` blanks. A word that is too long stays whole. */
export function wrap(text: string, width: number | undefined, indent = 0): string {
  if (width === undefined) return text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
