/** Takes a dependency away: its element of `deps`, or its parameter with the entry in `ins`, when the function does not use it. */

import type { TextEdit } from "../../base/text-edit.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import { about, inFile, type Refusal, refuse } from "../change-set.ts";
import {
  type FoundAsset,
  findAsset,
  functionOfClaim,
  loaderPrefix,
  type WrittenDefinition,
  writtenDefinition,
} from "../definitions/definition-of.ts";
import { literalBehind } from "../definitions/literal-behind.ts";
import { withConsequences, withEdges } from "../graph/intended.ts";
import { usesOfName } from "../names/name-uses.ts";
import { nothingToDo, type Plan, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { isSameKey, keysOfElement, removeElement, writtenElements } from "../references/elements.ts";
import { argumentOf, removeArgument } from "../text/arguments.ts";
import { removeItem } from "../text/delimited.ts";
import { removeEntryDep } from "../yaml/entry-deps.ts";

export interface RemoveDep {
  readonly asset: string;
  readonly upstream: string;
}

export function removeDep(project: Project, { asset, upstream }: RemoveDep): Proposal | Refusal {
  const subject = `asset:${asset}`;
  const title = `Let asset \`${asset}\` no longer depend on \`${upstream}\``;
  const [found] = findAsset(project, asset);
  const claim = found?.asset.claim;
  if (!found || !claim) return refuse("unknown-subject", `no definition of an asset \`${asset}\` was found`, { subject });
  if (!found.asset.dependencies.some(({ to, path }) => to === upstream || path.join("/") === upstream)) return nothingToDo(title, subject);
  const edits = dependencyEdits(project, found, upstream);
  if ("kind" in edits) return about(subject, edits);
  const intended: Plan["intended"] = (before, after) => {
    const kept = before.edges.filter(({ from, to }) => !(from === upstream && to === asset));
    const isNamed = kept.some(({ from }) => from === upstream) || before.checks.some((check) => check.asset === upstream);
    const nodes = before.nodes.filter(({ key, kind }) => key !== upstream || kind !== "stub" || isNamed);
    return withConsequences(withEdges({ ...before, nodes }, kept), after);
  };
  return { kind: "proposal", title, subject, at: claim.at, plans: [{ edits, intended }] };
}

/** Edits after which the asset no longer names the upstream. */
export function dependencyEdits(project: Project, found: FoundAsset, upstream: string): readonly FileEdit[] | Refusal {
  const { claim, dependencies, path: own } = found.asset;
  const fn = claim && functionOfClaim(claim);
  const written = claim && (writtenDefinition(project, claim.spec, fn) ?? writtenDefinition(project, claim.object, fn));
  const named = dependencies.find(({ to, path }) => to === upstream || path.join("/") === upstream);
  const entry = claim && !written && named ? removeEntryDep(project, claim, named.path) : undefined;
  if (entry) return entry;
  if (!written)
    return refuse("computed-value", `\`${own.join("/")}\` is not made by one decorator, call or entry of YAML that could be edited`, {
      at: claim?.at,
      help: "Change the dependencies where the asset is made.",
    });
  const edits: FileEdit[] = [];
  for (const { to, parameter, path } of dependencies) {
    if (to !== upstream && path.join("/") !== upstream) continue;
    const each = parameter === undefined ? depsEdits(project, found, written, path) : parameterEdits(project, written, parameter);
    if ("kind" in each) return each;
    edits.push(...each);
  }
  return edits;
}

function depsEdits(
  project: Project,
  { asset, location }: FoundAsset,
  written: WrittenDefinition,
  upstream: readonly string[],
): readonly FileEdit[] | Refusal {
  const { file, call } = written;
  const claim = asset.claim;
  const argument = claim && (claim.spec.args ?? claim.object.args)?.keywords.get("deps");
  const expression = argumentOf(call, "deps")?.value;
  const literal = expression && literalBehind(project, expression, argument?.value);
  const given = writtenElements(argument, literal?.expression ?? expression);
  const at = { path: file.path, start: call.start, end: call.end };
  const prefix = claim ? loaderPrefix(claim) : [];
  const isPrefixed = prefix.length > 0 && prefix.every((part, position) => part === upstream[position]);
  const spellings = isPrefixed ? [upstream, upstream.slice(prefix.length)] : [upstream];
  const index = given?.elements.findIndex(({ value }) => {
    const [key, ...others] = keysOfElement(value, location);
    return key !== undefined && others.length === 0 && spellings.some((spelling) => isSameKey(key, spelling));
  });
  if (!given || index === undefined || index < 0)
    return refuse("computed-value", `\`${upstream.join("/")}\` is not written as an element of \`deps\``, {
      at,
      help: "Change it where the dependencies are put together.",
    });
  if (given.elements.length === 1) return inFile(file.path, removeArgument(file.text, call, "deps"));
  const place = literal?.file ?? file;
  return inFile(place.path, removeElement(place.text, given, index));
}

function parameterEdits(
  project: Project,
  { file, call, function: fn }: WrittenDefinition,
  parameter: string,
): readonly FileEdit[] | Refusal {
  const index = fn?.parameters.findIndex(({ name }) => name === parameter) ?? -1;
  if (!fn || index < 0)
    return refuse("computed-value", `the parameter \`${parameter}\` is not written here`, { at: { path: file.path, ...call } });
  const { reads, bindings } = usesOfName(parameter, project.body(file, fn), file.text, (inner) => project.body(file, inner));
  const [used] = [...reads, ...bindings];
  if (used)
    return refuse("not-editable", `the function uses \`${parameter}\``, {
      at: { path: file.path, start: used.start, end: used.end },
      help: "Change the function so that it does without, then remove the dependency.",
    });
  const own = removeItem(file.text, { ...fn.parametersSpan, items: fn.parameters }, index);
  return inFile(file.path, [...(own ? [own] : []), ...insEdits(file, call, parameter)]);
}

function insEdits(file: SourceFile, call: WrittenDefinition["call"], parameter: string): readonly TextEdit[] {
  const ins = argumentOf(call, "ins")?.value;
  if (ins?.kind !== "dict") return [];
  const index = ins.entries.findIndex(({ key }) => key?.kind === "string" && key.value === parameter);
  if (index < 0) return [];
  if (ins.entries.length === 1) return removeArgument(file.text, call, "ins");
  const edit = removeItem(file.text, { start: ins.start, end: ins.end, items: ins.entries }, index);
  return edit ? [edit] : [];
}
