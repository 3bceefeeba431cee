/** Columns of YAML, of a plain entry or of one version of a model. */
import { overlaid } from "../config/merge-config.ts";
import type { DbtColumn } from "../nodes/dbt-node.ts";
import { listOf, mappingOf, textOf } from "../project/project-file.ts";
import { type DbtMapping, type DbtUnknown, type DbtValue, isMapping } from "../value.ts";

/** A column as written, and where: `["columns", 2]`. */
export interface WrittenColumn {
  readonly value: DbtMapping;
  readonly path: readonly (string | number)[];
}

export function writtenColumns(value: DbtMapping, path: readonly (string | number)[] = []): WrittenColumn[] {
  const columns = value.get("columns");
  return (Array.isArray(columns) ? columns : []).flatMap((column, index) =>
    isMapping(column) && column.has("name") ? [{ value: column, path: [...path, "columns", index] }] : [],
  );
}

/** A version's own columns, and those of the model that it includes. */
export function versionColumns(model: DbtMapping, version: DbtMapping, versionPath: readonly (string | number)[]): WrittenColumn[] {
  const base = writtenColumns(model);
  const entries = version.get("columns");
  if (!Array.isArray(entries)) return base;
  const own = writtenColumns(version, versionPath);
  const rule = entries.find((entry) => isMapping(entry) && (entry.has("include") || entry.has("exclude")));
  const names = new Set(own.map(({ value }) => value.get("name")));
  const included = isMapping(rule) ? base.filter(({ value }) => isIncluded(value.get("name"), rule)) : base;
  return [...included.filter(({ value }) => !names.has(value.get("name"))), ...own];
}

function isIncluded(name: DbtValue | undefined, rule: DbtMapping): boolean {
  const include = rule.get("include") ?? "all";
  const all = include === "all" || include === "*";
  if (!all && !(listOf(include) ?? []).includes(String(name))) return false;
  return !(listOf(rule.get("exclude")) ?? []).includes(String(name));
}

export function columnTags(column: DbtMapping): string[] {
  const own = listOf(column.get("tags"));
  const configured = listOf(mappingOf(column.get("config")).get("tags"));
  return own === undefined && configured === undefined ? [] : [...new Set([...(own ?? []), ...(configured ?? [])])];
}

export function readColumns(columns: readonly WrittenColumn[], describe: (text: string) => string | DbtUnknown): Map<string, DbtColumn> {
  const read = new Map<string, DbtColumn>();
  for (const { value } of columns) {
    const name = textOf(value.get("name")) ?? "";
    const description = describe(textOf(value.get("description")) ?? "");
    read.set(name, {
      name,
      description: typeof description === "string" ? description : "",
      dataType: textOf(value.get("data_type")),
      tags: columnTags(value),
      meta: overlaid(mappingOf(value.get("meta")), mappingOf(mappingOf(value.get("config")).get("meta"))),
    });
  }
  return read;
}
