/** What is wrong with a file that configures a run, as one line of standard error: `pyproject.toml:12:1: unknown key …`. */
import { createLineIndex } from "../../../base/line-index.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";

/** `text` is the file's. */
export function describeProblem({ location, message, help }: Diagnostic, text: string): string {
  const { line, column } = createLineIndex(text).positionAt(location.start);
  return `${location.path}:${line}:${column}: ${message}.${help === undefined ? "" : ` ${help}`}`;
}
