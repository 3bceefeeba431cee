/**
 * The fix of a name that is imported and that Dagster does not have: every use of it in the file is written anew, all or none, and the import goes with the
 * last. Never safe but where nothing uses the import: a refused file shows nobody what it meant.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { parameterNames, positionalNames } from "../../../dagster/library/signature.ts";
import type { FileEdit, Fix } from "../../../diagnostics/diagnostic.ts";
import { usesOfName } from "../../../edit/names/name-uses.ts";
import { isImport } from "../../../edit/text/import-order.ts";
import { importEdit } from "../../../edit/text/take-out.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { Argument, Call } from "../../../syntax/expression.ts";
import type { RemovedName } from "../names/removed-names.ts";
import { type WrittenName, writtenNamesIn } from "../names/written-names.ts";
import { memberEdits } from "./replace-name.ts";

interface Removed {
  readonly file: SourceFile;
  /** As Dagster had it: `solid`. */
  readonly name: string;
  /** As the file calls it, where it is imported by name. */
  readonly alias?: string;
}

export function removedNameFix(removed: Removed, successor: RemovedName | undefined, location: LoadedLocation): Fix | undefined {
  const { file, name, alias } = removed;
  const uses = writtenNamesIn(file, new RegExp(`\\b${name}\\b`), location).filter((use) => use.name === `dagster.${name}`);
  if (alias !== undefined) {
    const reads = usesOfName(alias, file.tree.body, file.text, (fn) => location.interpreter.statementsOf(file, fn)).reads;
    if (reads.length === 0) return unusedImport(file, alias);
    if (reads.length !== uses.length) return undefined;
  }
  const edits = successor && uses.length > 0 ? uses.map((use) => useEdits(use, successor)) : [undefined];
  if (!edits.every((edit) => edit !== undefined)) return undefined;
  return { title: `Use ${successor?.instead}`, applicability: "unsafe", edits: distinct(edits.flat()) };
}

/** Each use asks for the same import. */
function distinct(edits: readonly FileEdit[]): readonly FileEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

function unusedImport(file: SourceFile, alias: string): Fix | undefined {
  const [edit] = file.tree.body.filter(isImport).flatMap((statement) => importEdit(file.text, statement, alias) ?? []);
  if (!edit) return undefined;
  const losesComment = file.text.slice(edit.start, edit.end).includes("#");
  return {
    title: `Remove the import of \`${alias}\``,
    applicability: losesComment ? "unsafe" : "safe",
    edits: [{ path: file.path, ...edit }],
  };
}

function useEdits(
  { file, expression, call }: WrittenName,
  { renamed, parameters = {}, isUnwrapped }: RemovedName,
): readonly FileEdit[] | undefined {
  if (isUnwrapped) return call && unwrapped(file, call);
  if (renamed === undefined) return undefined;
  const keywords = call?.args.map((argument) => keywordEdits(file, argument, { renamed, parameters })) ?? [];
  const positional = call?.args.filter(({ kind }) => kind === "positional").length ?? 0;
  if (positional > positionalNames(`dagster.${renamed}`).length) return undefined;
  return keywords.every((edits) => edits !== undefined) ? [...memberEdits(file, expression, renamed), ...keywords.flat()] : undefined;
}

/** `undefined` for an argument that the successor does not take. */
function keywordEdits(
  { path }: SourceFile,
  { kind, name, nameSpan }: Argument,
  { renamed, parameters }: { readonly renamed: string; readonly parameters: Readonly<Record<string, string>> },
): readonly FileEdit[] | undefined {
  if (kind === "positional") return [];
  const next = name === undefined ? undefined : (parameters[name] ?? name);
  if (next === undefined || !nameSpan || !parameterNames(`dagster.${renamed}`).includes(next)) return undefined;
  return next === name ? [] : [{ path, start: nameSpan.start, end: nameSpan.end, text: next }];
}

/** Its only argument in its place. */
function unwrapped({ path }: SourceFile, call: Call): readonly FileEdit[] | undefined {
  const [only, ...others] = call.args;
  if (!only || others.length > 0 || (only.kind !== "positional" && only.kind !== "keyword")) return undefined;
  const { start, end } = only.value.parentheses ?? only.value;
  return [
    { path, start: call.start, end: start, text: "" },
    { path, start: end, end: call.end, text: "" },
  ];
}
