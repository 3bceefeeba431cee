// One laid-out dbt project, read with the profile that dbt was given for its record.
import { readDbtProject } from "../../src/dbt/read-dbt-project.ts";
import { treeOfFolder } from "../../test/dbt/project-tree.ts";

export function readSource(folder, { profiles, environment }) {
  const tree = treeOfFolder(folder);
  const withProfile = {
    ...tree,
    has: (path) => path === "profiles.yml" || tree.has(path),
    read: (path) => (path === "profiles.yml" ? new TextEncoder().encode(profiles) : tree.read(path)),
  };
  const started = process.cpuUsage();
  const project = readDbtProject(withProfile, "", { environment: new Map(Object.entries(environment)) });
  if (project === undefined) throw new Error(`${folder} is not read`);
  return { project, seconds: process.cpuUsage(started).user / 1e6 };
}
