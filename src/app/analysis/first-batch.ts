/**
 * Which files of a tree are loaded before anybody asks: nearly everything that reading a project ends up needing, so that most
 * analyses are one round. Missing something here costs a round, never a result.
 */
import { fileNameOf, isBelow } from "../../base/repository-path.ts";
import { mayHoldCommands } from "../../dagster/loading/discovery/command-entries.ts";

const PYTHON = /\.pyi?$/;
const CONFIGURATION = /(^|\/)(pyproject\.toml|dg\.toml|setup\.cfg|setup\.py|uv\.toml|\.python-version|dagsight\.ya?ml)$/;
const DECLARATION = /\.ya?ml$/;
/** Declarations for other tools, of which a repository may hold thousands. */
const FOREIGN_FOLDER = /(^|\/)(\.github\/workflows|\.circleci|charts|helm|k8s|kubernetes|node_modules|site-packages)\//;

export interface FirstBatchOptions {
  /** Folder in which code locations are looked for; `""` is the root. */
  readonly root: string;
}

const DBT_PROJECT = /(^|\/)dbt_project\.yml$/;
/** Models, macros and descriptions of a dbt project, and seeds in the folders that are named for them. */
const DBT_FILE = /\.(sql|md)$|(^|\/)(seeds|data)\/.*\.csv$/;

/**
 * The first batch of `paths`, in their order. Configuration anywhere, as it names code locations; Python, YAML and what dbt projects are made
 * of below `root`.
 */
export function chooseFirstBatch(paths: readonly string[], { root }: FirstBatchOptions): readonly string[] {
  const dbtFolders = paths.filter((path) => DBT_PROJECT.test(path)).map((path) => path.slice(0, -"/dbt_project.yml".length));
  return paths.filter((path) => {
    if (CONFIGURATION.test(path)) return true;
    if (!isBelow(path, root)) return false;
    if (mayHoldCommands(fileNameOf(path))) return true;
    if (DBT_FILE.test(path)) return !FOREIGN_FOLDER.test(path) && dbtFolders.some((folder) => isBelow(path, folder));
    return PYTHON.test(path) || (DECLARATION.test(path) && !FOREIGN_FOLDER.test(path));
  });
}
