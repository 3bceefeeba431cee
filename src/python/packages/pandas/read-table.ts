/** `read_csv` and `DataFrame(…)`: tables from files of the repository and from literals. An option that changes more than is followed here leaves the table unknown. */
import { parseCsv } from "../../../formats/csv.ts";
import { argumentOf, selfOf } from "../../builtins/arguments.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { str } from "../../make-value.ts";
import { fieldsOfRow } from "../../stdlib/filesystem/csv-module.ts";
import { contentOf, openFile } from "../../stdlib/filesystem/files.ts";
import { pathText } from "../../stdlib/filesystem/paths.ts";
import type { Value } from "../../value.ts";
import { tableObject, tableOfColumns, tableOfRecords, typedColumn } from "./table.ts";

const FOLLOWED = new Set([
  "filepath_or_buffer",
  "sep",
  "delimiter",
  "dtype",
  "usecols",
  "names",
  "header",
  "keep_default_na",
  "na_filter",
  "comment",
  "quotechar",
  "skipinitialspace",
  // These change how the text is read, not what a plain table holds.
  "encoding",
  "engine",
  "low_memory",
  "on_bad_lines",
  "skip_blank_lines",
]);

export function readTable(separator: string): SymbolModel {
  return (context) => {
    const { args, at, interpreter } = context;
    const given = argumentOf(args, 0, "filepath_or_buffer") ?? selfOf(context);
    const path = pathText(given);
    const content = contentOf(path === undefined ? given : openFile(path, undefined, context), context);
    if (!("text" in content)) return content;
    const other = [...args.keywords.keys()].find((name) => !FOLLOWED.has(name));
    if (args.gap || other !== undefined)
      return args.gap ?? interpreter.unknown("unsupported", `\`${other}\` of a table is not followed`, at);
    const rows = rowsOf(content, separator, context);
    const names = headerOf(rows, context);
    const body = names.isFirstRow ? rows.slice(1) : rows;
    const isText = isTextType(args.keywords.get("dtype")?.value);
    const keepsMissing = ["keep_default_na", "na_filter"].some((name) => isFalse(args.keywords.get(name)?.value));
    const columns = names.names.map((name, index) => {
      const cells = body.map((row) => row[index] ?? str(""));
      return [name, isText ? cells.map((cell) => typedText(cell, keepsMissing)) : typedColumn(cells, keepsMissing)] as const;
    });
    const wanted = stringsOf(args.keywords.get("usecols")?.value);
    return tableObject(tableOfColumns(wanted ? columns.filter(([name]) => wanted.includes(name)) : columns), at);
  };
}

function rowsOf(
  { text, path }: { readonly text: string; readonly path?: string },
  separator: string,
  { args }: CallContext,
): readonly (readonly Value[])[] {
  const option = (name: string): string | undefined => {
    const value = args.keywords.get(name)?.value;
    return value?.kind === "str" ? value.value : undefined;
  };
  const comment = option("comment");
  const source = comment === undefined ? text : text.replaceAll(new RegExp(`\\${comment}.*$`, "gm"), (found) => " ".repeat(found.length));
  const delimiter = option("sep") ?? option("delimiter") ?? separator;
  const skips = args.keywords.get("skipinitialspace")?.value;
  const dialect = { delimiter, quote: option("quotechar") ?? '"', skipsInitialSpace: skips?.kind === "bool" && skips.value };
  const rows = parseCsv(source, dialect).items.map((row) => fieldsOfRow(row, path));
  return rows.filter((row) => row.some((cell) => cell.kind !== "str" || cell.value.trim() !== ""));
}

function headerOf(
  rows: readonly (readonly Value[])[],
  { args }: CallContext,
): { readonly names: readonly string[]; readonly isFirstRow: boolean } {
  const given = stringsOf(args.keywords.get("names")?.value);
  const header = args.keywords.get("header")?.value;
  if (given) return { names: given, isFirstRow: header?.kind === "int" };
  const [first = []] = rows;
  if (header?.kind === "none") return { names: first.map((_, index) => String(index)), isFirstRow: false };
  return { names: first.map((cell) => (cell.kind === "str" ? cell.value : "")), isFirstRow: true };
}

function typedText(cell: Value, keepsMissing: boolean): Value {
  const [typed] = typedColumn([cell, str("text")], keepsMissing);
  return typed ?? cell;
}

function isTextType(value: Value | undefined): boolean {
  return (
    (value?.kind === "symbol" && value.name === "builtins.str") ||
    (value?.kind === "str" && ["str", "string", "object"].includes(value.value))
  );
}

function isFalse(value: Value | undefined): boolean {
  return value?.kind === "bool" && !value.value;
}

function stringsOf(value: Value | undefined): readonly string[] | undefined {
  if (value?.kind !== "list" && value?.kind !== "tuple") return undefined;
  return value.items.flatMap((item) => (item.kind === "str" ? [item.value] : []));
}

/** `DataFrame([{…}, …])`, `DataFrame({"column": […]})`, `DataFrame(rows, columns=[…])`. */
export const dataFrame: SymbolModel = (context) => {
  const { args, at, interpreter } = context;
  const data = argumentOf(args, 0, "data");
  const names = stringsOf(args.keywords.get("columns")?.value);
  if (data?.kind === "unknown") return data;
  if (data?.kind === "list" && data.complete) {
    if (data.items.every(({ kind }) => kind === "dict") && !names) return tableObject(tableOfRecords(data.items), at);
    const rows = data.items.map((item) => (item.kind === "list" || item.kind === "tuple" ? item.items : [item]));
    if (names) return tableObject({ columns: names, rows }, at);
  }
  if (data?.kind === "dict" && data.complete && !names) {
    const columns = [...data.entries.values()].flatMap(({ key, value }) =>
      key.kind === "str" && (value.kind === "list" || value.kind === "tuple") ? [[key.value, value.items] as const] : [],
    );
    if (columns.length === data.entries.size) return tableObject(tableOfColumns(columns), at);
  }
  return interpreter.unknown("external-library", "what this table holds is not known", at);
};
