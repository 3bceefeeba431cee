/**
 * Adding to what a code location loads: to a `Definitions` of its own files, to a merge of several, to the list of a `@repository`. A list literal grows by
 * an element, wherever it stands; anything else is unpacked into one (`[*loaded, daily]`); a missing argument is given. Which place is right, and whether
 * one is needed at all (loaders and `defs/` folders find definitions by themselves), is for re-reading to say.
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { LibraryObject } from "../../python/value.ts";
import type { Call, Expression } from "../../syntax/expression.ts";
import { outerEnd, outerStart } from "../../syntax/outer-span.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import { inFile } from "../change-set.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";
import { dagsterNames, qualifiedName } from "../references/dagster-calls.ts";
import { argumentOf, delimitedArguments, setArgument } from "../text/arguments.ts";
import { insertItem } from "../text/delimited.ts";
import { importDagster, importName } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import { functionOfObject, writtenDefinition } from "./definition-of.ts";
import { literalBehind } from "./literal-behind.ts";
import { moduleName } from "./module-place.ts";

export type DefinitionsArgument = "assets" | "asset_checks" | "jobs" | "schedules" | "sensors" | "resources";

/** Text for a file, and the imports that it takes. */
export interface Element {
  readonly text: string;
  readonly edits: readonly FileEdit[];
}

export interface NewMember {
  readonly argument: DefinitionsArgument;
  /** The module-level name of the object, and the file that binds it or the package that has it. */
  readonly name: string;
  readonly from: { readonly path: string } | { readonly module: string };
  /** Of a resource: its key, and what is written of the name (`DuckDBResource(database="…")`) in a file. */
  readonly resource?: { readonly key: string; readonly text: (name: string, file: SourceFile) => Element };
}

/** One set of edits for each place that could take the member, the likeliest first. */
export function* additions(project: Project, location: LoadedLocation, member: NewMember): Iterable<readonly FileEdit[]> {
  const calls = definitionsCalls(project, location, "path" in member.from ? member.from.path : "");
  for (const written of calls) yield* intoCall(project, { ...written, location, member });
  for (const { target } of location.graphs) {
    if (target?.type === "dagster.RepositoryDefinition") yield* intoRepository(project, { target, location, member });
    const merge = target && writtenDefinition(project, target);
    if (merge?.call.kind === "call" && merge.call.callee.kind === "attribute" && merge.call.callee.name === "merge")
      yield intoMerge({ file: merge.file, call: merge.call, location, member });
  }
}

interface WrittenCall {
  readonly file: SourceFile;
  readonly call: Call;
  readonly object: LibraryObject;
}

/** Calls of `Definitions` in the location's files: the one that is loaded first, then those nearest to `path`. */
function definitionsCalls(project: Project, location: LoadedLocation, path: string): readonly WrittenCall[] {
  const loaded = new Set(location.graphs.map(({ target }) => target));
  const rank = ({ object, file }: WrittenCall) => (loaded.has(object) ? 0 : file.path === path ? 1 : 2);
  return location.objects
    .filter(({ type }) => type === "dagster.Definitions")
    .flatMap((object) => {
      const written = writtenDefinition(project, object);
      if (written?.call.kind !== "call") return [];
      const { file, call } = written;
      return qualifiedName(call.callee, dagsterNames(file, project)) === "dagster.Definitions" ? [{ file, call, object }] : [];
    })
    .sort((left, right) => rank(left) - rank(right));
}

interface Adding {
  readonly location: LoadedLocation;
  readonly member: NewMember;
}

function* intoCall(project: Project, { file, call, object, location, member }: WrittenCall & Adding): Iterable<readonly FileEdit[]> {
  const given = argumentOf(call, member.argument)?.value;
  if (given && given.kind !== "none") {
    const literal = literalBehind(project, given, object.args?.keywords.get(member.argument)?.value);
    if (literal) yield grown(literal.file, literal.expression, elementIn(literal.file, location, member));
    if (literal?.expression !== given) yield grown(file, given, elementIn(file, location, member));
    return;
  }
  const { text, edits } = elementIn(file, location, member);
  const value = member.resource === undefined ? `[${text}]` : `{${text}}`;
  yield [...edits, ...inFile(file.path, setArgument(file.text, call, { name: member.argument, value }, styleOf(file)))];
}

/** The object as the file calls it, imported where it must be; with its key for a resource. */
function elementIn(file: SourceFile, { entry }: LoadedLocation, { name, from, resource }: NewMember): Element {
  const module = "module" in from ? from.module : moduleName(from.path, entry.workingDirectory);
  const imported = "path" in from && from.path === file.path ? { text: name, edits: [] } : importName(file, { module, name });
  if (!resource) return imported;
  const value = resource.text(imported.text, file);
  return { text: `${renderLiteral(resource.key, styleOf(file).quote)}: ${value.text}`, edits: [...imported.edits, ...value.edits] };
}

function grown(file: SourceFile, given: Expression, { text, edits }: Element): readonly FileEdit[] {
  return [...edits, ...inFile(file.path, grownExpression(file, given, text))];
}

function grownExpression(
  file: SourceFile,
  given: Expression,
  element: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const style = styleOf(file);
  if (given.kind === "list") {
    const items = given.items.map((item) => ({ start: outerStart(item), end: outerEnd(item) }));
    return insertItem(file.text, { start: given.start, end: given.end, items }, element, { style });
  }
  if (given.kind === "dict") return insertItem(file.text, { start: given.start, end: given.end, items: given.entries }, element, { style });
  if (given.kind === "binary" && given.operator === "+") {
    if (given.right.kind === "list") return grownExpression(file, given.right, element);
    const at = outerEnd(given);
    return [{ start: at, end: at, text: ` + [${element}]` }];
  }
  const [start, end] = [outerStart(given), outerEnd(given)];
  const [open, close, unpack] = /^(["']).*?\1: /.test(element) ? ["{", "}", "**"] : ["[", "]", "*"];
  return [
    { start, end: start, text: `${open}${unpack}` },
    { start: end, end, text: `, ${element}${close}` },
  ];
}

/** The list that the `@repository` function returns. */
function* intoRepository(
  project: Project,
  { target, location, member }: Adding & { readonly target: LibraryObject },
): Iterable<readonly FileEdit[]> {
  const fn = functionOfObject(target);
  const file = project.file(target.at.path);
  if (!file || member.resource) return;
  const definition = fn?.definition.kind === "function" ? fn.definition : decoratedAt(project, file, target);
  for (const statement of definition ? project.body(file, definition) : [])
    if (statement.kind === "return" && statement.value) yield grown(file, statement.value, elementIn(file, location, member));
}

function decoratedAt(project: Project, file: SourceFile, { at }: LibraryObject) {
  const found = everyNode(file, project).find(
    (node) => node.kind === "function" && node.decorators.some(({ start, end }) => start === at.start && end === at.end),
  );
  return found?.kind === "function" ? found : undefined;
}

/** One more part: `Definitions.merge(ours, dg.Definitions(jobs=[daily]))`. */
function intoMerge({ file, call, location, member }: Adding & { readonly file: SourceFile; readonly call: Call }): readonly FileEdit[] {
  const { text, edits } = elementIn(file, location, member);
  const definitions = importDagster(file, "Definitions");
  const part = `${definitions.text}(${member.argument}=${member.resource ? `{${text}}` : `[${text}]`})`;
  return [
    ...edits,
    ...definitions.edits,
    ...inFile(file.path, insertItem(file.text, delimitedArguments(call), part, { style: styleOf(file) })),
  ];
}
