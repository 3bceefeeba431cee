/** Taking something out of a file whole: an element with its comma, an import with its line, a function with the blank lines around it. */
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/source-file.ts";
import { outerEnd, outerStart } from "../../syntax/outer-span.ts";
import type { FunctionDefinition } from "../../syntax/statement.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";
import { type Delimited, removeItem } from "./delimited.ts";
import { lineStart, nextLine } from "./source-style.ts";

/** The whole element of a list or an import that the use is. */
export function elementEdit(
  project: Project,
  file: SourceFile,
  use: { readonly start: number; readonly end: number },
): FileEdit | undefined {
  const { path, text } = file;
  for (const node of everyNode(file, project)) {
    if (node.start > use.start || node.end < use.end) continue;
    if (node.kind === "import-from" && node.names !== "*") {
      const index = node.names.findIndex(({ start, end }) => start <= use.start && use.end <= end);
      if (node.names.length === 1) return { path, start: lineStart(text, node.start), end: nextLine(text, node.end), text: "" };
      const open = text.indexOf("(", node.start);
      const start = open >= 0 && open < node.end ? open : (node.names[0]?.start ?? node.start) - 1;
      const edit = removeItem(text, { start, end: node.end, items: node.names }, index);
      return edit && { path, ...edit };
    }
    if (node.kind !== "list" && node.kind !== "set") continue;
    const items = node.items.map((item) => ({ start: outerStart(item), end: outerEnd(item) }));
    const index = node.items.findIndex(
      (item) =>
        (item.kind === "name" || item.kind === "attribute" || item.kind === "string") && item.start <= use.start && use.end <= item.end,
    );
    const list: Delimited = { start: node.start, end: node.end, items };
    const edit = index < 0 ? undefined : removeItem(text, list, index);
    if (edit) return { path, ...edit };
  }
  return undefined;
}

/** The function with its decorators, and the blank lines that set it apart. */
export function definitionEdit({ text, path }: SourceFile, { start, end }: FunctionDefinition): FileEdit {
  const from = lineStart(text, start);
  let to = nextLine(text, end);
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(to))?.[0] ?? "";
  if (to + blank.length < text.length) to += blank.length;
  else
    return {
      path,
      start: text.slice(0, from).replace(/(?:[ \t]*(?:\r\n|\n|\r))*$/, "").length,
      end: Math.max(end, to),
      text: text.slice(0, from).trim() === "" ? "" : lineBreakAt(text, end),
    };
  return { path, start: from, end: to, text: "" };
}

function lineBreakAt(text: string, end: number): string {
  return text.slice(end, nextLine(text, end)).replace(/^[^\r\n]*/, "");
}
