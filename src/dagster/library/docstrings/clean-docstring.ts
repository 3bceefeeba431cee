/** Python's `inspect.cleandoc`: tabs expanded, the margin of all lines but the first taken away, blank lines at both ends gone. */
export function cleanDocstring(text: string): string {
  const lines = expandTabs(text).split("\n");
  const [first = "", ...rest] = lines;
  const indents = rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const margin = indents.length > 0 ? Math.min(...indents) : 0;
  const cleaned = [first.trimStart(), ...rest.map((line) => line.slice(margin))];
  while (cleaned.length > 0 && cleaned.at(-1) === "") cleaned.pop();
  while (cleaned.length > 0 && cleaned[0] === "") cleaned.shift();
  return cleaned.join("\n");
}

function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  return text
    .split("\n")
    .map((line) => {
      let result = "";
      for (const character of line) result += character === "\t" ? " ".repeat(8 - (result.length % 8)) : character;
      return result;
    })
    .join("\n");
}

/** A description whose lines after the first have a margin of their own. */
export function cleanTail(text: string): string {
  const newline = text.indexOf("\n");
  return newline < 0 ? text : `${text.slice(0, newline)}\n${cleanDocstring(text.slice(newline + 1))}`;
}

/** What a parser of one style finds: how many elements, and the description of what is returned (null: it has none). */
export interface ParsedDocstring {
  readonly elements: number;
  readonly returns?: string | null;
}
