/**
 * Edits of every literal that names an asset key: parts that became part of an `AssetKey` wherever the code made one, and what stands in calls that
 * are only read. Names of functions and parameters are not literals: they are renamed by who knows what they are.
 */
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type KeyPath, keyId, readAssetKey, toPythonIdentifier, toUserString } from "../../dagster/model/asset-key.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { LibraryObject, Value } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import type { Project } from "../project.ts";
import { writtenArguments } from "./dagster-calls.ts";
import { keyLiteralEdits, listEdits, singleEdits } from "./key-literal.ts";
import { editString, replaceString, type WrittenString } from "./literal-edit.ts";
import type { Meaning } from "./meaning.ts";
import { meaningOfKeyword, meaningOfPositional } from "./meaning.ts";
import { relatedFiles } from "./related-files.ts";
import { selectionEdits } from "./selection-edit.ts";
import { reachableObjects } from "./values.ts";

export interface KeyChange {
  readonly from: KeyPath;
  readonly to: KeyPath;
}

export function keyEdits(project: Project, location: LoadedLocation, change: KeyChange): readonly FileEdit[] {
  return [...objectEdits(project, location, change), ...callEdits(project, location, change), ...writtenEdits(project, location, change)];
}

/** Literals that became a part of the key. */
function objectEdits(project: Project, location: LoadedLocation, change: KeyChange): readonly FileEdit[] {
  const id = keyId(change.from);
  return reachableObjects(location).flatMap((object) => {
    if (object.type !== "dagster.AssetKey") return [];
    const path = readAssetKey(object);
    return path.known && keyId(path.value) === id ? pathEdits(project, partsOf(object), change) : [];
  });
}

function partsOf(key: LibraryObject): readonly Value[] {
  const path = key.fields.get("path");
  return path?.kind === "list" ? path.items : [];
}

/** Part by part where that is possible: then a part that comes from a constant is followed to it. */
function pathEdits(project: Project, parts: readonly Value[], change: KeyChange): readonly FileEdit[] {
  const isOneString = parts.length > 1 && parts.every((part) => part.kind === "str" && part.origin && isSamePlace(part.origin, parts[0]));
  if (isOneString || change.from.length !== change.to.length) return keyLiteralEdits(project, parts, change.to);
  return partEdits(project, parts, change);
}

function isSamePlace({ path, start }: Location, other: Value | undefined): boolean {
  return other?.kind === "str" && other.origin?.path === path && other.origin.start === start;
}

function partEdits(project: Project, parts: readonly Value[], { from, to }: KeyChange): readonly FileEdit[] {
  return parts.flatMap((part, index) => {
    const wanted = to[index];
    if (part.kind !== "str" || !part.origin || wanted === undefined || wanted === from[index]) return [];
    return replaceString(project, { value: part.value, at: part.origin }, wanted) ?? [];
  });
}

/** Strings that were given to a call and are no key objects: user strings and selections, constants of other modules among them. */
function callEdits(project: Project, location: LoadedLocation, change: KeyChange): readonly FileEdit[] {
  return location.calls.flatMap(({ name, args }) => {
    if (!name.startsWith("dagster.")) return [];
    const positional = args.positional.map(({ value }, index) => [meaningOfPositional(name, index), value] as const);
    const keywords = [...args.keywords].map(([parameter, { value }]) => [meaningOfKeyword(name, parameter), value] as const);
    return [...positional, ...keywords].flatMap(([meaning, value]) => (meaning ? valueEdits(project, { meaning, value, change }) : []));
  });
}

interface Given {
  readonly meaning: Meaning;
  readonly value: Value;
  readonly change: KeyChange;
}

function valueEdits(project: Project, { meaning, value, change }: Given): readonly FileEdit[] {
  if (meaning !== "selection" && meaning !== "user-string") return [];
  if (value.kind === "str") return value.origin ? stringEdits(project, { value: value.value, at: value.origin }, { meaning, change }) : [];
  if (value.kind !== "list" && value.kind !== "tuple") return [];
  if (meaning === "user-string") return isKey(value.items, change.from) ? pathEdits(project, value.items, change) : [];
  return value.items.flatMap((item) => valueEdits(project, { meaning, value: item, change }));
}

function isKey(parts: readonly Value[], path: KeyPath): boolean {
  return parts.length === path.length && parts.every((part, index) => part.kind === "str" && part.value === path[index]);
}

function stringEdits(
  project: Project,
  written: WrittenString,
  { meaning, change }: { readonly meaning: Meaning; readonly change: KeyChange },
): readonly FileEdit[] {
  const [from, to] = [toUserString(change.from), toUserString(change.to)];
  if (meaning === "selection") {
    const edits = selectionEdits(written.value, { attribute: "key", from, to });
    return edits.length === 0 ? [] : list(editString(project, written, edits));
  }
  const name = { key: change.from.length === 1 ? change.from[0] : undefined, "user-string": from, op: toPythonIdentifier(change.from) };
  const wanted = { key: change.to[0], "user-string": to, op: toPythonIdentifier(change.to) };
  if (meaning === "key" && written.value === name.key && change.to.length > 1) {
    const file = project.file(written.at.path);
    return file ? singleEdits(project, file, written.at, change.to) : [];
  }
  if (meaning !== "key" && meaning !== "user-string" && meaning !== "op") return [];
  return written.value === name[meaning] ? list(replaceString(project, written, wanted[meaning] ?? "")) : [];
}

function list(edit: FileEdit | undefined): readonly FileEdit[] {
  return edit ? [edit] : [];
}

/** Calls in bodies of functions and in files that are not executed. */
function writtenEdits(project: Project, location: LoadedLocation, change: KeyChange): readonly FileEdit[] {
  const differing = change.from.filter((part, index) => part !== change.to[index]);
  return relatedFiles(project, location, differing).flatMap((file) =>
    writtenArguments(file, project).flatMap(({ meaning, expression }) =>
      expressionEdits(project, { meaning, expression, path: file.path, change }),
    ),
  );
}

interface Written {
  readonly meaning: Meaning;
  readonly expression: Expression;
  readonly path: string;
  readonly change: KeyChange;
}

function expressionEdits(project: Project, { meaning, expression, path, change }: Written): readonly FileEdit[] {
  if (expression.kind === "string") {
    const { value, start, end } = expression;
    return stringEdits(project, { value, at: { path, start, end } }, { meaning: meaning === "keys" ? "key" : meaning, change });
  }
  if (expression.kind !== "list" && expression.kind !== "tuple" && expression.kind !== "set") return [];
  const { items } = expression;
  if (meaning === "keys" || meaning === "selection")
    return items.flatMap((item) =>
      expressionEdits(project, { meaning: meaning === "keys" ? "key" : meaning, expression: item, path, change }),
    );
  const isWhole =
    items.length === change.from.length && items.every((item, index) => item.kind === "string" && item.value === change.from[index]);
  if (!isWhole || (meaning !== "key" && meaning !== "user-string")) return [];
  const file = project.file(path);
  if (change.from.length !== change.to.length) return file ? listEdits(file, expression, change.to) : [];
  return items.flatMap((item, index) => {
    const wanted = change.to[index];
    if (item.kind !== "string" || wanted === undefined || wanted === item.value) return [];
    return list(replaceString(project, { value: item.value, at: { path, start: item.start, end: item.end } }, wanted));
  });
}
