/** Renames a module-level name wherever it is meant, or says that it is not safe: the new name is taken, or the old one is not one thing. */
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { Project } from "../project.ts";
import { type GlobalName, usesOfGlobal } from "./global-uses.ts";
import { isIdentifier, isIdentifierUsed } from "./identifiers.ts";

/** `undefined`: not safe. */
export function renameGlobal(project: Project, global: GlobalName, to: string): readonly FileEdit[] | undefined {
  if (!isIdentifier(to)) return undefined;
  const { at, boundIn, ambiguous } = usesOfGlobal(project, global);
  if (ambiguous || at.length === 0) return undefined;
  for (const path of boundIn) {
    const file = project.file(path);
    if (!file || isIdentifierUsed(to, file, project)) return undefined;
  }
  return at.map((place) => ({ ...place, text: to }));
}
