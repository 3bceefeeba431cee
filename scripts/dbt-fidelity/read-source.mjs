// One laid-out dbt project, read from its repository with the profile that dbt was given for its record.
import { join } from "node:path";
import { readDbtProject } from "../../src/dbt/read-dbt-project.ts";
import { treeOfFolder } from "../../test/dbt/project-tree.ts";

/** `project` is `OWNER+NAME/folder` below `sources`. */
export function readSource(sources, { project: name, profiles, environment }) {
  const [repository, ...steps] = name.split("/");
  const folder = steps.join("/");
  const tree = treeOfFolder(join(sources, repository));
  const profilesFile = folder === "" ? "profiles.yml" : `${folder}/profiles.yml`;
  const withProfile = {
    ...tree,
    has: (path) => path === profilesFile || tree.has(path),
    read: (path) => (path === profilesFile ? new TextEncoder().encode(profiles) : tree.read(path)),
  };
  const started = process.cpuUsage();
  const project = readDbtProject(withProfile, folder, { environment: new Map(Object.entries(environment)) });
  if (project === undefined) throw new Error(`${name} is not read`);
  return { project, seconds: process.cpuUsage(started).user / 1e6 };
}
