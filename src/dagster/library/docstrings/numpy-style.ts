/** NumPy's style: titles underlined with dashes. Source: docstring_parser 0.18, `numpydoc.py`. */
import { cleanDocstring, type ParsedDocstring } from "./clean-docstring.ts";

const LISTS =
  "Parameters|Params|Arguments|Args|Other Parameters|Other Params|Other Arguments|Other Args|Receives|Receive|Raises|Raise|Warns|Warn|Attributes|Attribute";
const RETURNS = "Returns|Return|Yields|Yield";
const TEXTS = "Warnings|Warning|See Also|Related|Notes|Note|References|Reference";
const EXAMPLES = "Examples|Example";

const KINDS = new Map<string, "list" | "returns" | "examples" | "text">([
  ...LISTS.split("|").map((title) => [title, "list"] as const),
  ...RETURNS.split("|").map((title) => [title, "returns"] as const),
  ...EXAMPLES.split("|").map((title) => [title, "examples"] as const),
  ...TEXTS.split("|").map((title) => [title, "text"] as const),
]);

const UNDERLINED = [...KINDS.keys()].map((title) => `^(?:${title})\\s*?\\n${"-".repeat(title.length)}\\s*$`);
const TITLE = new RegExp([...UNDERLINED, "^\\.\\.\\s*deprecated\\s*::"].join("|"), "gm");

export function parseNumpyStyle(docstring: string): ParsedDocstring {
  const text = cleanDocstring(docstring);
  const matches = [...text.matchAll(TITLE)];
  let elements = 0;
  let returns: string | null | undefined;
  for (const [index, match] of matches.entries()) {
    const body = text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length);
    const title = match[0].split("\n")[0]?.trim() ?? "";
    const kind = KINDS.get(title) ?? "text";
    if (kind === "text") elements += 1;
    else if (kind === "examples") elements += exampleCount(body);
    else {
      const values = valuesOf(body);
      elements += values.length;
      if (kind === "returns" && values.length > 0) returns ??= values[0] ?? null;
    }
  }
  return returns === undefined ? { elements } : { elements, returns };
}

/** What stands below each line without a margin; null for nothing. */
function valuesOf(body: string): readonly (string | null)[] {
  const keys = [...body.matchAll(/^[^\s].*$/gm)];
  return keys.map(
    (key, index) => cleanDocstring(body.slice(key.index + key[0].length, keys[index + 1]?.index ?? body.length)).trim() || null,
  );
}

/** A snippet with what follows it is one. */
function exampleCount(body: string): number {
  const lines = body.trim().split("\n");
  if (lines.length === 1 && lines[0] === "") return 0;
  let count = 0;
  let inSnippet = false;
  for (const [index, line] of lines.entries()) {
    const isCode = line.trimStart().startsWith(">>>");
    if (index === 0 || (isCode && !inSnippet)) count += 1;
    inSnippet = isCode;
  }
  return count;
}
