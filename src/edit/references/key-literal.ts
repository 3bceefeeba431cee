/**
 * An asset key written as one literal, with other parts: `["raw", "orders"]`, `"orders"`, `"raw/orders"`. A key of another number of parts cannot be
 * edited part by part: the literal is written anew, in the file's quotes, and a string that cannot hold several parts becomes an `AssetKey`.
 */
import type { Location } from "../../base/span.ts";
import { type KeyPath, toUserString } from "../../dagster/model/asset-key.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Value } from "../../python/value.ts";
import type { Argument, Call, Sequence } from "../../syntax/expression.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";
import { importDagster } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import { dagsterNames, qualifiedName } from "./dagster-calls.ts";
import { replaceString } from "./literal-edit.ts";

/** The parts as the interpreter read them. None when they are not one literal (a prefix here, a name there). */
export function keyLiteralEdits(project: Project, parts: readonly Value[], to: KeyPath): readonly FileEdit[] {
  const origins = parts.flatMap((part) => (part.kind === "str" && part.origin ? [part.origin] : []));
  const [first] = origins;
  if (!first || origins.length !== parts.length || origins.some(({ path }) => path !== first.path)) return [];
  if (origins.every(({ start }) => start === first.start)) return stringEdits(project, parts, first, to);
  const file = project.file(first.path);
  const list = file && sequenceOf(project, file, origins);
  return file && list ? listEdits(file, list, to) : [];
}

/** All parts come from one string. */
function stringEdits(project: Project, parts: readonly Value[], at: Location, to: KeyPath): readonly FileEdit[] {
  const path = parts.map((part) => (part.kind === "str" ? part.value : ""));
  const whole =
    replaceString(project, { value: toUserString(path), at }, toUserString(to)) ??
    replaceString(project, { value: path.join("."), at }, to.join("."));
  const file = project.file(at.path);
  if (!file || path.length > 1) return whole ? [whole] : [];
  const list = sequenceOf(project, file, [at]);
  const isKey = list && callAround(project, file, list)?.name === "dagster.AssetKey";
  return isKey ? listEdits(file, list, to) : singleEdits(project, file, at, to);
}

/** `"orders"` -> `["raw", "orders"]` in an `AssetKey`, else an `AssetKey` of these. None where the string is only a part: `name=`, `key_prefix=`. */
export function singleEdits(project: Project, file: SourceFile, { start, end }: Omit<Location, "path">, to: KeyPath): readonly FileEdit[] {
  const { path } = file;
  const around = callAround(project, file, { start, end });
  if (around?.argument?.name === "name" || around?.argument?.name === "key_prefix") return [];
  const { quote } = styleOf(file);
  if (to.length === 1) return [{ path, start, end, text: renderLiteral(to[0] ?? "", quote) }];
  const list = renderLiteral(to, quote);
  if (around?.name === "dagster.AssetKey") return [{ path, start, end, text: list }];
  if (around?.name === "dagster.AssetKey.from_user_string") return [{ path, start, end, text: renderLiteral(toUserString(to), quote) }];
  const key = importDagster(file, "AssetKey");
  return [...key.edits, { path, start, end, text: `${key.text}(${list})` }];
}

/** The items written anew, the brackets kept. */
export function listEdits(file: SourceFile, { start, end, items }: Sequence, to: KeyPath): readonly FileEdit[] {
  const { quote } = styleOf(file);
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return [];
  const kept = file.text.slice(start, end);
  const comma = kept.startsWith("(") && to.length === 1 ? "," : "";
  return [{ path: file.path, start: first.start, end: last.end, text: to.map((part) => renderLiteral(part, quote)).join(", ") + comma }];
}

/** The list or tuple whose items are exactly these literals. */
function sequenceOf(project: Project, file: SourceFile, origins: readonly Location[]): Sequence | undefined {
  const found = everyNode(file, project).find(
    (node) =>
      (node.kind === "list" || node.kind === "tuple") &&
      node.items.length === origins.length &&
      node.items.every((item, index) => item.kind === "string" && item.start === origins[index]?.start),
  );
  return found?.kind === "list" || found?.kind === "tuple" ? found : undefined;
}

interface CallAround {
  /** `dagster.AssetKey`. */
  readonly name: string | undefined;
  readonly call: Call;
  readonly argument: Argument;
}

/** The call whose argument the literal itself is. */
function callAround(project: Project, file: SourceFile, { start, end }: Omit<Location, "path">): CallAround | undefined {
  for (const node of everyNode(file, project)) {
    if (node.kind !== "call" || node.start > start || node.end < end) continue;
    const argument = node.args.find(({ value }) => value.start === start && value.end === end);
    if (argument) return { name: qualifiedName(node.callee, dagsterNames(file, project)), call: node, argument };
  }
  return undefined;
}
