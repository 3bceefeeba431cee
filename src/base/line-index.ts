/**
 * Offsets to lines and columns and back, as Python counts lines: `\n`, `\r\n` and a lone `\r` end one, a form feed does not.
 * Lines and columns are 1-based, columns in UTF-16 units; a BOM takes a column, as it takes a unit of the text.
 */

/** 1-based; `column` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** At least 1: an empty text has one empty line. */
  readonly lineCount: number;
  /** Where an offset lies; offsets outside of the text are moved to its nearest end. Logarithmic. */
  positionAt(offset: number): Position;
  /** The reverse; a column past the end of its line is moved to the end of the line (before its line end). */
  offsetAt(position: Position): number;
  /** Where a line begins, and where it ends without its line end. */
  lineSpan(line: number): { readonly start: number; readonly end: number };
}

export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);

  function lineSpan(line: number): { readonly start: number; readonly end: number } {
    const row = Math.min(Math.max(line, 1), starts.length);
    const start = starts[row - 1] ?? 0;
    let end = starts[row] ?? text.length;
    if (row < starts.length) {
      end--;
      if (text[end] === "\n" && end > start && text[end - 1] === "\r") end--;
    }
    return { start, end };
  }

  return {
    lineCount: starts.length,
    positionAt(offset) {
      const at = Math.min(Math.max(offset, 0), text.length);
      const row = lastAtOrBefore(starts, at);
      return { line: row + 1, column: at - (starts[row] ?? 0) + 1 };
    },
    offsetAt({ line, column }) {
      if (line > starts.length) return text.length;
      const { start, end } = lineSpan(line);
      return Math.min(start + Math.max(column, 1) - 1, end);
    },
    lineSpan,
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.test(text)) starts.push(lineEnd.lastIndex);
  return starts;
}

/** Index of the last start that is not after `offset`. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
