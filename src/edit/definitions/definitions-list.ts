/**
 * Adding to a `Definitions`: a list literal grows by an element, anything else is unpacked into one (`[*loaded, daily]`), a missing argument is given.
 * Whether it is needed at all (loaders and `defs/` folders find definitions by themselves) is for re-reading to say.
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/source-file.ts";
import type { Expression } from "../../syntax/expression.ts";
import { outerEnd, outerStart } from "../../syntax/outer-span.ts";
import { dottedPath } from "../names/module-path.ts";
import type { Project } from "../project.ts";
import { argumentOf, setArgument } from "../text/arguments.ts";
import { insertItem } from "../text/delimited.ts";
import { importName } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import { writtenDefinition } from "./definition-of.ts";

export type DefinitionsArgument = "assets" | "asset_checks" | "jobs" | "schedules" | "sensors" | "resources";

export interface NewMember {
  readonly argument: DefinitionsArgument;
  /** The module-level name of the object and the file that binds it. */
  readonly name: string;
  readonly path: string;
  /** Of a resource. */
  readonly key?: string;
}

/** `undefined` when the location has no `Definitions` call that could be edited. */
export function addToDefinitions(project: Project, location: LoadedLocation, member: NewMember): readonly FileEdit[] | undefined {
  for (const { target } of location.graphs) {
    const written = target?.type === "dagster.Definitions" ? writtenDefinition(project, target) : undefined;
    if (written?.call.kind !== "call") continue;
    const { file, call } = written;
    const style = styleOf(file);
    const { text, edits } = nameIn(file, location, member);
    const element = member.key === undefined ? text : `${style.quote}${member.key}${style.quote}: ${text}`;
    const given = argumentOf(call, member.argument)?.value;
    const own =
      given && given.kind !== "none"
        ? grown(file, given, element)
        : setArgument(file.text, call, { name: member.argument, value: member.key === undefined ? `[${element}]` : `{${element}}` }, style);
    return [...edits, ...own.map((edit) => ({ path: file.path, ...edit }))];
  }
  return undefined;
}

function grown(
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
  const [start, end] = [outerStart(given), outerEnd(given)];
  const [open, close, unpack] = element.includes(": ") ? ["{", "}", "**"] : ["[", "]", "*"];
  return [
    { start, end: start, text: `${open}${unpack}` },
    { start: end, end, text: `, ${element}${close}` },
  ];
}

/** The object as the file with the `Definitions` calls it, imported where it must be. */
function nameIn(
  file: SourceFile,
  { entry }: LoadedLocation,
  { name, path }: NewMember,
): { readonly text: string; readonly edits: readonly FileEdit[] } {
  if (path === file.path) return { text: name, edits: [] };
  return importName(file, { module: moduleName(path, entry.workingDirectory), name });
}

/** As it is imported from the working directory: `shop.jobs`. */
export function moduleName(path: string, workingDirectory: string): string {
  const own = workingDirectory !== "" && path.startsWith(`${workingDirectory}/`) ? path.slice(workingDirectory.length + 1) : path;
  return dottedPath(own.replace(/^src\//, ""));
}

export interface ModulePlace {
  readonly path: string;
  /** Absent when it is new. */
  readonly file?: SourceFile;
}

/** A module of the project by its dotted name or its path; a path may be new where its folder is there. */
export function placeOfModule(project: Project, { entry }: LoadedLocation, module: string): ModulePlace | undefined {
  const isPath = module.endsWith(".py");
  const found = project.tree
    .paths()
    .find((path) => (isPath ? path === module : path.endsWith(".py") && moduleName(path, entry.workingDirectory) === module));
  const file = found === undefined ? undefined : project.file(found);
  if (found !== undefined) return file && { path: found, file };
  const folder = module.slice(0, module.lastIndexOf("/") + 1);
  return isPath && project.tree.hasFolder(folder.replace(/\/$/, "")) ? { path: module } : undefined;
}
