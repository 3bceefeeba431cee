/** From spans to what the document shows: files, lines and columns, 1-based. One line index for each file, made when it is first needed. */
import { createLineIndex, type LineIndex } from "../../../base/line-index.ts";
import type { Location } from "../../../base/span.ts";
import type { SourceRange } from "../../../types/graph-document.ts";

export interface Places {
  rangeOf(at: Location): SourceRange;
}

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
  };
}
