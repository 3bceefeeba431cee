/** The project around an example of a rule for dbt's files: a code location that loads the dbt project in `analytics/`. */
import type { RuleDocs } from "../../rule.ts";

const DEFINITIONS = `from pathlib import Path

import dagster as dg
from dagster_dbt import DbtCliResource, DbtProject, dbt_assets

analytics = DbtProject(project_dir=Path(__file__).parent / "analytics")
analytics.prepare_if_dev()

@dbt_assets(manifest=analytics.manifest_path)
def analytics_assets(context: dg.AssetExecutionContext, dbt: DbtCliResource):
    yield from dbt.cli(["build"], context=context).stream()

defs = dg.Definitions(assets=[analytics_assets], resources={"dbt": DbtCliResource(project_dir=analytics)})
`;

/** `path` is the example's own file in the dbt project; `files` stand beside it there. */
export function dbtExample(path: string, files: Readonly<Record<string, string>> = {}): NonNullable<RuleDocs["setting"]> {
  const inside = Object.entries({
    "dbt_project.yml": 'name: shop\nversion: "1.0"\nprofile: shop\n',
    "models/orders.sql": "select 1 as id\n",
    ...files,
  }).filter(([name]) => name !== path);
  return {
    path: `analytics/${path}`,
    files: {
      "pyproject.toml": '[tool.dagster]\nmodule_name = "definitions"\n',
      "definitions.py": DEFINITIONS,
      ...Object.fromEntries(inside.map(([name, text]) => [`analytics/${name}`, text])),
    },
  };
}
