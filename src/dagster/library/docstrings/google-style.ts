/** Google's style: `Args:`, `Returns:` and their like, each on a line of its own. Source: docstring_parser 0.18, `google.py`. */
import { cleanDocstring, cleanTail, type ParsedDocstring } from "./clean-docstring.ts";

type SectionKind = "one" | "many" | "either";

const SECTIONS: Readonly<Record<string, SectionKind>> = {
  Arguments: "many",
  Args: "many",
  Parameters: "many",
  Params: "many",
  Raises: "many",
  Exceptions: "many",
  Except: "many",
  Attributes: "many",
  Example: "one",
  Examples: "one",
  Returns: "either",
  Yields: "either",
};
const TITLE = new RegExp(`^(${Object.keys(SECTIONS).join("|")}):[ \\t\\r\\f\\v]*$`, "gm");
const TYPED = /^(?:\s*[^:\s]+:|[^:]*\]:)/;

/** `undefined` where the parser refuses the text. */
export function parseGoogleStyle(docstring: string): ParsedDocstring | undefined {
  let elements = 0;
  let returns: string | null | undefined;
  for (const [title, chunk] of sectionsOf(cleanDocstring(docstring))) {
    const kind = SECTIONS[title];
    if (kind !== "many") {
      const text = cleanDocstring(chunk);
      const isTyped = kind === "either" && TYPED.test(text);
      if (kind === "either") returns ??= isTyped ? descriptionOf(text) : text;
      elements += 1;
      continue;
    }
    const parts = partsOf(chunk);
    if (parts.length === 0 || parts.some((part) => !part.includes(":"))) return undefined;
    elements += parts.length;
  }
  return returns === undefined ? { elements } : { elements, returns };
}

/** A section ends at the next title, and at the first line without a margin. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
  const matches = [...text.matchAll(TITLE)];
  const sections = new Map<string, string>();
  for (const [index, match] of matches.entries()) {
    const whole = text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length);
    const stray = whole.search(/\n\S/);
    sections.set(match[1] ?? "", (stray < 0 ? whole : whole.slice(0, stray)).replace(/^\n+|\n+$/g, ""));
  }
  return sections;
}

/** The parts of a list: they begin on the lines with the indent of the first. */
function partsOf(chunk: string): readonly string[] {
  const indent = /^\s*/.exec(chunk)?.[0] ?? "";
  const starts = [...chunk.matchAll(new RegExp(`^${indent}(?=\\S)`, "gm"))];
  return starts.map((start, index) => chunk.slice(start.index + start[0].length, starts[index + 1]?.index ?? chunk.length));
}

/** What follows the type. */
function descriptionOf(text: string): string {
  const after = text.slice(text.indexOf(":") + 1);
  return cleanTail(after.startsWith(" ") ? after.slice(1) : after).replace(/^\n+|\n+$/g, "");
}
