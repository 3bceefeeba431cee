/** Comments of YAML and TOML, apart from what the files say: in order, each from its `#` to the end of its line. Total: a broken file has those that are found. */
import { parseTOML } from "toml-eslint-parser";
import type { Span } from "../base/span.ts";
import { YamlSyntaxError } from "./yaml/cursor.ts";
import { YamlScanner } from "./yaml/scanner.ts";

export function yamlComments(text: string): readonly Span[] {
  const scanner = new YamlScanner(text, "libyaml");
  for (;;) {
    try {
      while (scanner.take().kind !== "stream-end");
      return scanner.comments;
    } catch (error) {
      if (!(error instanceof YamlSyntaxError)) throw error;
      scanner.resume(error.at, [Number.MAX_SAFE_INTEGER]);
    }
  }
}

export function tomlComments(text: string): readonly Span[] {
  try {
    return parseTOML(text, { tomlVersion: "1.0.0" }).comments.map(({ range: [start, end] }) => ({ start, end }));
  } catch {
    return [];
  }
}
