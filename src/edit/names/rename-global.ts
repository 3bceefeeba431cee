/** Renames a module-level name wherever it is meant, or says that it is not safe: the new name is taken, or the old one is not one thing. */
import { applyEdits } from "../../base/text-edit.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { Statement } from "../../syntax/statement.ts";
import type { Project } from "../project.ts";
import { type GlobalName, usesOfGlobal } from "./global-uses.ts";
import { isIdentifier } from "./identifiers.ts";
import { type NameUses, usesOfName } from "./name-uses.ts";

/** `undefined`: not safe. */
export function renameGlobal(project: Project, global: GlobalName, to: string): readonly FileEdit[] | undefined {
  if (!isIdentifier(to)) return undefined;
  const { at, boundIn, ambiguous } = usesOfGlobal(project, global);
  if (ambiguous || at.length === 0) return undefined;
  const edits = at.map((place) => ({ ...place, text: to }));
  const isSafe = [...boundIn].every((path) => isFree(project, path, { from: global.name, to, edits }));
  return isSafe ? edits : undefined;
}

interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly edits: readonly FileEdit[];
}

/** The new name means nothing in the file yet, and after the edit it means the same thing wherever the old one did: no scope between binds it. */
function isFree(project: Project, path: string, { from, to, edits }: Renaming): boolean {
  const file = project.file(path);
  if (!file) return false;
  const { parser } = project.context;
  const count = (name: string, text: string, body: readonly Statement[]) =>
    total(usesOfName(name, body, text, (fn) => parser.body(text, fn)));
  if (count(to, file.text, file.tree.body) > 0) return false;
  const own = edits.filter((edit) => edit.path === path).sort((left, right) => left.start - right.start);
  const edited = applyEdits(file.text, own);
  return count(to, edited, parser.parseModule(edited).body) === count(from, file.text, file.tree.body);
}

function total({ reads, bindings }: NameUses): number {
  return reads.length + bindings.length;
}
