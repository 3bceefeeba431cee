/** Where a value of a YAML file stands, as a path from the root of its document; and values set or taken out there, comments and all else kept. */
import type { Span } from "../../base/span.ts";
import type { TextEdit } from "../../base/text-edit.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { FormatNode, FormatPath } from "../../formats/format-node.ts";
import { parseYaml } from "../../formats/yaml.ts";
import { removeYamlValue, setYamlValue } from "../../formats/yaml-edit.ts";
import type { YamlValue } from "../../formats/yaml-render.ts";
import type { Project } from "../project.ts";

/** One document of a file: `---` separates several. */
export interface YamlDocument {
  readonly path: string;
  readonly text: string;
  /** Offset of `text` in the file. */
  readonly offset: number;
  readonly root: FormatNode;
}

export function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/** The document that the offset is in. */
export function documentAt(project: Project, path: string, offset: number): YamlDocument | undefined {
  const text = isYaml(path) ? project.text(path) : undefined;
  if (text === undefined) return undefined;
  const breaks = [...text.matchAll(/^---[^\r\n]*(?:\r\n|\n|$)/gm)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  const start = breaks.findLast((each) => each.end <= offset)?.end ?? 0;
  const end = breaks.find((each) => each.start > offset)?.start ?? text.length;
  const own = text.slice(start, end);
  const { root } = parseYaml(own, "core");
  return root && { path, text: own, offset: start, root };
}

export interface YamlPlace {
  readonly document: YamlDocument;
  /** Of the value; for a key of a mapping that of its value. */
  readonly at: FormatPath;
  readonly isKey: boolean;
}

/** The scalar or key that stands at `span` of the file. */
export function placeInYaml(project: Project, path: string, span: Span): YamlPlace | undefined {
  const document = documentAt(project, path, span.start);
  const found = document && search(document.root, { start: span.start - document.offset, end: span.end - document.offset }, []);
  return document && found && { document, ...found };
}

function search(node: FormatNode, span: Span, at: FormatPath): { readonly at: FormatPath; readonly isKey: boolean } | undefined {
  if (isSame(node.span, span)) return { at, isKey: false };
  if (node.kind === "sequence") return firstOf(node.items, (item, index) => search(item, span, [...at, index]));
  if (node.kind !== "mapping") return undefined;
  return firstOf(node.entries, ({ key, value }) => {
    const step = [...at, String(key.value)];
    return isSame(key.span, span) ? { at: step, isKey: true } : search(value, span, step);
  });
}

function isSame(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end;
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item, index: number) => Found | undefined): Found | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `undefined`: the file's shape does not allow it (an alias, a merged key). */
export function setInYaml(document: YamlDocument, at: FormatPath, value: YamlValue): readonly FileEdit[] | undefined {
  return inFileOf(document, setYamlValue(document.text, at, value));
}

export function removeFromYaml(document: YamlDocument, at: FormatPath): readonly FileEdit[] | undefined {
  return inFileOf(document, removeYamlValue(document.text, at));
}

function inFileOf({ path, offset }: YamlDocument, edits: readonly TextEdit[] | undefined): readonly FileEdit[] | undefined {
  return edits?.map(({ start, end, text }) => ({ path, start: start + offset, end: end + offset, text }));
}
