/**
 * Edits that replace what is deprecated. Safe are those after which the same graph is loaded and the same code runs; where the new way is not quite
 * the old one (another tag, another type, another condition) they are unsafe. What is computed is left to the author.
 */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Applicability, FileEdit, Fix } from "../../../diagnostics/diagnostic.ts";
import { removeArgument } from "../../../edit/text/arguments.ts";
import { importDagster } from "../../../edit/text/imports.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { Call } from "../calls.ts";
import { argumentRemoval, callAround } from "../fixes/remove-argument.ts";
import type { DeprecatedArgument } from "./arguments.ts";
import type { DeprecatedName } from "./names.ts";

interface GivenArgument {
  readonly call: Call;
  readonly deprecated: DeprecatedArgument;
  readonly argument: ArgumentValue;
}

export function argumentFix({ call, deprecated, argument }: GivenArgument, location: LoadedLocation): Fix | undefined {
  const { parameter, renamed, isWithoutEffect } = deprecated;
  const { path, start, end } = argument.at;
  const file = location.files.get(path);
  const text = file?.text.slice(start, end) ?? "";
  if (file === undefined || !new RegExp(`^${parameter}\\s*=`).test(text) || call.bound.gap) return undefined;
  if (isWithoutEffect) return argumentRemoval(argument.at, parameter, "safe", location);
  if (renamed !== undefined) {
    if (call.given(renamed)) return undefined;
    return fix(renamed, "safe", [{ path, start, end: start + parameter.length, text: renamed }]);
  }
  const value = text.replace(/^\w+\s*=\s*/, "");
  if (parameter === "compute_kind" && call.name === "dagster.asset" && isKind(argument) && !call.given("kinds")) {
    // It becomes a tag of the asset, and `kind:` selects it from now on.
    return fix("kinds", "unsafe", [{ path, start, end, text: `kinds={${value}}` }]);
  }
  if (parameter === "auto_materialize_policy" && !call.given("automation_condition")) return automationFix(file, argument.at, value);
  return undefined;
}

const CONDITIONS: ReadonlyMap<string, string> = new Map([
  ["eager", "eager()"],
  ["lazy", "any_downstream_conditions()"],
]);

/** The policies were made of rules that the conditions do not repeat one by one. */
function automationFix(file: SourceFile, { path, start, end }: Location, value: string): Fix | undefined {
  const [, prefix = "", policy = ""] = /^((?:\w+\.)*)AutoMaterializePolicy\.(\w+)\(\s*\)$/.exec(value) ?? [];
  const condition = CONDITIONS.get(policy);
  if (condition === undefined) return undefined;
  const { text: name, edits } =
    prefix === "" ? importDagster(file, "AutomationCondition") : { text: `${prefix}AutomationCondition`, edits: [] };
  return fix("automation_condition", "unsafe", [...edits, { path, start, end, text: `automation_condition=${name}.${condition}` }]);
}

/** A text that is a kind as it is, written where the argument stands. */
function isKind({ value, expression }: ArgumentValue): boolean {
  return value.kind === "str" && expression?.kind === "string" && /^[\w.-]{1,63}$/.test(value.value);
}

interface NamedCall {
  readonly call: Call;
  readonly deprecated: DeprecatedName;
}

export function nameFix({ call, deprecated }: NamedCall, location: LoadedLocation): Fix | undefined {
  const { path, start, end } = call.at;
  const file = location.files.get(path);
  const last = deprecated.name.slice(deprecated.name.lastIndexOf(".") + 1);
  const match = new RegExp(`^((?:\\w+\\s*\\.\\s*)*)${last}\\s*\\(`).exec(file?.text.slice(start, end) ?? "");
  if (file === undefined || match === null) return undefined;
  const [, prefix = ""] = match;
  const name = { path, start: start + prefix.length, end: start + prefix.length + last.length };
  if (deprecated.renamed !== undefined && prefix !== "") return fix(deprecated.renamed, "safe", [{ ...name, text: deprecated.renamed }]);
  if (last === "SourceAsset") return specFix({ call, file, prefix }, name);
  return last === "BindResourcesToJobs" ? unwrapping(call, file) : undefined;
}

/** A list of its argument's items, which is what the class is. */
function unwrapping({ at, call }: Call, { text }: SourceFile): Fix | undefined {
  const [only, ...others] = call.args.positional;
  if (only?.expression?.kind !== "list" || others.length > 0 || call.args.keywords.size > 0) return undefined;
  return { title: "Write the list", applicability: "safe", edits: [{ ...at, text: text.slice(only.at.start, only.at.end) }] };
}

/** What a spec has too, under the same name. */
const SPEC_ARGUMENTS: ReadonlySet<string> = new Set([
  "key",
  "metadata",
  "description",
  "group_name",
  "tags",
  "partitions_def",
  "io_manager_key",
]);

interface SourceAssetCall {
  readonly call: Call;
  readonly file: SourceFile;
  readonly prefix: string;
}

/** A spec is no `SourceAsset` to who asks, and loaders of modules pass it over: never safe. */
function specFix({ call, file, prefix }: SourceAssetCall, name: Location): Fix | undefined {
  const { positional, keywords, complete } = call.call.args;
  if (!complete || positional.length > 1 || ![...keywords.keys()].every((keyword) => SPEC_ARGUMENTS.has(keyword))) return undefined;
  const { text, edits } = prefix === "" ? importDagster(file, "AssetSpec") : { text: "AssetSpec", edits: [] };
  const manager = keywords.get("io_manager_key");
  const moved = manager === undefined ? [] : managerEdits(file, call.at, manager);
  return moved && fix("AssetSpec", "unsafe", [...edits, { ...name, text }, ...moved]);
}

/** `io_manager_key=…` becomes `.with_io_manager_key(…)`. */
function managerEdits(file: SourceFile, { path, end }: Location, { at }: ArgumentValue): readonly FileEdit[] | undefined {
  const call = callAround(file, at);
  const removed = call === undefined ? [] : removeArgument(file.text, call, "io_manager_key");
  const value = file.text.slice(at.start, at.end).replace(/^\w+\s*=\s*/, "");
  if (removed.length === 0 || removed.some((edit) => edit.end >= end)) return undefined;
  return [...removed.map((edit) => ({ path, ...edit })), { path, start: end, end, text: `.with_io_manager_key(${value})` }];
}

function fix(name: string, applicability: Applicability, edits: readonly FileEdit[]): Fix {
  return { title: `Write \`${name}\``, applicability, edits };
}
