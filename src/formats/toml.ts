/**
 * TOML with spans, as Python's `tomllib` reads it (TOML 1.0). The parser stops at the first error, as tomllib does: then there is
 * no root. Tables that are written in pieces (`[a.b]` … `[a.c]`) are one mapping; its span is that of its first header.
 */
import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { Span } from "../base/span.ts";
import {
  type FormatMapping,
  type FormatNode,
  type FormatScalar,
  MAX_FORMAT_DEPTH,
  type ParsedFormat,
  type ScalarValue,
} from "./format-node.ts";

/** Never throws. */
export function parseToml(text: string): ParsedFormat {
  const whole = { start: 0, end: text.length };
  if (/[[{]{200}/.test(text.replaceAll(/\s/g, ""))) return failure("the file is nested too deeply", whole);
  try {
    const root = newTable(whole);
    const [program] = parseTOML(text, { tomlVersion: "1.0.0" }).body;
    for (const node of program.body) addTopLevel(root, node, text);
    return { root: frozen(root, 0), problems: [] };
  } catch (error) {
    if (error instanceof ParseError) return failure(error.message, { start: error.index, end: Math.min(error.index + 1, text.length) });
    if (error instanceof RangeError) return failure("the file is nested too deeply", whole);
    throw error;
  }
}

function failure(message: string, span: Span): ParsedFormat {
  return { root: undefined, problems: [{ message, severity: "error", span }] };
}

/** A mapping that is still being written; what is read from it in the end is {@link FormatMapping}. */
interface Table {
  readonly kind: "table";
  readonly span: Span;
  readonly entries: Map<string, { key: FormatScalar; value: Growing }>;
}
interface GrowingArray {
  readonly kind: "array";
  readonly span: Span;
  readonly items: Growing[];
}
type Growing = Table | GrowingArray | FormatScalar;

function newTable(span: Span): Table {
  return { kind: "table", span, entries: new Map() };
}

function addTopLevel(root: Table, node: AST.TOMLKeyValue | AST.TOMLTable, text: string): void {
  if (node.type === "TOMLKeyValue") {
    addKeyValue(root, node, text);
    return;
  }
  const span = spanOf(node);
  let table = root;
  const keys = node.key.keys;
  for (const [index, key] of keys.entries()) {
    table = node.kind === "array" && index === keys.length - 1 ? appendTable(table, key, span) : openTable(table, key, span);
  }
  for (const pair of node.body) addKeyValue(table, pair, text);
}

function addKeyValue(table: Table, { key, value }: AST.TOMLKeyValue, text: string): void {
  const last = key.keys.at(-1);
  if (last === undefined) return;
  let inner = table;
  for (const part of key.keys.slice(0, -1)) inner = openTable(inner, part, spanOf(value));
  const scalar = keyScalar(last);
  inner.entries.set(scalar.value as string, { key: scalar, value: content(value, text) });
}

/** The table of that name, or the last one of an array of tables. */
function openTable(parent: Table, keyNode: AST.TOMLBare | AST.TOMLQuoted, span: Span): Table {
  const key = keyScalar(keyNode);
  const existing = parent.entries.get(key.value as string)?.value;
  const table = existing?.kind === "array" ? existing.items.at(-1) : existing;
  if (table?.kind === "table") return table;
  const created = newTable(span);
  parent.entries.set(key.value as string, { key, value: created });
  return created;
}

function appendTable(parent: Table, keyNode: AST.TOMLBare | AST.TOMLQuoted, span: Span): Table {
  const key = keyScalar(keyNode);
  const existing = parent.entries.get(key.value as string)?.value;
  const created = newTable(span);
  if (existing?.kind === "array") existing.items.push(created);
  else parent.entries.set(key.value as string, { key, value: { kind: "array", span, items: [created] } });
  return created;
}

function keyScalar(node: AST.TOMLBare | AST.TOMLQuoted): FormatScalar {
  return { kind: "scalar", type: "str", value: node.type === "TOMLBare" ? node.name : node.value, span: spanOf(node) };
}

function content(node: AST.TOMLContentNode, text: string): Growing {
  const span = spanOf(node);
  switch (node.type) {
    case "TOMLArray":
      return { kind: "array", span, items: node.elements.map((element) => content(element, text)) };
    case "TOMLInlineTable": {
      const table = newTable(span);
      for (const pair of node.body) addKeyValue(table, pair, text);
      return table;
    }
    case "TOMLValue":
      return { kind: "scalar", span, ...scalarValue(node, text.slice(span.start, span.end)) };
  }
}

function scalarValue(node: AST.TOMLValue, source: string): ScalarValue {
  switch (node.kind) {
    case "string":
      // tomllib reads CRLF as LF before anything else; an escaped \r stays.
      return { type: "str", value: node.multiline && !source.includes("\\r") ? node.value.replaceAll("\r\n", "\n") : node.value };
    case "integer":
      return { type: "int", value: Number.isSafeInteger(node.value) ? node.value + 0 : node.bigint };
    case "float":
      return { type: "float", value: node.value };
    case "boolean":
      return { type: "bool", value: node.value };
    default:
      return isoFormat(node);
  }
}

/** `1979-05-27 07:32:00.5Z` is `1979-05-27T07:32:00.500000+00:00`, as Python's `isoformat()` has it. */
function isoFormat(node: AST.TOMLDateTimeValue): ScalarValue {
  const [, date = "", time = "", fraction = "", offset = ""] =
    /^(\d{4}-\d\d-\d\d)?(?:[Tt ])?(\d\d:\d\d:\d\d)?(?:\.(\d+))?([Zz]|[-+]\d\d:\d\d)?$/.exec(node.datetime) ?? [];
  if (node.kind === "local-date") return { type: "date", value: date };
  const micro = fraction.slice(0, 6).padEnd(6, "0");
  const clock = `${time}${Number(micro) > 0 ? `.${micro}` : ""}${/^[Zz]$|^-00:00$/.test(offset) ? "+00:00" : offset}`;
  return node.kind === "local-time" ? { type: "time", value: clock } : { type: "datetime", value: `${date}T${clock}` };
}

function frozen(value: Growing, depth: number): FormatNode {
  if (value.kind === "scalar") return value;
  if (depth > MAX_FORMAT_DEPTH) throw new RangeError("nested too deeply");
  if (value.kind === "array") return { kind: "sequence", span: value.span, items: value.items.map((item) => frozen(item, depth + 1)) };
  const entries = [...value.entries.values()].map((entry) => ({ key: entry.key, value: frozen(entry.value, depth + 1) }));
  return { kind: "mapping", span: value.span, entries } satisfies FormatMapping;
}

function spanOf(node: { readonly range: readonly [number, number] }): Span {
  return { start: node.range[0], end: node.range[1] };
}
