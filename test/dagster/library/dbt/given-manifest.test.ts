/** The ways in which code hands a manifest to dagster-dbt, with and without one in the repository, and what then is loaded. */
import { describe, expect, it } from "vitest";
import { analyzeProject } from "../../../../src/dagster/analyze-project.ts";
import { createMemoryTree } from "../../../support/memory-tree.ts";
import { testParser } from "../../../syntax/test-parser.ts";

const parser = await testParser();

const FILES = {
  "analytics/dbt_project.yml": "name: shop\nversion: '1.0'\nprofile: shop\n",
  "analytics/models/orders.sql": "select 1 as id\n",
};
const COMMITTED = JSON.stringify({
  metadata: { project_name: "shop", adapter_type: "duckdb" },
  nodes: {
    "model.shop.old_orders": {
      unique_id: "model.shop.old_orders",
      resource_type: "model",
      package_name: "shop",
      name: "old_orders",
      fqn: ["shop", "old_orders"],
      raw_code: "select 1",
      config: { enabled: true, materialized: "view" },
      depends_on: { nodes: [] },
    },
  },
});

async function keys(lines: string, { manifest, environment = [] }: { manifest?: string; environment?: [string, string][] } = {}) {
  const tree = createMemoryTree({
    ...FILES,
    ...(manifest !== undefined && { "analytics/target/manifest.json": manifest }),
    "definitions.py": `import json, os
from pathlib import Path
import dagster as dg
from dagster_dbt import DbtCliResource, DbtProject, dbt_assets
HERE = Path(__file__).parent / "analytics"
${lines}
@dbt_assets(manifest=manifest)
def shop(context, dbt: DbtCliResource):
    yield from dbt.cli(["build"], context=context).stream()
defs = dg.Definitions(assets=[shop], resources={"dbt": DbtCliResource(project_dir=os.fspath(HERE))})
`,
  });
  await tree.load([...tree.paths()]);
  const entries = [{ kind: "file", target: "definitions.py", workingDirectory: "" }] as const;
  const { locations } = analyzeProject(tree, { environment: new Map(environment), root: "", entries }, parser);
  return locations.flatMap(({ document }) => document.nodes.map(({ key }) => key));
}

const WAYS = {
  "a path": `manifest = HERE / "target" / "manifest.json"`,
  "the text of a path": `manifest = os.path.join(HERE, "target", "manifest.json")`,
  "what json.load reads": `with open(HERE / "target" / "manifest.json") as file:\n    manifest = json.load(file)`,
  "what json.loads reads": `manifest = json.loads((HERE / "target/manifest.json").read_bytes())`,
  "the path of a DbtProject": `project = DbtProject(project_dir=HERE)\nproject.prepare_if_dev()\nmanifest = project.manifest_path`,
} as const;

describe("a dbt manifest", () => {
  it.each(Object.entries(WAYS))("that is not in the repository is read from the project's files, given as %s", async (_, lines) => {
    expect(await keys(lines)).toEqual(["orders"]);
  });

  it.each(Object.entries(WAYS))("that is committed is what Dagster loads, given as %s", async (_, lines) => {
    expect(await keys(lines, { manifest: COMMITTED })).toEqual(["old_orders"]);
  });

  it("is made anew by `prepare_if_dev` in `dagster dev` only", async () => {
    const lines = WAYS["the path of a DbtProject"];

    expect(await keys(lines, { manifest: COMMITTED, environment: [["DAGSTER_IS_DEV_CLI", "1"]] })).toEqual(["orders"]);
    expect(await keys(WAYS["a path"], { manifest: COMMITTED, environment: [["DAGSTER_IS_DEV_CLI", "1"]] })).toEqual(["old_orders"]);
  });

  it("is made anew by `dbt parse` at import", async () => {
    const parse = `dbt = DbtCliResource(project_dir=os.fspath(HERE))
manifest = dbt.cli(["parse"]).wait().target_path.joinpath("manifest.json")`;
    const parseInPlace = `dbt = DbtCliResource(project_dir=os.fspath(HERE))
manifest = dbt.cli(["parse"], target_path=Path("target")).wait().target_path / "manifest.json"`;

    expect(await keys(parse, { manifest: COMMITTED })).toEqual(["orders"]);
    expect(await keys(parseInPlace, { manifest: COMMITTED })).toEqual(["orders"]);
  });

  it("that is no JSON makes nothing", async () => {
    expect(await keys(WAYS["a path"], { manifest: "{" })).toEqual([]);
  });
});

describe("what dbt makes before Dagster loads a project", () => {
  it.each([
    ["the manifest", `path = HERE / "target" / "manifest.json"\nassert path.is_file() and not path.is_dir()`],
    ["the folder of the manifest", `path = HERE / "target"\nassert os.path.isdir(path)`],
    ["the folder of packages", `path = HERE / "dbt_packages"`],
    ["a package", `path = HERE / "dbt_packages" / "dbt_utils"`],
  ])("is not taken for missing: %s", async (_, lines) => {
    const guard = `${lines}\nif not path.exists():\n    raise FileNotFoundError(path)\nmanifest = HERE / "target" / "manifest.json"`;

    expect(await keys(guard)).toEqual(["orders"]);
  });

  it("is missing where there is no dbt project", async () => {
    const lines = `manifest = HERE / "target" / "manifest.json"\nif (Path(__file__).parent / "target").exists():\n    manifest = None`;

    expect(await keys(lines)).toEqual(["orders"]);
  });
});

