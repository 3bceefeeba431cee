/**
 * Parameters that load an asset: renamed with the asset where they are called after it, or told the key (`ins={"orders": AssetIn("purchases")}`) where
 * they have to keep their name.
 */

import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import { type KeyPath, keyId, readAssetKey } from "../../dagster/model/asset-key.ts";
import { payloadOf } from "../../dagster/model/payload.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { FunctionValue, LibraryObject, Value } from "../../python/value.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import { inFile } from "../change-set.ts";
import { functionOfClaim, writtenDefinition } from "../definitions/definition-of.ts";
import { hasParameter } from "../names/identifiers.ts";
import { renameParameter } from "../names/rename-parameter.ts";
import type { Project } from "../project.ts";
import { argumentOf, removeArgument, setArgument } from "../text/arguments.ts";
import { insertItem, removeItem } from "../text/delimited.ts";
import { importDagster } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import type { KeyChange } from "./key-edits.ts";
import { replaceString } from "./literal-edit.ts";
import { reachableObjects } from "./values.ts";

export interface Renaming extends KeyChange {
  readonly location: LoadedLocation;
  readonly asset: GraphAsset;
}

/** For a key of as many parts. */
export function inputEdits(project: Project, renaming: Renaming): readonly FileEdit[] {
  const { from, to } = renaming;
  const [leaf, wanted] = [from.at(-1) ?? "", to.at(-1) ?? ""];
  if (leaf === wanted) return [];
  return [...consumersOf(renaming)].flatMap(([fn, object]) => {
    const renamed = renameParameter(project, fn, { from: leaf, to: wanted });
    if (renamed) return [...renamed, ...insKey(project, object, { from: leaf, to: wanted })];
    return tellKey(project, { object, fn, parameter: leaf, to });
  });
}

/** For a key with a longer or shorter prefix: the parameter keeps its name, and `ins` says the rest where there is one. */
export function prefixedInputEdits(project: Project, renaming: Renaming): readonly FileEdit[] {
  const { from, to } = renaming;
  const parameter = from.at(-1) ?? "";
  return [...consumersOf(renaming)].flatMap(([fn, object]) =>
    to.length === 1 && to[0] === parameter ? forgetPrefix(project, object, fn, parameter) : tellKey(project, { object, fn, parameter, to }),
  );
}

/** A parameter of a check loads the asset that the check is on, whatever it is called: it need not be told a prefix. */
const CHECKS = "dagster.AssetChecksDefinition";

/** Functions with a parameter that loads the asset because of its name, in assets and in checks. */
function consumersOf({ location, asset, from, to }: Renaming): ReadonlyMap<FunctionValue, LibraryObject> {
  const leaf = from.at(-1) ?? "";
  const consumers = new Map<FunctionValue, LibraryObject>();
  for (const graph of location.graphs) {
    for (const { claim, dependencies } of graph.assets.values()) {
      const fn = claim && functionOfClaim(claim);
      if (fn && dependencies.some((each) => each.to === asset.id && each.parameter === leaf && isImplied(claim.object, each.parameter)))
        consumers.set(fn, claim.object);
    }
  }
  for (const object of reachableObjects(location)) {
    const payload = payloadOf(object, "assets");
    if (object.type === CHECKS && from.length !== to.length) continue;
    if (payload?.function?.kind !== "function") continue;
    const loads = payload.inputs.some(
      ({ name, key, via }) => name === leaf && (via === "parameter" || via === "ins") && isKey(key, from) && isImplied(object, name),
    );
    if (loads && hasParameter(payload.function.definition.parameters, leaf)) consumers.set(payload.function, object);
  }
  return consumers;
}

function isKey(value: Value, path: KeyPath): boolean {
  const key = readAssetKey(value);
  return key.known && keyId(key.value) === keyId(path);
}

