/**
 * Sets a field of an asset, or takes it away: the keyword argument of the decorator or the spec, in the file's own manner; where that would change other
 * assets too, the data that the argument comes from; for an asset of a component, Sling or dbt its entry in YAML.
 */
import { compareKeys } from "../../base/order.ts";
import type { Span } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { parameterNames } from "../../dagster/library/signature.ts";
import type { AssetClaim } from "../../dagster/loading/graph/asset-graph.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { FormatPath } from "../../formats/format-node.ts";
import type { YamlValue } from "../../formats/yaml-render.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { LibraryObject } from "../../python/value.ts";
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import { about, inFile, type Refusal, refuse } from "../change-set.ts";
import { findAsset, functionOfClaim, type WrittenDefinition, writtenDefinition } from "../definitions/definition-of.ts";
import { FIELD_RULES, type Field, type FieldRule } from "../fields/fields.ts";
import { withConsequences, withEchoes, withNode } from "../graph/intended.ts";
import { dottedPath } from "../names/module-path.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Plan, Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { dagsterNames, qualifiedName } from "../references/dagster-calls.ts";
import { argumentOf, removeArgument, setArgument } from "../text/arguments.ts";
import { removeItem } from "../text/delimited.ts";
import { importDagster, importName } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import { assetEntry, fieldPlace } from "../yaml/asset-entry.ts";
import { placeInYaml, removeFromYaml, setInYaml, type YamlDocument } from "../yaml/yaml-place.ts";

export interface SetField {
  readonly asset: string;
  readonly field: Field;
  /** `undefined` takes the field away. */
  readonly value?: string;
}

export function setField(project: Project, { asset, field, value }: SetField): Proposal | Refusal {
  const subject = `asset:${asset}`;
  const rule = FIELD_RULES[field];
  const [found] = findAsset(project, asset);
  const claim = found?.asset.claim;
  if (!found || !claim)
    return refuse("unknown-subject", `no definition of an asset \`${asset}\` was found`, {
      subject,
      help: "`dagsight graph` lists the assets.",
    });
  const title = value === undefined ? `Remove \`${field}\` of asset \`${asset}\`` : `Set \`${field}\` of asset \`${asset}\``;
  const key = asset;
  const intended = (before: CodeLocation, after: CodeLocation) =>
    withConsequences(
      withNode(before, key, (node) => changedNode(node, after, rule, value)),
      after,
    );
  if (value !== undefined && isSet(found.location, asset, rule, value))
    return { kind: "proposal", title, subject, plans: [{ edits: [], intended }] };
  if (value !== undefined && !rule.python(value, '"'))
    return refuse("invalid-value", `\`${value}\` is no value of \`${field}\``, { subject, help: EXPECTED[field] });
  const setting: Setting = { claim, field, rule, value };
  const written = definitionWith(project, claim, rule);
  const objection = written && objectionTo(project, written, { claim, rule, subject });
  const atCall = written && !objection ? callEdits(project, written, setting) : undefined;
  if (atCall && "kind" in atCall) return about(subject, atCall);
  const echoing: Plan["intended"] = (before, after) =>
    field === "code-version" ? intended(before, after) : withEchoes(intended(before, after), after, claim.payload?.definition ?? "");
  const plans = [
    ...[atCall, valueEdits(project, setting, written)].flatMap((edits) => (edits ? [{ edits, intended }] : [])),
    ...[entryEdits(project, setting)].flatMap((edits) => (edits ? [{ edits, intended: echoing }] : [])),
  ];
  if (value === undefined && plans.every(({ edits }) => edits.length === 0) && isGiven(found.location, asset, rule))
    return refuse("computed-value", `no argument or entry gives \`${asset}\` its \`${field}\``, {
      at: claim.at,
      subject,
      help: GIVEN_BY[field] ?? "Change it where the asset is put together.",
    });
  if (plans.length > 0) return { kind: "proposal", title, subject, at: claim.at, plans };
  return (
    objection ??
    refuse("computed-value", `\`${asset}\` is not made by one decorator, call or entry of YAML that could be edited`, {
      at: claim.at,
      subject,
    })
  );
}

interface Setting {
  readonly claim: AssetClaim;
  readonly field: Field;
  readonly rule: FieldRule;
  readonly value: string | undefined;
}

