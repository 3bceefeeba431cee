/**
 * Edits of every string that names a check of an asset: keys of checks, and the results of the function that makes it. The same name on another
 * asset is another check.
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { GraphCheck } from "../../dagster/loading/graph/asset-graph.ts";
import { keyId, readAssetKey } from "../../dagster/model/asset-key.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { Value } from "../../python/value.ts";
import { walk } from "../../syntax/walk.ts";
import { functionOfObject } from "../definitions/definition-of.ts";
import type { Project } from "../project.ts";
import { argumentOf } from "../text/arguments.ts";
import { dagsterNames, qualifiedName } from "./dagster-calls.ts";
import { replaceString } from "./literal-edit.ts";
import { reachableObjects } from "./values.ts";

export function checkEdits(project: Project, location: LoadedLocation, check: GraphCheck, to: string): readonly FileEdit[] {
  const named = reachableObjects(location).flatMap((object) => {
    const key =
      object.type === "dagster.AssetCheckKey" || object.type === "dagster.AssetCheckSpec" ? object.fields.get("asset_key") : undefined;
    const path = key && readAssetKey(key);
    return path?.known && keyId(path.value) === keyId(check.asset) ? nameEdit(project, object.fields.get("name"), check.name, to) : [];
  });
  return [...named, ...resultEdits(project, check, to)];
}

function nameEdit(project: Project, value: Value | undefined, name: string, to: string): readonly FileEdit[] {
  if (value?.kind !== "str" || !value.origin || value.value !== name) return [];
  const edit = replaceString(project, { value: name, at: value.origin }, to);
  return edit ? [edit] : [];
}

/** `AssetCheckResult(check_name="no_nulls")` in the body of the function. */
function resultEdits(project: Project, { object, name }: GraphCheck, to: string): readonly FileEdit[] {
  const fn = functionOfObject(object);
  const file = fn && project.file(fn.file.path);
  if (!file || fn.definition.kind !== "function") return [];
  const names = dagsterNames(file, project);
  const edits: FileEdit[] = [];
  walk(project.body(file, fn.definition), (node) => {
    const isResult = node.kind === "call" && qualifiedName(node.callee, names) === "dagster.AssetCheckResult";
    const value = isResult ? argumentOf(node, "check_name")?.value : undefined;
    if (value?.kind !== "string" || value.value !== name) return undefined;
    const edit = replaceString(project, { value: name, at: { path: file.path, start: value.start, end: value.end } }, to);
    if (edit) edits.push(edit);
    return undefined;
  });
  return edits;
}
