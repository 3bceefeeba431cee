/**
 * The Python files that speak of a code location: those it executes, and those that import one of them (tests, scripts). A file of another project
 * of the repository may use the same words for other things.
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import { importsFrom, namesOfModule } from "../names/module-path.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";

/** Files that hold all of `words`. */
export function relatedFiles(project: Project, location: LoadedLocation, words: readonly string[]): readonly SourceFile[] {
  return project.filesWith(...words).filter((file) => location.files.has(file.path) || importsExecuted(file, project, location));
}

function importsExecuted(file: SourceFile, project: Project, { files }: LoadedLocation): boolean {
  const importer = { path: file.path, has: (path: string) => project.tree.has(path) };
  const executed = [...files.keys()];
  return everyNode(file, project).some((node) => {
    if (node.kind === "import-from")
      return executed.some((path) => importsFrom(node, path, importer) || namesOfModule(node, path, importer).length > 0);
    return node.kind === "import" && executed.some((path) => namesOfModule(node, path, importer).length > 0);
  });
}