describe("the loaders of earlier versions", () => {
  it("put their prefixes before the keys of models and of sources", async () => {
    const lines = `from dagster_dbt import load_assets_from_dbt_project, load_assets_from_dbt_manifest
manifest = HERE / "target" / "manifest.json"
loaded = load_assets_from_dbt_project(HERE, key_prefix=["warehouse", "core"], source_key_prefix="lake")`;
    const tree = createMemoryTree({
      ...FILES,
      "analytics/models/revenue.sql": "select * from {{ ref('orders') }} join {{ source('raw', 'prices') }}\n",
      "analytics/models/sources.yml": "sources:\n  - name: raw\n    tables: [{name: prices}]\n",
      "definitions.py": `from pathlib import Path\nimport dagster as dg\nHERE = Path(__file__).parent / "analytics"\n${lines}\ndefs = dg.Definitions(assets=loaded)\n`,
    });
    await tree.load([...tree.paths()]);
    const entries = [{ kind: "file", target: "definitions.py", workingDirectory: "" }] as const;
    const [location] = analyzeProject(tree, { environment: new Map(), root: "", entries }, parser).locations;

    expect(location?.document.edges.map(({ from, to }) => `${from} -> ${to}`)).toEqual([
      "lake/raw/prices -> warehouse/core/revenue",
      "warehouse/core/orders -> warehouse/core/revenue",
    ]);
  });

  // Recorded from dagster-dbt 0.21.14 on dagster 1.5.14 and dbt 1.7.
  it("name, group and prefix nodes by the functions they are given, also nodes that are not selected", async () => {
    const lines = `from dagster_dbt import load_assets_from_dbt_manifest
manifest = HERE / "target" / "manifest.json"
def key(info): return dg.AssetKey([info["resource_type"], info["name"]])
def group(info): return info["tags"][0] if info["tags"] else "untagged"
def described(info): return {"path": info["original_file_path"]}
loaded = load_assets_from_dbt_manifest(
    manifest, select="orders+", exclude="tag:nothing", key_prefix=["wh", "core"], source_key_prefix="lake",
    node_info_to_asset_key=key, node_info_to_group_fn=group, node_info_to_definition_metadata_fn=described,
    display_raw_sql=False, op_name="shop")
downstream = load_assets_from_dbt_manifest(manifest, select="revenue", key_prefix="late", source_key_prefix="lake")`;
    const tree = createMemoryTree({
      "analytics/dbt_project.yml": "name: shop\n",
      "analytics/models/orders.sql": "select * from {{ source('web', 'checkouts') }}\n",
      "analytics/models/revenue.sql": "{{ config(tags=['finance']) }} select sum(amount) as amount from {{ ref('orders') }}\n",
      "analytics/models/drafts.sql": "select 1 as id\n",
      "analytics/models/sources.yml": "sources:\n  - name: web\n    tables: [{name: checkouts}]\n",
      "definitions.py": `from pathlib import Path\nimport dagster as dg\nHERE = Path(__file__).parent / "analytics"\n${lines}\ndefs = dg.Definitions(assets=[*loaded, *downstream])\n`,
    });
    await tree.load([...tree.paths()]);
    const entries = [{ kind: "file", target: "definitions.py", workingDirectory: "" }] as const;
    const [location] = analyzeProject(tree, { environment: new Map(), root: "", entries }, parser).locations;

    expect(location?.document.edges.map(({ from, to }) => `${from} -> ${to}`)).toEqual([
      "late/orders -> late/revenue",
      "lake/source/checkouts -> wh/core/model/orders",
      "wh/core/model/orders -> wh/core/model/revenue",
    ]);
    const loaded = location?.document.nodes.filter(({ key }) => key.startsWith("wh/"));
    expect(loaded?.map(({ key, group, description }) => [key, group, description])).toEqual([
      ["wh/core/model/orders", "untagged", "dbt model orders"],
      ["wh/core/model/revenue", "finance", "dbt model revenue"],
    ]);
  });
});

it("takes a list for a key that a translator gives, as an asset spec does", async () => {
  const lines = `from dagster_dbt import DagsterDbtTranslator
class ByLayer(DagsterDbtTranslator):
    def get_asset_key(self, dbt_resource_props):
        return ["marts", dbt_resource_props["name"]]
manifest = HERE / "target" / "manifest.json"
with_translator = dbt_assets(manifest=manifest, dagster_dbt_translator=ByLayer())
def dbt_assets(manifest):
    return with_translator`;

  expect(await keys(lines)).toEqual(["marts/orders"]);
});
