/**
 * Renames an asset everywhere: the definition (its function, when the key is the function's name and nothing else has the new one; else `name=`),
 * parameters of consumers with their uses, and every literal that names the key. What cannot be renamed keeps its name and is told the key.
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import { readAssetKey, toPythonIdentifier } from "../../dagster/model/asset-key.ts";
import type { AssetsPayload } from "../../dagster/model/objects.ts";
import { type KeyPath, keyId, keyPathFromUserString, userString } from "../../dagster/selection/asset-key.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { FunctionValue, LibraryObject, Value } from "../../python/value.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import type { CodeLocation } from "../../types/graph-document.ts";
import { type Refusal, refuse } from "../change-set.ts";
import { findAsset, functionOfClaim, isKnownKey, writtenDefinition } from "../definitions/definition-of.ts";
import { withAssetRenamed } from "../graph/rename-document.ts";
import { hasParameter, isKeyword } from "../names/identifiers.ts";
import { renameGlobal } from "../names/rename-global.ts";
import { renameParameter } from "../names/rename-parameter.ts";
import { nothingToDo, type Plan, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { type KeyChange, keyEdits } from "../references/key-edits.ts";
import { replaceString } from "../references/literal-edit.ts";
import { reachableObjects } from "../references/values.ts";
import { setArgument } from "../text/arguments.ts";
import { importDagster } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";

export interface RenameAsset {
  /** User strings: `raw/orders`. */
  readonly asset: string;
  readonly to: string;
}

export function renameAsset(project: Project, { asset, to }: RenameAsset): Proposal | Refusal {
  const subject = `asset:${asset}`;
  const target = keyPathFromUserString(to);
  const title = `Rename asset \`${asset}\` to \`${to}\``;
  const found = findAsset(project, asset);
  const [first] = found;
  if (!first) {
    if (isKnownKey(project, target)) return nothingToDo(title, subject);
    return refuse("unknown-subject", `there is no asset \`${asset}\``, { subject, help: "`dagsight graph` lists the assets." });
  }
  const { path } = first.asset;
  const invalid = objectionToName(target);
  if (invalid) return refuse("invalid-name", invalid, { subject, help: "Parts of a key are letters, digits, `_`, `-` and `.`." });
  if (keyId(path) === keyId(target)) return nothingToDo(title, subject);
  if (isKnownKey(project, target))
    return refuse("name-taken", `there is an asset \`${to}\` already`, {
      at: first.asset.claim?.at,
      subject,
      help: "Choose another name.",
    });
  if (path.length !== target.length)
    return refuse(
      "not-editable",
      `\`${asset}\` has ${path.length} part${path.length === 1 ? "" : "s"} and \`${to}\` has ${target.length}`,
      {
        at: first.asset.claim?.at,
        subject,
        help: "Rename part by part; to give an asset a prefix or take it away, change `key_prefix` by hand.",
      },
    );
  return { kind: "proposal", title, subject, plans: plansOf(project, found, { from: path, to: target }) };
}

function objectionToName(path: KeyPath): string | undefined {
  if (!/^[A-Za-z0-9_]+$/.test(toPythonIdentifier(path))) return `\`${userString(path)}\` is no name that Dagster takes`;
  const leaf = path.at(-1) ?? "";
  return isKeyword(leaf) ? `\`${leaf}\` is a keyword of Python` : undefined;
}

interface Renaming extends KeyChange {
  readonly location: LoadedLocation;
  readonly asset: GraphAsset;
}

function* plansOf(
  project: Project,
  found: readonly { readonly location: LoadedLocation; readonly asset: GraphAsset }[],
  change: KeyChange,
): Iterable<Plan> {
  const intended: Plan["intended"] = (before, after) => withTold(withAssetRenamed(before, change.from, change.to), after);
  const renamings = found.map((each) => ({ ...each, ...change }));
  const references = renamings.flatMap((renaming) => [...keyEdits(project, renaming.location, renaming), ...inputEdits(project, renaming)]);
  const byFunction = renamings.map((renaming) => functionEdits(project, renaming));
  if (byFunction.every((edits) => edits !== undefined)) yield { edits: [...references, ...byFunction.flat()], intended };
  const byArgument = renamings.map((renaming) => argumentEdits(project, renaming));
  if (byArgument.some((edits) => edits.length > 0)) yield { edits: [...references, ...byArgument.flat()], intended };
}

/** A parameter that keeps its name loads by `ins` afterwards. */
function withTold(location: CodeLocation, after: CodeLocation): CodeLocation {
  const told = new Set(after.edges.filter(({ via }) => via.includes("ins")).map(({ from, to }) => `${from} -> ${to}`));
  const edges = location.edges.map((edge) =>
    told.has(`${edge.from} -> ${edge.to}`)
      ? { ...edge, via: [...new Set(edge.via.map((via) => (via === "parameter" ? "ins" : via)))] }
      : edge,
  );
  return { ...location, edges };
}

