/**
 * The configuration files of a repository, read once each: TOML, YAML, JSON and INI as plain values. A file that is not loaded yet is noted in
 * `needs` and counts as absent for now; one that cannot be parsed counts as empty (its own rule reports it).
 */
import { folderOf } from "../../base/repository-path.ts";
import type { SourceTree } from "../../base/source-tree.ts";
import { toPlain } from "../../formats/format-node.ts";
import { parseIni } from "../../formats/ini.ts";
import { parseJson } from "../../formats/json.ts";
import { parseToml } from "../../formats/toml.ts";
import { parseYaml } from "../../formats/yaml.ts";

export interface ProjectFiles {
  readonly tree: SourceTree;
  /** Paths that were asked for and are not loaded. */
  readonly needs: Set<string>;
  /** `undefined`: absent, not loaded, or not UTF-8. */
  text(path: string): string | undefined;
  /** The file's value by its extension: `.toml` and `.lock`, `.yaml` and `.yml`, `.json`, `.cfg`. `undefined` when there is none. */
  value(path: string): unknown;
}

export function projectFiles(tree: SourceTree): ProjectFiles {
  const needs = new Set<string>();
  const values = new Map<string, unknown>();
  const text = (path: string): string | undefined => {
    const content = tree.has(path) ? tree.read(path) : "absent";
    if (content === "not-loaded") needs.add(path);
    return typeof content === "string" ? undefined : decode(content);
  };
  const value = (path: string): unknown => {
    if (values.has(path)) return values.get(path);
    const source = text(path);
    const parsed = source === undefined ? undefined : parse(path, source);
    if (!needs.has(path)) values.set(path, parsed);
    return parsed;
  };
  return { tree, needs, text, value };
}

function parse(path: string, text: string): unknown {
  if (path.endsWith(".cfg")) return toPlain(parseIni(text));
  const { root } = parserOf(path)(text);
  return root && toPlain(root);
}

function parserOf(path: string): (text: string) => ReturnType<typeof parseToml> {
  if (path.endsWith(".yaml") || path.endsWith(".yml")) return (text) => parseYaml(text, "pyyaml");
  return path.endsWith(".json") || path.endsWith("Pipfile.lock") ? parseJson : parseToml;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The value below `path` in nested tables; `undefined` where the path leads nowhere. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    const table = asTable(current);
    if (!table || !Object.hasOwn(table, key)) return undefined;
    current = table[key];
  }
  return current;
}

export function asTable(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

/** The items of a list; none for what is no list. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Values of a table; none for what is no table. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(asTable(value) ?? {});
}

/** `joinPath("services", "../shop")` is `shop`. `undefined` when it leads out of the repository. */
export function joinPath(folder: string, relative: string): string | undefined {
  if (relative.startsWith("/")) return undefined;
  const parts: string[] = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** `folder/name`, or `name` at the root. */
export function pathIn(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** `services/shop` to `["services/shop", "services", ""]`. */
export function foldersUpward(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== ""; ) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}
