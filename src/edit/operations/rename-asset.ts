/**
 * Renames an asset everywhere: the definition (its function, when the key is the function's name and nothing else has the new one; else `name=`),
 * parameters of consumers with their uses, and every literal that names the key. What cannot be renamed keeps its name and is told the key.
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import { fromUserString, type KeyPath, keyId, toPythonIdentifier, toUserString } from "../../dagster/model/asset-key.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { FunctionValue, Value } from "../../python/value.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import type { CodeLocation } from "../../types/graph-document.ts";
import { inFile, type Refusal, refuse } from "../change-set.ts";
import { findAsset, functionOfClaim, isKnownKey, loaderPrefix, writtenDefinition } from "../definitions/definition-of.ts";
import { withEchoes } from "../graph/intended.ts";
import { withAssetRenamed } from "../graph/rename-document.ts";
import { isKeyword } from "../names/identifiers.ts";
import { renameGlobal } from "../names/rename-global.ts";
import { nothingToDo, type Plan, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { inputEdits, prefixedInputEdits, type Renaming } from "../references/input-edits.ts";
import { type KeyChange, keyEdits } from "../references/key-edits.ts";
import { replaceString } from "../references/literal-edit.ts";
import { argumentOf, removeArgument, setArgument } from "../text/arguments.ts";
import { styleOf } from "../text/source-style.ts";
import { assetEntry, givenKey, isDbt } from "../yaml/asset-entry.ts";
import { setInYaml } from "../yaml/yaml-place.ts";

export interface RenameAsset {
  /** User strings: `raw/orders`. */
  readonly asset: string;
  readonly to: string;
}

export function renameAsset(project: Project, { asset, to }: RenameAsset): Proposal | Refusal {
  const subject = `asset:${asset}`;
  const target = fromUserString(to);
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
  const at = first.asset.claim?.at;
  const help = first.asset.claim && isDbt(first.asset.claim) ? DBT : undefined;
  return { kind: "proposal", title, subject, at, ...(help && { help }), plans: plansOf(project, found, { from: path, to: target }) };
}

const DBT =
  "Its key follows from the dbt model. List the model in a properties file, so that `meta.dagster.asset_key` can be set there, or rename the model with " +
  "dbt; a translator or a committed manifest that says otherwise has to be changed by hand.";

function objectionToName(path: KeyPath): string | undefined {
  if (!/^[A-Za-z0-9_]+$/.test(toPythonIdentifier(path))) return `\`${toUserString(path)}\` is no name that Dagster takes`;
  const leaf = path.at(-1) ?? "";
  return isKeyword(leaf) ? `\`${leaf}\` is a keyword of Python` : undefined;
}

function* plansOf(
  project: Project,
  found: readonly { readonly location: LoadedLocation; readonly asset: GraphAsset }[],
  change: KeyChange,
): Iterable<Plan> {
  const intended: Plan["intended"] = (before, after) => withTold(withAssetRenamed(before, change.from, change.to), after);
  const renamings = found.map((each) => ({ ...each, ...change }));
  const references = renamings.flatMap((renaming) => [
    ...[renaming, ...otherSpellings(renaming)].flatMap((each) => keyEdits(project, renaming.location, each)),
    ...(change.from.length === change.to.length ? inputEdits(project, renaming) : prefixEdits(project, renaming)),
  ]);
  const byFunction = renamings.map((renaming) => functionEdits(project, renaming));
  if (byFunction.every((edits) => edits !== undefined)) yield { edits: [...references, ...byFunction.flat()], intended };
  const byArgument = renamings.map((renaming) => argumentEdits(project, renaming));
  if (byArgument.some((edits) => edits.length > 0)) yield { edits: [...references, ...byArgument.flat()], intended };
  const byEntry = renamings.map((renaming) => entryEdits(project, renaming));
  const echoing = found[0]?.asset.claim?.payload?.definition ?? "";
  if (byEntry.some((edits) => edits.length > 0))
    yield { edits: [...references, ...byEntry.flat()], intended: (before, after) => withEchoes(intended(before, after), after, echoing) };
}

/**
 * Dagster takes `orders` in `deps` for `raw/orders` of the same group: what names the asset so has its last part only. Modules that are loaded with a prefix
 * name their assets without it.
 */
function otherSpellings({ location, asset, from, to }: Renaming): readonly KeyChange[] {
  const spelled = location.graphs.flatMap((graph) =>
    [...graph.assets.values()].flatMap(({ dependencies }) =>
      dependencies.filter((each) => each.to === asset.id && each.resolvedBy === "group" && each.path.at(-1) === from.at(-1)),
    ),
  );
  const changes = spelled.map(({ path }) => ({ from: path, to: [...path.slice(0, -1), to.at(-1) ?? ""] }));
  const outer = asset.claims[0] ? loaderPrefix(asset.claims[0]).length : 0;
  if (outer > 0 && from.length === to.length && from.slice(0, outer).every((part, index) => part === to[index]))
    changes.push({ from: from.slice(outer), to: to.slice(outer) });
  return [...new Map(changes.map((change) => [keyId(change.from), change])).values()];
}

/** A parameter that keeps its name loads by `ins` afterwards; one whose name has become the key needs no `ins`. */
function withTold(location: CodeLocation, after: CodeLocation): CodeLocation {
  const read = new Map(after.edges.map(({ from, to, via }) => [`${from} -> ${to}`, via]));
  const isInput = (via: string) => via === "ins" || via === "parameter";
  const edges = location.edges.map((edge) => {
    const inputs = read.get(`${edge.from} -> ${edge.to}`)?.filter(isInput) ?? [];
    const isTold = inputs.length > 0 && edge.via.some(isInput);
    return isTold ? { ...edge, via: [...new Set(edge.via.flatMap((via) => (isInput(via) ? inputs : [via])))] } : edge;
  });
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

/** `meta.dagster.asset_key`, for a stream of Sling or a dbt model: their name is also that of a table. */
function entryEdits(project: Project, { asset, to }: Renaming): readonly FileEdit[] {
  return asset.claims.flatMap((claim) => {
    const entry = assetEntry(project, claim);
    const given = entry && givenKey(entry, to);
    return (entry && given && setInYaml(entry.document, given.at, given.value)) ?? [];
  });
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

/** A longer or shorter prefix: `key_prefix` of the definition, `ins` of consumers. Keys that are written as one literal are not looked at here. */
function prefixEdits(project: Project, renaming: Renaming): readonly FileEdit[] {
  const { asset, to } = renaming;
  const definitions = asset.claims.flatMap((claim) => {
    const fn = functionOfClaim(claim);
    const written = writtenDefinition(project, claim.object, fn);
    if (!fn || !written?.function || argumentOf(written.call, "key")) return [];
    const { file, call } = written;
    const style = styleOf(file);
    const outer = loaderPrefix(claim);
    if (outer.some((part, index) => part !== to[index])) return [];
    const prefix = to.slice(outer.length, -1);
    const name = argumentOf(call, "name")?.value;
    const leaf =
      name?.kind === "string" && name.value !== to.at(-1)
        ? replaceString(project, { value: name.value, at: { path: file.path, start: name.start, end: name.end } }, to.at(-1) ?? "")
        : undefined;
    const value = renderLiteral(prefix.length === 1 ? (prefix[0] ?? "") : prefix, style.quote);
    const edits =
      prefix.length === 0
        ? removeArgument(file.text, call, "key_prefix")
        : setArgument(file.text, call, { name: "key_prefix", value }, style);
    return [...inFile(file.path, edits), ...(leaf ? [leaf] : [])];
  });
  return [...definitions, ...prefixedInputEdits(project, renaming)];
}