/** The functions whose name is the key's last part. None when the key is written as a literal; `undefined` when it is not safe. */
function functionEdits(project: Project, { asset, from, to }: Renaming): readonly FileEdit[] | undefined {
  const leaf = from.at(-1) ?? "";
  const wanted = to.at(-1) ?? "";
  if (leaf === wanted) return [];
  const edits: FileEdit[] = [];
  for (const fn of namingFunctions(asset, leaf)) {
    const { definition, file } = fn;
    if (definition.kind !== "function") return undefined;
    const renamed = renameGlobal(project, { path: file.path, name: leaf }, wanted);
    if (!renamed?.some(({ path, start }) => path === file.path && start === definition.nameSpan.start)) return undefined;
    edits.push(...renamed);
  }
  return edits;
}

/** Functions that give their name to the key: its last part is not written anywhere else. */
function namingFunctions(asset: GraphAsset, leaf: string): readonly FunctionValue[] {
  return asset.claims.flatMap((claim) => {
    const fn = functionOfClaim(claim);
    return fn?.name === leaf && leafOf(claim.spec.fields.get("key"))?.origin === undefined ? [fn] : [];
  });
}

function leafOf(key: Value | undefined): Extract<Value, { readonly kind: "str" }> | undefined {
  const path = key?.kind === "object" ? key.fields.get("path") : undefined;
  const leaf = path?.kind === "list" ? path.items.at(-1) : undefined;
  return leaf?.kind === "str" ? leaf : undefined;
}

/** `name=` at the decorator, for a function that keeps its name. */
function argumentEdits(project: Project, { asset, from, to }: Renaming): readonly FileEdit[] {
  const leaf = from.at(-1) ?? "";
  return asset.claims.flatMap((claim) => {
    const fn = functionOfClaim(claim);
    const written = fn?.name === leaf ? writtenDefinition(project, claim.object, fn) : undefined;
    if (!written?.function || leafOf(claim.spec.fields.get("key"))?.origin) return [];
    const style = styleOf(written.file);
    const value = renderLiteral(to.at(-1) ?? "", style.quote);
    return setArgument(written.file.text, written.call, { name: "name", value }, style).map((edit) => ({
      path: written.file.path,
      ...edit,
    }));
  });
}

/** Parameters that load the asset because of their name, in assets and in checks. */
function inputEdits(project: Project, renaming: Renaming): readonly FileEdit[] {
  const { location, asset, from, to } = renaming;
  const [leaf, wanted] = [from.at(-1) ?? "", to.at(-1) ?? ""];
  if (leaf === wanted && keyId(from) !== keyId(to)) return [];
  const consumers = new Map<FunctionValue, LibraryObject>();
  for (const graph of location.graphs) {
    for (const { claim, dependencies } of graph.assets.values()) {
      const fn = claim && functionOfClaim(claim);
      if (fn && dependencies.some((each) => each.to === asset.id && each.parameter === leaf && isImplied(claim.object, each.parameter)))
        consumers.set(fn, claim.object);
    }
  }
  for (const object of reachableObjects(location)) {
    const payload = object.payload as AssetsPayload | undefined;
    if (payload?.kind !== "assets" || payload.function?.kind !== "function") continue;
    const loads = payload.inputs.some(
      ({ name, key, via }) => name === leaf && (via === "parameter" || via === "ins") && isKey(key, from) && isImplied(object, name),
    );
    if (loads && hasParameter(payload.function.definition.parameters, leaf)) consumers.set(payload.function, object);
  }
  return [...consumers].flatMap(([fn, object]) => {
    const renamed = renameParameter(project, fn, { from: leaf, to: wanted });
    if (renamed) return [...renamed, ...insKey(project, object, { from: leaf, to: wanted })];
    return tellKey(project, { object, fn, parameter: leaf, to });
  });
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

/** A parameter that has to keep its name is told the key: `ins={"orders": AssetIn("purchases")}`. */
function tellKey(
  project: Project,
  {
    object,
    fn,
    parameter,
    to,
  }: { readonly object: LibraryObject; readonly fn: FunctionValue; readonly parameter: string; readonly to: KeyPath },
): readonly FileEdit[] {
  const written = writtenDefinition(project, object, fn);
  if (!written || object.args?.keywords.has("ins")) return [];
  const { file, call } = written;
  const style = styleOf(file);
  const assetIn = importDagster(file, "AssetIn");
  const key = renderLiteral(to.length === 1 ? (to[0] ?? "") : to, style.quote);
  const value = `{${renderLiteral(parameter, style.quote)}: ${assetIn.text}(${key})}`;
  return [...assetIn.edits, ...setArgument(file.text, call, { name: "ins", value }, style).map((edit) => ({ path: file.path, ...edit }))];
}
