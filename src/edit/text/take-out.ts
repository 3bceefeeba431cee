/** Taking something out of a file whole: an element with its comma, an import with its line, a function with the blank lines around it. */
import type { Span } from "../../base/span.ts";
import type { TextEdit } from "../../base/text-edit.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { DictDisplay, Expression, Sequence } from "../../syntax/expression.ts";
import { outerEnd, outerStart } from "../../syntax/outer-span.ts";
import type { Import, ImportFrom } from "../../syntax/statement.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";
import { removeArgument } from "./arguments.ts";
import { removeItem } from "./delimited.ts";
import { lineEnd, lineStart, nextLine } from "./source-style.ts";

/** The whole element of a list, entry of a mapping (named by its key or its value) or name of an import that the use is. */
export function elementEdit(project: Project, file: SourceFile, use: Span): FileEdit | undefined {
  const { path, text } = file;
  for (const node of everyNode(file, project)) {
    if (node.start > use.start || node.end < use.end) continue;
    if (node.kind === "import-from" && node.names !== "*") {
      const imported = node.names.find(({ start, end }) => start <= use.start && use.end <= end);
      const edit = imported && importEdit(text, node, imported.alias ?? imported.name);
      return edit && { path, ...edit };
    }
    const edit = node.kind === "list" || node.kind === "set" || node.kind === "dict" ? memberEdit(project, file, { node, use }) : undefined;
    if (edit) return { path, ...edit };
  }
  return undefined;
}

interface Membership {
  readonly node: DictDisplay | Sequence;
  readonly use: Span;
}

function memberEdit(project: Project, file: SourceFile, { node, use }: Membership): TextEdit | undefined {
  const items = node.kind === "dict" ? node.entries.map(({ value }) => value) : node.items;
  const byKey = node.kind === "dict" ? node.entries.findIndex(({ key }) => key && isMember(key, use)) : -1;
  const index = byKey < 0 ? items.findIndex((item) => isMember(item, use)) : byKey;
  if (index < 0) return undefined;
  const whole = items.length === 1 ? onlyMemberEdit(file, project, node) : undefined;
  const spans = node.kind === "dict" ? node.entries : items.map((item) => ({ start: outerStart(item), end: outerEnd(item) }));
  return whole ?? removeItem(file.text, { start: node.start, end: node.end, items: spans }, index);
}

/** The element is the use, or a name, attribute or string around it. */
function isMember(item: Expression, use: Span): boolean {
  if (item.start === use.start && item.end === use.end) return true;
  return (item.kind === "name" || item.kind === "attribute" || item.kind === "string") && item.start <= use.start && use.end <= item.end;
}

/** `Definitions(assets=assets, jobs=[daily])` without its last job needs no `jobs`. */
function onlyMemberEdit(file: SourceFile, project: Project, list: Span): TextEdit | undefined {
  for (const node of everyNode(file, project)) {
    if (node.kind !== "call" || node.start > list.start || node.end < list.end) continue;
    const name = node.callee.kind === "attribute" ? node.callee.name : node.callee.kind === "name" ? node.callee.id : "";
    const argument = node.args.find(({ value }) => value.start === list.start && value.end === list.end);
    if (name === "Definitions" && argument?.name !== undefined) return removeArgument(file.text, node, argument.name)[0];
  }
  return undefined;
}

/** The name that an import binds, with the whole statement when it binds no other. `undefined`: another one, or the statement shares its line. */
export function importEdit(text: string, { kind, start, end, names }: Import | ImportFrom, name: string): TextEdit | undefined {
  if (names === "*") return undefined;
  const index = names.findIndex((each) => (each.alias ?? (kind === "import" ? each.name.split(".")[0] : each.name)) === name);
  if (index < 0) return undefined;
  if (names.length === 1) {
    const line = text.slice(lineStart(text, start), start) + text.slice(end, lineEnd(text, end)).replace(/#.*/, "");
    return line.trim() === "" ? lineEdit(text, { start: lineStart(text, start), end: nextLine(text, end) }) : undefined;
  }
  const first = names[0]?.start ?? start;
  const open = text.lastIndexOf("(", first);
  return removeItem(text, { start: open >= start ? open : first - 1, end: open >= start ? end : end + 1, items: names }, index);
}

/** Whole lines out, and where blank lines stand on both sides, those above: what followed the lines keeps its distance. */
function lineEdit(text: string, { start, end }: Span): TextEdit {
  const above = /(?:\r\n|\n|\r)((?:[ \t]*(?:\r\n|\n|\r))+)$/.exec(text.slice(0, start))?.[1] ?? "";
  const below = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(text.slice(end))?.[0] ?? "";
  if (start === 0) return { start, end: end + below.length, text: "" };
  return { start: below === "" ? start : start - above.length, end, text: "" };
}

/** A statement of a module with the comment above it that is its own, and the blank lines that set it apart. */
export function definitionEdit({ text, path }: SourceFile, { start, end }: Span): FileEdit {
  const from = commentedStart(text, start);
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

/** Where the statement begins, with the comment lines directly above it; a headline (`# ---- jobs ----`) stays where it is. */
export function commentedStart(text: string, start: number): number {
  let from = lineStart(text, start);
  for (let above = from; above > 0; ) {
    above = lineStart(text, text.startsWith("\r\n", above - 2) ? above - 2 : above - 1);
    const line = text.slice(above, lineEnd(text, above));
    if (!line.startsWith("#") || /[-=#*]{3,}/.test(line)) break;
    from = above;
  }
  return from;
}

function lineBreakAt(text: string, end: number): string {
  return text.slice(end, nextLine(text, end)).replace(/^[^\r\n]*/, "");
}
