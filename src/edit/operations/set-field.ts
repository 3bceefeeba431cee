/** Sets a field of an asset, or takes it away: the keyword argument of the decorator or the spec, in the file's own manner. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { AssetClaim } from "../../dagster/loading/graph/asset-graph.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/source-file.ts";
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import { inFile, type Refusal, refuse } from "../change-set.ts";
import { findAsset, functionOfClaim, type WrittenDefinition, writtenDefinition } from "../definitions/definition-of.ts";
import { FIELD_RULES, type Field, type FieldRule } from "../fields/fields.ts";
import type { PythonText } from "../fields/python-value.ts";
import { withConsequences, withNode } from "../graph/intended.ts";
import { dottedPath } from "../names/module-path.ts";
import type { Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { argumentOf, removeArgument, setArgument } from "../text/arguments.ts";
import { importDagster, importName } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";

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
  const written = definitionWith(project, claim);
  if (!written)
    return refuse("computed-value", `\`${asset}\` is not made by one decorator or call that could be edited`, { at: claim.at, subject });
  const objection = objectionTo(written, claim, rule, subject);
  if (objection) return objection;
  if (value === undefined)
    return {
      kind: "proposal",
      title,
      subject,
      plans: [{ edits: inFile(written.file.path, removeArgument(written.file.text, written.call, rule.argument)), intended }],
    };
  const style = styleOf(written.file);
  const python = rule.python(value, style.quote);
  if (!python) return refuse("invalid-value", `\`${value}\` is no value of \`${field}\``, { subject, help: EXPECTED[field] });
  const { text, edits } = textIn(project, written.file, python);
  if (text === undefined) return refuse("invalid-value", `there is no \`${value}\` in this repository`, { subject, help: EXPECTED[field] });
  const set = setArgument(written.file.text, written.call, { name: rule.argument, value: text }, style);
  return { kind: "proposal", title, subject, plans: [{ edits: [...edits, ...inFile(written.file.path, set)], intended }] };
}

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

function changedNode(node: AssetNode, after: CodeLocation, rule: FieldRule, value: string | undefined): AssetNode {
  const read = after.nodes.find(({ key }) => key === node.key);
  if (!read) return node;
  const field = value === undefined || !rule.wanted ? read[rule.node] : rule.wanted(value);
  return { ...node, [rule.node]: field, unresolved: node.unresolved.filter((name) => name !== rule.node) };
}

/** The spec's own call where it has one (`AssetSpec` in `specs=`), else the definition's. */
function definitionWith(project: Project, claim: AssetClaim): WrittenDefinition | undefined {
  const fn = functionOfClaim(claim);
  return writtenDefinition(project, claim.spec, fn) ?? writtenDefinition(project, claim.object, fn);
}

function objectionTo(written: WrittenDefinition, claim: AssetClaim, rule: FieldRule, subject: string): Refusal | undefined {
  const args = (claim.spec.args ?? claim.object.args)?.keywords;
  const at = { path: written.file.path, start: written.call.start, end: written.call.end };
  if (args?.has(rule.argument) && !argumentOf(written.call, rule.argument))
    return refuse("computed-value", `\`${rule.argument}\` comes with \`**\` from somewhere else`, {
      at,
      subject,
      help: "Change it where the arguments are put together.",
    });
  const excluded = rule.excludes?.find((name) => argumentOf(written.call, name));
  if (excluded === undefined) return undefined;
  return refuse("not-editable", `\`${excluded}\` is given, and Dagster refuses \`${rule.argument}\` beside it`, {
    at,
    subject,
    help: `Remove \`${excluded}\` first.`,
  });
}

function textIn(
  project: Project,
  file: SourceFile,
  python: PythonText,
): { readonly text: string | undefined; readonly edits: readonly FileEdit[] } {
  if (python.kind === "literal") return { text: python.text, edits: [] };
  if (python.kind === "dagster") {
    const { text, edits } = importDagster(file, python.name);
    return { text: text + python.rest, edits };
  }
  const isOwn = dottedPath(file.path) === python.module || dottedPath(file.path).endsWith(`.${python.module}`);
  const exists = project
    .filesWith(python.name)
    .some(({ path }) => dottedPath(path) === python.module || dottedPath(path).endsWith(`.${python.module}`));
  if (!exists) return { text: undefined, edits: [] };
  return isOwn ? { text: python.name, edits: [] } : importName(file, python);
}