function callEdits(project: Project, { file, call }: WrittenDefinition, { field, rule, value }: Setting): readonly FileEdit[] | Refusal {
  if (value === undefined) return inFile(file.path, removeArgument(file.text, call, rule.argument));
  const rendered = renderedIn(project, file, { rule, value });
  if (!rendered) return refuse("invalid-value", `there is no \`${value}\` in this repository`, { help: EXPECTED[field] });
  const set = setArgument(file.text, call, { name: rule.argument, value: rendered.text }, styleOf(file));
  return [...rendered.edits, ...inFile(file.path, set)];
}

/** The data behind the argument: the entry of a `**shared` dictionary, a constant, the row that a factory was given. */
function valueEdits(
  project: Project,
  { claim, rule, value }: Setting,
  written: WrittenDefinition | undefined,
): readonly FileEdit[] | undefined {
  const given = (claim.spec.args ?? claim.object.args)?.keywords.get(rule.argument)?.value;
  const origin = given && "origin" in given ? given.origin : undefined;
  const file = origin && project.file(origin.path);
  if (!origin || (written && origin.path === written.file.path && isWithin(origin, written.call))) return undefined;
  const place = placeInYaml(project, origin.path, origin);
  if (place) return value === undefined ? removeFromYaml(place.document, place.at) : setTo(place.document, place.at, rule.yaml(value));
  if (!file) return undefined;
  if (value === undefined) return pairEdit(project, file, origin);
  const rendered = renderedIn(project, file, { rule, value });
  return rendered && [...rendered.edits, { ...origin, text: rendered.text }];
}

function setTo(document: YamlDocument, at: FormatPath, value: YamlValue | undefined): readonly FileEdit[] | undefined {
  return value === undefined ? undefined : setInYaml(document, at, value);
}

/** `"group": "sales"` of a dictionary, whole. */
function pairEdit(project: Project, file: SourceFile, { start, end }: Span): readonly FileEdit[] | undefined {
  for (const node of everyNode(file, project)) {
    const index = node.kind === "dict" ? node.entries.findIndex(({ value }) => value.start === start && value.end === end) : -1;
    if (node.kind !== "dict" || index < 0) continue;
    const edit = removeItem(file.text, { start: node.start, end: node.end, items: node.entries }, index);
    return edit && inFile(file.path, [edit]);
  }
  return undefined;
}

