/** Comments of YAML and TOML, apart from what the files say: in order, each from its `#` to the end of its line. Total: a broken file has those that are found. */
import { parseTOML } from "toml-eslint-parser";
import { Lexer } from "yaml";
import type { Span } from "../base/span.ts";

/** The lexer's own marks, which are no characters of the text: a document begins, a flow ends in error, a scalar follows. */
const MARKS: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);
const SCALAR_FOLLOWS = "\u001f";

export function yamlComments(text: string): readonly Span[] {
  const comments: Span[] = [];
  let at = 0;
  let previous = "";
  for (const token of new Lexer().lex(text)) {
    if (!MARKS.has(token)) {
      if (token.startsWith("#") && previous !== SCALAR_FOLLOWS) comments.push({ start: at, end: at + token.length });
      at += token.length;
    }
    previous = token;
  }
  return comments;
}

export function tomlComments(text: string): readonly Span[] {
  try {
    return parseTOML(text, { tomlVersion: "1.0.0" }).comments.map(({ range: [start, end] }) => ({ start, end }));
  } catch {
    return [];
  }
}
