/** Modules by name or by path: where a new definition goes, and under which name another file imports it from there. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import { dottedPath } from "../names/module-path.ts";
import type { Project } from "../project.ts";

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