/** The asset's own entry in YAML. */
function entryEdits(project: Project, { claim, rule, value }: Setting): readonly FileEdit[] | undefined {
  const entry = assetEntry(project, claim);
  const at = entry && fieldPlace(entry, rule.argument);
  if (!entry || !at) return undefined;
  return value === undefined ? removeFromYaml(entry.document, at) : setTo(entry.document, at, rule.yaml(value));
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Where a field comes from that nothing at the definition gives. */
const GIVEN_BY: Readonly<Partial<Record<Field, string>>> = {
  description: "It is the docstring of the function: change it there.",
  group: "The loader of the module gives it, or what the asset was made by: change it there.",
};

const EXPECTED: Readonly<Record<Field, string>> = {
  description: "Any text.",
  owners: "E-mail addresses or `team:NAME`, separated by commas.",
  kinds: "Words of letters, digits, `_`, `-` and `.`, separated by commas.",
  tags: "`KEY=VALUE`, separated by commas.",
  group: "Letters, digits and `_`.",
  partitions: "`daily:2024-01-01` (hourly, weekly, monthly), `static:a,b`, `dynamic:NAME`, or `module:NAME` of the repository.",
  "automation-condition": "`eager`, `on_missing`, `on_cron:0 5 * * *`, or `module:NAME` of the repository.",
  "code-version": "Any text.",
  "io-manager": "The key of a resource.",
};

function isSet({ document }: LoadedLocation, key: string, { node, wanted }: FieldRule, value: string): boolean {
  const found = document.nodes.find((each) => each.key === key);
  return found !== undefined && wanted !== undefined && JSON.stringify(found[node]) === JSON.stringify(wanted(value));
}

const DEFAULT_GROUP = "default";

function isGiven({ document }: LoadedLocation, key: string, { node }: FieldRule): boolean {
  const value = document.nodes.find((each) => each.key === key)?.[node];
  if (value === undefined || value === null || value === DEFAULT_GROUP) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

function changedNode(node: AssetNode, after: CodeLocation, rule: FieldRule, value: string | undefined): AssetNode {
  const read = after.nodes.find(({ key }) => key === node.key);
  if (!read) return node;
  const field = value === undefined || !rule.wanted ? read[rule.node] : rule.wanted(value);
  const isOfField = (name: string) => name === rule.node || name.startsWith(`${rule.node}.`);
  const unread = rule.wanted ? [] : read.unresolved.filter(isOfField);
  const rest = node.unresolved.filter((name) => !isOfField(name));
  return { ...node, [rule.node]: field, unresolved: [...rest, ...unread].sort(compareKeys) };
}

/** The spec's own call where it has one (`AssetSpec` in `specs=`, `AssetOut` in `outs=`), else the definition's. */
function definitionWith(project: Project, claim: AssetClaim, { argument }: FieldRule): WrittenDefinition | undefined {
  const fn = functionOfClaim(claim);
  const out = outOf(claim);
  const isOfOut = out && parameterNames("dagster.AssetOut").includes(argument);
  if (isOfOut) return writtenDefinition(project, out);
  return writtenDefinition(project, claim.spec, fn) ?? writtenDefinition(project, claim.object, fn);
}

/** The `AssetOut` of a `@multi_asset`: specs are made of them in their order. */
function outOf({ object, index }: AssetClaim): LibraryObject | undefined {
  const outs = object.args?.keywords.get("outs")?.value;
  const out = outs?.kind === "dict" ? [...outs.entries.values()][index]?.value : undefined;
  return out?.kind === "object" && out.type === "dagster.AssetOut" ? out : undefined;
}

interface Subject {
  readonly claim: AssetClaim;
  readonly rule: FieldRule;
  readonly subject: string;
}

function objectionTo(project: Project, written: WrittenDefinition, { claim, rule, subject }: Subject): Refusal | undefined {
  const args = (claim.spec.args ?? claim.object.args)?.keywords;
  const at = { path: written.file.path, start: written.call.start, end: written.call.end };
  if (args?.has(rule.argument) && !argumentOf(written.call, rule.argument))
    return refuse("computed-value", `\`${rule.argument}\` comes with \`**\` from somewhere else`, {
      at,
      subject,
      help: "Change it where the arguments are put together.",
    });
  const { call } = written;
  const callee = qualifiedName(call.kind === "call" ? call.callee : call, dagsterNames(written.file, project)) ?? "";
  const taken = parameterNames(callee);
  if (taken.length > 0 && !taken.includes(rule.argument))
    return refuse("not-editable", `\`${callee.slice("dagster.".length)}\` takes no \`${rule.argument}\``, {
      at,
      subject,
      help: callee === "dagster.SourceAsset" ? "Write `AssetSpec` instead of it first." : "Make the asset in another way first.",
    });
  const excluded = rule.excludes?.find((name) => argumentOf(written.call, name));
  if (excluded === undefined) return undefined;
  return refuse("not-editable", `\`${excluded}\` is given, and Dagster refuses \`${rule.argument}\` beside it`, {
    at,
    subject,
    help: `Remove \`${excluded}\` first.`,
  });
}

interface Rendered {
  readonly text: string;
  readonly edits: readonly FileEdit[];
}

/** The value as the file writes it; `undefined`: it names an object that the repository does not have. */
function renderedIn(
  project: Project,
  file: SourceFile,
  { rule, value }: { readonly rule: FieldRule; readonly value: string },
): Rendered | undefined {
  const python = rule.python(value, styleOf(file).quote);
  if (!python) return undefined;
  if (python.kind === "literal") return { text: python.text, edits: [] };
  if (python.kind === "dagster") {
    const { text, edits } = importDagster(file, python.name);
    return { text: text + python.rest, edits };
  }
  const isModule = (path: string) => dottedPath(path) === python.module || dottedPath(path).endsWith(`.${python.module}`);
  if (!project.filesWith(python.name).some(({ path }) => isModule(path))) return undefined;
  return isModule(file.path) ? { text: python.name, edits: [] } : importName(file, python);
}
