/** From spans to what the document shows: files, lines and columns, 1-based. One line index for each file, made when it is first needed. */
import { createLineIndex, type LineIndex } from "../../../base/line-index.ts";
import type { Location } from "../../../base/span.ts";
import type { SourceRange } from "../../../types/graph-document.ts";

export interface Places {
  rangeOf(at: Location): SourceRange;
  /** The variable that the expression at a place is assigned to, and the expression in one short line; `undefined` where it is part of something else. */
  assignmentOf(at: Location): { readonly target: string; readonly code: string } | undefined;
}

const ASSIGNED = /^\s*([A-Za-z_][\w.]*)\s*(?::[^=]+)?=\s*(?:await\s+)?$/;
const MAX_CODE = 60;

/** `textOf` gives the text of a file of the repository; a file that it does not know counts as empty. `fallback` is the file of places that nothing stands behind. */
export function createPlaces(textOf: (path: string) => string | undefined, fallback: string): Places {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (path: string): LineIndex => {
    let index = indexes.get(path);
    if (!index) {
      index = createLineIndex(textOf(path) ?? "");
      indexes.set(path, index);
    }
    return index;
  };
  return {
    rangeOf(at) {
      if (at.path === "") return { file: fallback, line: 1, column: 1, endLine: 1, endColumn: 1 };
      const index = indexOf(at.path);
      const start = index.positionAt(at.start);
      const end = index.positionAt(at.end);
      return { file: at.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    },
    assignmentOf(at) {
      const text = at.path.endsWith(".py") ? (textOf(at.path) ?? "") : "";
      const target = ASSIGNED.exec(text.slice(text.lastIndexOf("\n", at.start - 1) + 1, at.start))?.[1];
      const code = text.slice(at.start, at.end).replace(/\s+/g, " ").trim();
      return target === undefined || code === "" ? undefined : { target, code: shortened(code) };
    },
  };
}

/** A long call without its arguments. */
function shortened(code: string): string {
  if (code.length <= MAX_CODE && !code.includes("`")) return code;
  const callee = /^[\w.]+(?=\()/.exec(code)?.[0];
  return callee === undefined ? `${code.slice(0, MAX_CODE - 1).replaceAll("`", "'")}…` : `${callee.slice(-MAX_CODE)}(…)`;
}
