/** Rows of text under one another: each column as wide as its widest cell, the last one as it is. Colours take no room. */

import { cellWidth } from "./cell-width.ts";

const GAP = "  ";

/** Lines without blanks at their ends; a row may be shorter than the others. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, shownWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - shownWidth(cell))))
      .join(GAP)
      .trimEnd(),
  );
}

function shownWidth(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what a colour begins with
  return cellWidth(text.replace(/\u001b\[\d+m/g, ""));
}
