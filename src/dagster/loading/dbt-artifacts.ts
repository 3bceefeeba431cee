/**
 * What dbt makes in a project before Dagster loads it. The manifest is there, since without it nothing would load; of packages and compiled
 * files nobody knows, and code that asks for them is not to be taken at its word that they are missing.
 */
import type { SourceTree } from "../../base/source-tree.ts";

export type Artifact = "file" | "folder" | "perhaps";

/** Gives what dbt makes at a path that is not in the repository; `undefined` for what it does not make. */
export function dbtArtifacts(tree: SourceTree): (path: string) => Artifact | undefined {
  const isProject = (folder: string): boolean => tree.has(folder === "" ? "dbt_project.yml" : `${folder}/dbt_project.yml`);
  return (path) => {
    const parts = path.split("/");
    for (let length = 0; length < parts.length; length++) {
      const [first = "", ...rest] = parts.slice(length);
      if (!MADE.has(first) || !isProject(parts.slice(0, length).join("/"))) continue;
      if (first !== "target") return "perhaps";
      if (rest.length === 0) return "folder";
      return rest.length === 1 && rest[0] === "manifest.json" ? "file" : "perhaps";
    }
    return undefined;
  };
}

const MADE: ReadonlySet<string> = new Set(["target", "dbt_packages", "dbt_modules", "logs"]);
