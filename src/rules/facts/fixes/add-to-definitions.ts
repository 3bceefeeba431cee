/**
 * The fix of a definition that Dagster does not get to see: the one `Definitions` of the location that is written as a call gets it, in the list that stands
 * there or that its variable was given. Never safe: perhaps it is not to be loaded.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { FileEdit, Fix } from "../../../diagnostics/diagnostic.ts";
import { delimitedArguments, setArgument } from "../../../edit/text/arguments.ts";
import { insertItem } from "../../../edit/text/delimited.ts";
import { importName } from "../../../edit/text/imports.ts";
import { styleOf } from "../../../edit/text/source-style.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { LibraryObject } from "../../../python/value.ts";
import type { Call as CallExpression, Sequence } from "../../../syntax/expression.ts";
import { outerEnd, outerStart } from "../../../syntax/outer-span.ts";
import { walk } from "../../../syntax/walk.ts";
import { type Call, callsOf } from "../calls.ts";
import { callAt } from "./call-at.ts";

/** By the type of the object the argument that takes it. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  "dagster.AssetsDefinition": "assets",
  "dagster.AssetSpec": "assets",
  "dagster.AssetChecksDefinition": "asset_checks",
  "dagster.UnresolvedAssetJobDefinition": "jobs",
  "dagster.JobDefinition": "jobs",
  "dagster.ScheduleDefinition": "schedules",
  "dagster.SensorDefinition": "sensors",
};

/** `name`: what the module of the object calls it. */
export function additionFix(object: LibraryObject, name: string, location: LoadedLocation): Fix | undefined {
  const [definitions, ...others] = callsOf(location, "dagster.Definitions");
  const argument = ARGUMENTS[object.type];
  const file = definitions && location.files.get(definitions.at.path);
  const call = file && callAt(file, definitions.at, location);
  if (!call || argument === undefined || others.length > 0) return undefined;
  const element = elementIn(file, { object, name, before: call.start }, location);
  const after = object.at.path === file.path ? object.at.start : 0;
  const edits = element && listEdits({ file, call, definitions, after }, argument, element.text);
  return edits && { title: `Add \`${element.text}\` to \`${argument}\``, applicability: "unsafe", edits: [...element.edits, ...edits] };
}

interface Member {
  readonly object: LibraryObject;
  readonly name: string;
  /** Where the code that names it stands. */
  readonly before: number;
}

function elementIn(file: SourceFile, { object: { at }, name, before }: Member, { interpreter }: LoadedLocation) {
  if (at.path === file.path) return at.start < before ? { text: name, edits: [] } : undefined;
  const module = interpreter.moduleOfFile(at.path, at);
  const isRelative = file.tree.body.some((node) => node.kind === "import-from" && node.level > 0);
  return module?.kind === "module" && !isRelative ? importName(file, { module: module.name, name }) : undefined;
}

interface WrittenDefinitions {
  readonly file: SourceFile;
  readonly call: CallExpression;
  readonly definitions: Call;
  /** Code before this place does not know the name yet. */
  readonly after: number;
}

function listEdits(
  { file, call, definitions, after }: WrittenDefinitions,
  argument: string,
  element: string,
): readonly FileEdit[] | undefined {
  const style = styleOf(file);
  const given = definitions.given(argument);
  const inFile = (edits: readonly Omit<FileEdit, "path">[]) => edits.map((edit) => ({ path: file.path, ...edit }));
  if (!given) return inFile(setArgument(file.text, call, { name: argument, value: `[${element}]` }, style));
  if (given.at.path !== file.path || !delimitedArguments(call).items.some(({ start }) => start === given.at.start)) return undefined;
  const { expression, value } = given;
  if (expression?.kind === "list") return inFile(insertItem(file.text, delimitedItems(expression), element, { style }));
  if (expression?.kind === "call") {
    const [start, end] = [outerStart(expression), outerEnd(expression)];
    return inFile([
      { start, end: start, text: "[*" },
      { start: end, end, text: `, ${element}]` },
    ]);
  }
  const origin = value.kind === "list" && expression?.kind === "name" ? value.origin : undefined;
  const list = origin?.path === file.path ? listAt(file, origin) : undefined;
  return list && list.start > after ? inFile(insertItem(file.text, delimitedItems(list), element, { style })) : undefined;
}

function delimitedItems({ start, end, items }: Sequence) {
  return { start, end, items: items.map((item) => ({ start: outerStart(item), end: outerEnd(item) })) };
}

function listAt({ tree }: SourceFile, { start, end }: { readonly start: number; readonly end: number }) {
  let found: Sequence | undefined;
  walk(tree.body, (node) => {
    if (node.kind === "list" && node.start === start && node.end === end) found = node;
    return undefined;
  });
  return found;
}