/** True unless `ins` names the key of the parameter itself. */
function isImplied(object: LibraryObject, parameter: string): boolean {
  const given = insEntry(object, parameter)?.value;
  if (given === undefined) return true;
  const key = given.kind === "object" && given.type === "dagster.AssetIn" ? given.fields.get("key") : given;
  return key === undefined || key.kind === "none";
}

function insEntry(object: LibraryObject, parameter: string): { readonly key: Value; readonly value: Value } | undefined {
  const ins = object.args?.keywords.get("ins")?.value;
  if (ins?.kind !== "dict") return undefined;
  return [...ins.entries.values()].find(({ key }) => key.kind === "str" && key.value === parameter);
}

/** `ins={"orders": AssetIn(key_prefix="raw")}`: the name is part of the key. */
function insKey(
  project: Project,
  object: LibraryObject,
  { from, to }: { readonly from: string; readonly to: string },
): readonly FileEdit[] {
  const key = insEntry(object, from)?.key;
  if (key?.kind !== "str" || !key.origin) return [];
  const edit = replaceString(project, { value: key.value, at: key.origin }, to);
  return edit ? [edit] : [];
}

interface Told {
  readonly object: LibraryObject;
  readonly fn: FunctionValue;
  readonly parameter: string;
  readonly to: KeyPath;
}

/** A parameter that has to keep its name is told the key: `ins={"orders": AssetIn("purchases")}`. */
function tellKey(project: Project, { object, fn, parameter, to }: Told): readonly FileEdit[] {
  const written = writtenDefinition(project, object, fn);
  if (!written) return [];
  const { file, call } = written;
  const style = styleOf(file);
  const key = renderLiteral(to.length === 1 ? (to[0] ?? "") : to, style.quote);
  const ins = argumentOf(call, "ins")?.value;
  if (object.args?.keywords.has("ins") && ins?.kind !== "dict") return [];
  const entry = ins?.kind === "dict" ? ins.entries.find((each) => each.key?.kind === "string" && each.key.value === parameter) : undefined;
  if (entry) {
    const longer = [
      ...removeArgument(file.text, entry.value, "key_prefix"),
      ...setArgument(file.text, entry.value, { name: "key", value: key }, style),
    ];
    const prefix = argumentOf(entry.value, "key_prefix");
    const replaced = prefix ? [{ start: prefix.start, end: prefix.end, text: `key=${key}` }] : longer;
    return entry.value.kind === "call" ? inFile(file.path, replaced) : [];
  }
  const assetIn = importDagster(file, "AssetIn");
  const text = `${renderLiteral(parameter, style.quote)}: ${assetIn.text}(${to.length === 1 ? key : `key=${key}`})`;
  const told =
    ins?.kind === "dict"
      ? insertItem(file.text, { start: ins.start, end: ins.end, items: ins.entries }, text, { style })
      : setArgument(file.text, call, { name: "ins", value: `{${text}}` }, style);
  return [...assetIn.edits, ...inFile(file.path, told)];
}

/** The name alone is the key: the prefix in `ins` goes, with the entry when it says nothing else. */
function forgetPrefix(project: Project, object: LibraryObject, fn: FunctionValue, parameter: string): readonly FileEdit[] {
  const written = writtenDefinition(project, object, fn);
  const ins = written && argumentOf(written.call, "ins")?.value;
  if (!written || ins?.kind !== "dict") return [];
  const { file, call } = written;
  const index = ins.entries.findIndex(({ key }) => key?.kind === "string" && key.value === parameter);
  const value = ins.entries[index]?.value;
  if (value?.kind !== "call") return [];
  if (value.args.length > 1) return inFile(file.path, removeArgument(file.text, value, "key_prefix"));
  if (ins.entries.length === 1) return inFile(file.path, removeArgument(file.text, call, "ins"));
  const edit = removeItem(file.text, { start: ins.start, end: ins.end, items: ins.entries }, index);
  return edit ? inFile(file.path, [edit]) : [];
}
