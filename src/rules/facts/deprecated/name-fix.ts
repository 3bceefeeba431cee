/** Edits that replace a deprecated name where it is written, in the file's own manner: under the module's alias, or imported by name. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Applicability, FileEdit, Fix } from "../../../diagnostics/diagnostic.ts";
import { removeArgument } from "../../../edit/text/arguments.ts";
import { importDagster } from "../../../edit/text/imports.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { Argument, Call, Expression } from "../../../syntax/expression.ts";
import { outerEnd, outerStart } from "../../../syntax/outer-span.ts";
import { attributeEdit, memberEdits } from "../fixes/replace-name.ts";
import type { WrittenName } from "../names/written-names.ts";
import { policyArgument, policyVariable } from "./automation-fix.ts";
import type { DeprecatedMethod, DeprecatedName } from "./names.ts";

export function nameFix(written: WrittenName, { name, renamed }: DeprecatedName, location: LoadedLocation): Fix | undefined {
  const { file, expression, call } = written;
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (renamed !== undefined) return fix(renamed, "safe", renaming(file, expression, renamed));
  if (last === "fs_io_manager") return managerFix(written);
  if (!call) return undefined;
  if (last === "SourceAsset") return specFix(file, call);
  if (last === "BindResourcesToJobs") return unwrapping(file, call);
  return /\.AutoMaterializePolicy\.\w+$/.test(name) ? policyFix(written, call, location) : undefined;
}

/** A member of a class keeps what stands before it; what was imported by its name is imported by the other. */
function renaming(file: SourceFile, expression: Expression, name: string): readonly FileEdit[] {
  return expression.kind === "attribute" ? [attributeEdit(file, expression, name)] : memberEdits(file, expression, name);
}

function policyFix({ file, argument }: WrittenName, call: Call, location: LoadedLocation): Fix | undefined {
  if (argument) return argument.name === "auto_materialize_policy" ? policyArgument(file, call, argument) : undefined;
  const assigned = file.tree.body.find((node) => node.kind === "assign" && node.value === call);
  const [target] = assigned?.kind === "assign" ? assigned.targets : [];
  return target?.kind === "name" ? policyVariable(file, target.id, location) : undefined;
}

/** Its argument, which is what the class makes a list of. */
function unwrapping({ path, text }: SourceFile, call: Call): Fix | undefined {
  const [only, ...others] = call.args;
  if (only?.kind !== "positional" || others.length > 0) return undefined;
  const edit = { path, start: outerStart(call), end: outerEnd(call), text: text.slice(outerStart(only.value), outerEnd(only.value)) };
  return { title: "Write the list", applicability: only.value.kind === "list" ? "safe" : "unsafe", edits: [edit] };
}

/** Its class, with the configuration that it was given. Never safe: the resource is of another kind to who launches runs with configuration for it. */
function managerFix({ file, expression, call }: WrittenName): Fix | undefined {
  return call ? undefined : fix("FilesystemIOManager", "unsafe", memberEdits(file, expression, "FilesystemIOManager", "()"));
}

/** `fs_io_manager.configured({"base_dir": …})`, whose `configured` is the expression. */
export function configuredManagerFix({ file, expression, call }: WrittenName): Fix | undefined {
  const [config, ...others] = call?.args ?? [];
  if (!call || expression.kind !== "attribute" || config?.value.kind !== "dict" || others.length > 0) return undefined;
  const [entry, ...rest] = config.value.entries;
  if (entry?.key?.kind !== "string" || entry.key.value !== "base_dir" || rest.length > 0) return undefined;
  const { object } = expression;
  const directory = file.text.slice(outerStart(entry.value), outerEnd(entry.value));
  return fix("FilesystemIOManager", "unsafe", [
    ...memberEdits(file, object, "FilesystemIOManager", `(base_dir=${directory})`),
    { path: file.path, start: object.end, end: call.end, text: "" },
  ]);
}

/** What a spec has too, under the same name. */
const SPEC_ARGUMENTS: ReadonlySet<string | undefined> = new Set([
  "key",
  "metadata",
  "description",
  "group_name",
  "tags",
  "partitions_def",
  "io_manager_key",
]);

/** A spec is no `SourceAsset` to who asks, and loaders of modules pass it over: never safe. */
function specFix(file: SourceFile, call: Call): Fix | undefined {
  const positional = call.args.filter(({ kind }) => kind === "positional");
  const others = call.args.filter(({ kind }) => kind !== "positional");
  if (positional.length > 1 || !others.every(({ kind, name }) => kind === "keyword" && SPEC_ARGUMENTS.has(name))) return undefined;
  const manager = others.find(({ name }) => name === "io_manager_key");
  const moved = manager === undefined ? [] : managerEdits(file, call, manager);
  return moved && fix("AssetSpec", "unsafe", [...memberEdits(file, call.callee, "AssetSpec"), ...moved]);
}

/** `io_manager_key=…` becomes `.with_io_manager_key(…)`. */
function managerEdits({ path, text }: SourceFile, call: Call, { value }: Argument): readonly FileEdit[] | undefined {
  const removed = removeArgument(text, call, "io_manager_key");
  if (removed.length === 0 || removed.some((edit) => edit.end >= call.end)) return undefined;
  const key = text.slice(outerStart(value), outerEnd(value));
  return [...removed.map((edit) => ({ path, ...edit })), { path, start: call.end, end: call.end, text: `.with_io_manager_key(${key})` }];
}

/** A method under its other name. */
export function renamedMethodFix(file: SourceFile, { callee }: Call, renamed: string): Fix | undefined {
  return callee.kind === "attribute" ? fix(renamed, "safe", [attributeEdit(file, callee, renamed)]) : undefined;
}

const REQUEST_ARGUMENTS = ["partition_key", "run_key", "tags", "asset_selection", "run_config"];

/** What a job made a request with. Never safe: the key is no longer looked for among the partitions when the request is made. */
export function methodFix(file: SourceFile, { callee, args }: Call, { method }: DeprecatedMethod): Fix | undefined {
  if (method !== "run_request_for_partition") return undefined;
  const isKnown = args.every(({ kind, name = "" }) => kind === "positional" || (kind === "keyword" && REQUEST_ARGUMENTS.includes(name)));
  if (!isKnown || args.filter(({ kind }) => kind === "positional").length > REQUEST_ARGUMENTS.length) return undefined;
  const { path } = file;
  const named = args.flatMap(({ kind, start }, index): readonly FileEdit[] =>
    kind === "positional" ? [{ path, start, end: start, text: `${REQUEST_ARGUMENTS[index]}=` }] : [],
  );
  const { text, edits } = importDagster(file, "RunRequest");
  return fix("RunRequest", "unsafe", [...edits, { path, start: callee.start, end: callee.end, text }, ...named]);
}

function fix(name: string, applicability: Applicability, edits: readonly FileEdit[]): Fix {
  return { title: `Write \`${name}\``, applicability, edits };
}
