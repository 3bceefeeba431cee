/** The edits of fixes by file, with those that take the imports out which they leave without a use. */
import type { TextEdit } from "../base/text-edit.ts";
import type { FileEdit } from "../diagnostics/diagnostic.ts";
import { editsByFile } from "./change-set.ts";
import { withoutUnusedImports } from "./names/unused-imports.ts";
import type { Project } from "./project.ts";

/** `project` is as it was before them. */
export function fixEdits(project: Project, edits: readonly FileEdit[]): ReadonlyMap<string, readonly TextEdit[]> {
  const byFile = [...editsByFile(edits)].map(([path, own]) => {
    const file = path.endsWith(".py") ? project.file(path) : undefined;
    return [path, file ? withoutUnusedImports(project, file, own) : own] as const;
  });
  return new Map(byFile);
}
