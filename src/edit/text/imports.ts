/**
 * Names of other modules in a file's own manner: what is imported is used as it is, a module alias (`import dagster as dg`) is used with a dot, a
 * `from … import` grows by the name where the file's order wants it, and only a file that imports nothing of the module gets a new line.
 */
import { compareKeys } from "../../base/order.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Import, ImportedName, ImportFrom } from "../../syntax/statement.ts";
import { type Delimited, insertItem } from "./delimited.ts";
import { isImport, placeOfImport } from "./import-order.ts";
import { lineEnd, lineStart, styleOf } from "./source-style.ts";

export interface ImportedText {
  /** How to write it: `dg.AssetIn`, `AssetIn`. */
  readonly text: string;
  readonly edits: readonly FileEdit[];
}

export interface ImportRequest {
  readonly module: string;
  readonly name: string;
  /** The line for a file that has no import of the module yet, and how the name is then written. */
  readonly conventional?: { readonly line: string; readonly text: string };
  /** The plain name is wanted, whatever the module is known as. */
  readonly fresh?: boolean;
}

/** `name` of `module`. `conventional` is the line for a file that has no import of the module yet. */
export function importName(file: SourceFile, { module, name, conventional, fresh = false }: ImportRequest): ImportedText {
  const imports = topLevelImports(file);
  const froms = imports.filter((each): each is ImportFrom => each.kind === "import-from" && each.level === 0 && each.module === module);
  for (const { names } of froms) {
    const found = names === "*" ? undefined : names.find((each) => each.name === name);
    if (found) return { text: found.alias ?? found.name, edits: [] };
  }
  for (const each of imports) {
    const found = each.kind === "import" && !fresh ? each.names.find((imported) => imported.name === module) : undefined;
    if (found) return { text: `${found.alias ?? found.name}.${name}`, edits: [] };
  }
  const [from] = froms.filter(({ names }) => names !== "*");
  if (from) return { text: name, edits: addToImport(file, from, name) };
  const line = conventional?.line ?? `from ${module} import ${name}`;
  return { text: conventional?.text ?? name, edits: [newImport(file, line)] };
}

/** One more line of imports, as it is given. */
export function importLine(file: SourceFile, line: string): FileEdit {
  return newImport(file, line);
}

/** A name of Dagster. */
export function importDagster(file: SourceFile, name: string): ImportedText {
  const hasAll = topLevelImports(file).some((each) => each.kind === "import-from" && each.module === "dagster" && each.names === "*");
  if (hasAll) return { text: name, edits: [] };
  return importName(file, { module: "dagster", name, conventional: { line: "import dagster as dg", text: `dg.${name}` } });
}

function topLevelImports({ tree }: SourceFile): readonly (Import | ImportFrom)[] {
  return tree.body.filter(isImport);
}

function addToImport(file: SourceFile, { start, end, names }: ImportFrom, name: string): readonly FileEdit[] {
  if (names === "*") return [];
  const { text, path } = file;
  const [first] = names;
  const open = text.lastIndexOf("(", first?.start ?? start);
  const isBracketed = open >= start;
  const list: Delimited = { start: isBracketed ? open : (first?.start ?? start) - 1, end: isBracketed ? end : end + 1, items: names };
  const style = styleOf(file);
  const index = placeInOrder(names, name);
  const edits = insertItem(text, list, name, { style: isBracketed ? style : { ...style, lineLength: Number.POSITIVE_INFINITY }, index });
  return edits.map((edit) => ({ path, ...edit }));
}

type Order = (left: string, right: string) => number;

/** The orders that isort and ruff know: constants, classes, functions; without regard to case; by code point. */
const ORDERS: readonly Order[] = [
  (left, right) => rankOf(left) - rankOf(right) || compareKeys(left.toLowerCase(), right.toLowerCase()),
  (left, right) => compareKeys(left.toLowerCase(), right.toLowerCase()),
  compareKeys,
];

function rankOf(name: string): number {
  if (name.length > 1 && name === name.toUpperCase()) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

/** Where the file's own order puts the name; at the end when it has none. */
function placeInOrder(names: readonly ImportedName[], name: string): number {
  const written = names.map((each) => each.name);
  const order = ORDERS.find((compare) => written.every((each, index) => index === 0 || compare(written[index - 1] ?? "", each) <= 0));
  const index = order ? written.findIndex((each) => order(name, each) < 0) : -1;
  return index < 0 ? names.length : index;
}

/** Where the file's order of imports wants it; without imports behind the docstring and `from __future__`. */
function newImport(file: SourceFile, line: string): FileEdit {
  const { text, path, tree } = file;
  const [, from, plain] = /^(?:from (\S+) |import (\S+))/.exec(line) ?? [];
  const place = placeOfImport(file, { module: from ?? plain ?? "", plain: plain !== undefined });
  if (place) return { path, start: place.at, end: place.at, text: place.before + line + place.after };
  const { newline } = styleOf(file);
  const [first] = tree.body;
  const future = tree.body.findLast(isImport);
  const docstring = first?.kind === "expression-statement" && first.value.kind === "string" ? first : undefined;
  const before = future ?? docstring;
  if (before) return { path, start: lineEnd(text, before.end), end: lineEnd(text, before.end), text: `${newline}${newline}${line}` };
  const start = first ? lineStart(text, first.start) : text.length;
  const gap = first ? `${newline}${first.kind === "function" || first.kind === "class" ? newline.repeat(2) : newline}` : newline;
  return { path, start, end: start, text: line + gap };
}
