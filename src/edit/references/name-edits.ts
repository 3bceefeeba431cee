/** Edits of every string that names a job, group or resource: arguments that were evaluated, and those of calls that are only read. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { Value } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import { renameParameter } from "../names/rename-parameter.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";
import { writtenArguments } from "./dagster-calls.ts";
import { editString, replaceString } from "./literal-edit.ts";
import { type Meaning, meaningOfKeyword, meaningOfPositional } from "./meaning.ts";
import { relatedFiles } from "./related-files.ts";
import { selectionEdits } from "./selection-edit.ts";

export interface NameChange {
  readonly what: "job" | "schedule" | "sensor" | "group" | "resource";
  readonly name: string;
  readonly to: string;
}

export function nameEdits(project: Project, location: LoadedLocation, change: NameChange): readonly FileEdit[] {
  const evaluated = location.calls.flatMap(({ name, args }) => {
    if (!name.startsWith("dagster.")) return [];
    const positional = args.positional.map(({ value }, index) => [meaningOfPositional(name, index), value] as const);
    const keywords = [...args.keywords].map(([parameter, { value }]) => [meaningOfKeyword(name, parameter), value] as const);
    return [...positional, ...keywords].flatMap(([meaning, value]) => (meaning ? valueEdits(project, { meaning, value, change }) : []));
  });
  const files = relatedFiles(project, location, [change.name]);
  const written = files.flatMap((file) =>
    writtenArguments(file, project).flatMap(({ meaning, expression }) =>
      expressionEdits(project, { meaning, expression, path: file.path, change }),
    ),
  );
  return [...evaluated, ...written, ...(change.what === "resource" ? resourceEdits(project, location, change) : [])];
}

interface Given<Subject> {
  readonly meaning: Meaning;
  readonly change: NameChange;
  readonly value: Subject;
}

function valueEdits(project: Project, { meaning, value, change }: Given<Value>): readonly FileEdit[] {
  if (value.kind === "str" && value.origin) return stringEdit(project, { value: value.value, at: value.origin }, meaning, change);
  const inner = meaning === "resources" ? "resource" : meaning;
  if (value.kind === "list" || value.kind === "tuple")
    return value.items.flatMap((item) => valueEdits(project, { meaning: inner, value: item, change }));
  if (value.kind === "set")
    return [...value.items.values()].flatMap((item) => valueEdits(project, { meaning: inner, value: item, change }));
  if (value.kind === "dict" && meaning === "resource-mapping")
    return [...value.entries.values()].flatMap(({ key }) => valueEdits(project, { meaning: "resource", value: key, change }));
  return [];
}

function stringEdit(
  project: Project,
  written: { readonly value: string; readonly at: { readonly path: string; readonly start: number; readonly end: number } },
  meaning: Meaning,
  { what, name, to }: NameChange,
): readonly FileEdit[] {
  if (meaning === "selection" && what === "group") {
    const edits = selectionEdits(written.value, { attribute: "group", from: name, to });
    const edit = edits.length === 0 ? undefined : editString(project, written, edits);
    return edit ? [edit] : [];
  }
  if (meaning !== what || written.value !== name) return [];
  const edit = replaceString(project, written, to);
  return edit ? [edit] : [];
}

interface Written {
  readonly meaning: Meaning;
  readonly expression: Expression;
  readonly path: string;
  readonly change: NameChange;
}

function expressionEdits(project: Project, { meaning, expression, path, change }: Written): readonly FileEdit[] {
  if (expression.kind === "string") {
    const { value, start, end } = expression;
    return stringEdit(project, { value, at: { path, start, end } }, meaning, change);
  }
  const inner = meaning === "resources" ? "resource" : meaning;
  if (expression.kind === "list" || expression.kind === "tuple" || expression.kind === "set")
    return expression.items.flatMap((item) => expressionEdits(project, { meaning: inner, expression: item, path, change }));
  if (expression.kind === "dict" && meaning === "resource-mapping")
    return expression.entries.flatMap(({ key }) =>
      key ? expressionEdits(project, { meaning: "resource", expression: key, path, change }) : [],
    );
  return [];
}

/** Parameters that take the resource, and `context.resources.NAME`. */
function resourceEdits(project: Project, location: LoadedLocation, { name, to }: NameChange): readonly FileEdit[] {
  const parameters = location.calls.flatMap(({ name: callee, args, applications }) => {
    if (!callee.startsWith("dagster.")) return [];
    const functions = [...args.positional, ...applications.flatMap((application) => application.args.positional)].map(({ value }) => value);
    return functions.flatMap((fn) => {
      const parameter = fn.kind === "function" ? fn.definition.parameters.find((each) => each.name === name) : undefined;
      return fn.kind === "function" && parameter?.annotation ? (renameParameter(project, fn, { from: name, to }) ?? []) : [];
    });
  });
  const attributes = relatedFiles(project, location, [name, "resources"]).flatMap((file) =>
    everyNode(file, project).flatMap((node) => {
      const isResource =
        node.kind === "attribute" && node.name === name && node.object.kind === "attribute" && node.object.name === "resources";
      return isResource ? [{ path: file.path, start: node.nameSpan.start, end: node.nameSpan.end, text: to }] : [];
    }),
  );
  return [...parameters, ...attributes];
}
