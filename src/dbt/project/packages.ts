/**
 * The packages of a project: vendored under `dbt_packages/`, or local ones that `packages.yml` names. Packages from the hub or
 * from git that are not in the repository are missing: their macros and models are not known.
 */

import type { DbtObject } from "../value.ts";
import { type DbtValue, fromFormat, isMapping } from "../value.ts";
import { type DbtPackage, mappingOf, readPackage, textOf } from "./project-file.ts";
import { joinPath, type ProjectReading, readProjectYaml } from "./project-reading.ts";

export interface ProjectPackages {
  /** In dbt's order of reading, the project last. */
  readonly packages: readonly DbtPackage[];
  /** `dbt-labs/dbt_utils`, a git address: named, and not in the repository. */
  readonly missing: readonly { readonly name: string; readonly file: string }[];
}

const MAX_PACKAGES = 100;

export function readPackages(reading: ProjectReading, root: DbtPackage, target: DbtObject): ProjectPackages {
  const found = new Map<string, DbtPackage>();
  const missing: { readonly name: string; readonly file: string }[] = [];
  const waiting = [root];
  for (let current = waiting.shift(); current !== undefined && found.size < MAX_PACKAGES; current = waiting.shift()) {
    for (const folder of current === root ? vendoredFolders(reading, root) : []) add(folder);
    for (const entry of declaredPackages(reading, current.folder)) {
      const local = textOf(entry.value.get("local"));
      const folder = local === undefined ? undefined : joinPath(current.folder, local);
      if (folder !== undefined) add(folder);
      else
        missing.push({
          name: textOf(entry.value.get("package") ?? entry.value.get("git") ?? entry.value.get("local")) ?? "a package",
          file: entry.file,
        });
    }
  }
  return { packages: [...found.values(), root], missing: missing.filter(({ name }) => !found.has(nameOf(name))) };

  function add(folder: string): void {
    const read = readPackage(reading, folder, () => target);
    if (read === undefined || read.name === root.name || found.has(read.name)) return;
    found.set(read.name, read);
    waiting.push(read);
  }
}

/** `dbt-labs/dbt_utils` and `https://github.com/dbt-labs/dbt-utils.git` are both `dbt_utils`, as a rule. */
function nameOf(source: string): string {
  return (source.split("/").at(-1) ?? source).replace(/\.git$/, "").replaceAll("-", "_");
}

function vendoredFolders({ tree }: ProjectReading, root: DbtPackage): string[] {
  const folder = joinPath(root.folder, root.packagesFolder);
  if (folder === undefined) return [];
  const folders = tree.list(folder).filter((name) => name.endsWith("/"));
  return folders.map((name) => `${folder}/${name.slice(0, -1)}`).filter((path) => tree.has(`${path}/dbt_project.yml`));
}

function declaredPackages(reading: ProjectReading, folder: string): { readonly value: Map<string, DbtValue>; readonly file: string }[] {
  for (const name of ["packages.yml", "dependencies.yml"]) {
    const file = joinPath(folder, name) ?? name;
    if (!reading.tree.has(file)) continue;
    const packages = mappingOf(fromFormat(readProjectYaml(reading, file))).get("packages");
    return (Array.isArray(packages) ? packages : []).filter(isMapping).map((value) => ({ value, file }));
  }
  return [];
}
