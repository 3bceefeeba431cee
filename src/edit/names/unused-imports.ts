/**
 * Imports that an edit leaves without a use go with it; what was unused before is somebody else's. An import stays that another file takes from here,
 * that `__all__` lists, or that an annotation in quotes names.
 */
import { applyEdits, composeEdits, type TextEdit } from "../../base/text-edit.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Statement } from "../../syntax/statement.ts";
import { walk } from "../../syntax/walk.ts";
import type { Project } from "../project.ts";
import { isImport } from "../text/import-order.ts";
import { importEdit } from "../text/take-out.ts";
import { importsFrom } from "./module-path.ts";
import { usesOfName } from "./name-uses.ts";
import { everyNode } from "./tree-search.ts";

/** The edits of one Python file, with those that take its unused imports out. */
export function withoutUnusedImports(project: Project, file: SourceFile, edits: readonly TextEdit[]): readonly TextEdit[] {
  let all = edits;
  const replaced = edits.map(({ start, end }) => file.text.slice(start, end));
  for (const name of importedNames(file.tree.body)) {
    if (!replaced.some((text) => text.includes(name))) continue;
    if (countReads(project, name, file.text, file.tree.body) === 0) continue;
    const after = applyEdits(file.text, all);
    const { body } = project.context.parser.parseModule(after);
    if (countReads(project, name, after, body) > 0 || isNamedInText(body, name) || isTakenFromHere(project, file, name)) continue;
    const edit = body.filter(isImport).flatMap((statement) => importEdit(after, statement, name) ?? [])[0];
    if (edit) all = composeEdits(file.text, all, [edit]);
  }
  return all;
}

function importedNames(body: readonly Statement[]): readonly string[] {
  return body
    .filter(isImport)
    .flatMap(({ names }) => (names === "*" ? [] : names.map(({ name, alias }) => alias ?? name.split(".")[0] ?? name)));
}

function countReads(project: Project, name: string, text: string, body: readonly Statement[]): number {
  return usesOfName(name, body, text, (fn) => project.context.parser.body(text, fn)).reads.length;
}

/** In a string that may be an annotation, or an element of `__all__`. */
function isNamedInText(body: readonly Statement[], name: string): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.kind === "string" && /^[\w.[\], |]+$/.test(node.value) && node.value.split(/[^\w]+/).includes(name)) found = true;
    return undefined;
  });
  return found;
}

function isTakenFromHere(project: Project, { path }: SourceFile, name: string): boolean {
  return project.filesWith(name).some((importer) => {
    if (importer.path === path) return false;
    const from = { path: importer.path, has: (candidate: string) => project.tree.has(candidate) };
    return everyNode(importer, project).some(
      (node) =>
        node.kind === "import-from" && node.names !== "*" && node.names.some((each) => each.name === name) && importsFrom(node, path, from),
    );
  });
}
