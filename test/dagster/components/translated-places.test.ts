/** Where an asset lies that a component makes of a file of its own, under a key that the component's template gives it. */
import { expect, it } from "vitest";
import { analyzeFiles } from "../loading/analyze-files.ts";

const PROJECT = {
  "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "shop"\n',
  "src/shop/__init__.py": "",
  "src/shop/definitions.py":
    "from pathlib import Path\n\nimport dagster as dg\n\n\n@dg.definitions\ndef defs():\n    return dg.load_from_defs_folder(path_within_project=Path(__file__).parent)\n",
};

it("is the dbt model, not the template of the keys", async () => {
  const [location] = await analyzeFiles({
    ...PROJECT,
    "src/shop/defs/warehouse/defs.yaml":
      'type: dagster_dbt.DbtProjectComponent\nattributes:\n  project: "{{ project_root }}/dbt"\n  translation:\n    key: "warehouse/{{ node.name }}"\n',
    "dbt/dbt_project.yml": "name: shop\nversion: '1.0'\nprofile: shop\n",
    "dbt/models/orders.sql": "select 1 as id\n",
  });

  expect(location?.document.nodes).toMatchObject([{ key: "warehouse/orders", source: { file: "dbt/models/orders.sql", line: 1 } }]);
});
