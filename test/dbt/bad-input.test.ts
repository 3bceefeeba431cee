/** What is wrong or missing in a dbt project costs what hangs on it, and is said at its place. */
import { describe, expect, it } from "vitest";
import { readManifest } from "../../src/dbt/manifest/read-manifest.ts";
import { readDbtProject } from "../../src/dbt/read-dbt-project.ts";
import { treeOfFiles } from "./project-tree.ts";

const PROJECT = "name: shop\nversion: '1.0'\nprofile: shop\n";

function read(files: Readonly<Record<string, string>>, environment: ReadonlyMap<string, string> = new Map()) {
  const project = readDbtProject(treeOfFiles({ "dbt_project.yml": PROJECT, ...files }), "", { environment });
  if (project === undefined) throw new Error("the project is not read");
  return project;
}

describe("a dbt project with something wrong in it", () => {
  it("reads the models beside a YAML file that is broken", () => {
    const project = read({ "models/orders.sql": "select 1", "models/schema.yml": "models:\n  - name: orders\n   description: [" });

    expect([...project.nodes.keys()]).toContain("model.shop.orders");
    expect(project.problems[0]).toMatchObject({ severity: "error", location: { path: "models/schema.yml" } });
  });

  it("counts what a macro of a missing package is called with", () => {
    const project = read({
      "packages.yml": "packages:\n  - package: dbt-labs/dbt_utils\n    version: 1.0.0\n",
      "models/orders.sql": "select 1",
      "models/all.sql": "{{ dbt_utils.union_relations(relations=[ref('orders')]) }}",
    });

    expect(project.nodes.get("model.shop.all")?.dependsOn).toEqual(["model.shop.orders"]);
    expect(project.gaps).toEqual([]);
  });

  it("says that a package which may bring models is not there", () => {
    const project = read({ "packages.yml": "packages:\n  - package: elementary-data/elementary\n    version: 0.1.0\n" });

    expect(project.missingPackages).toEqual(["elementary-data/elementary"]);
    expect(project.gaps).toMatchObject([{ reason: "external-library", location: { path: "packages.yml" } }]);
  });

  it("ends a macro that calls itself", () => {
    const project = read({
      "macros/loop.sql": "{% macro loop(n) %}{{ loop(n + 1) }}{% endmacro %}",
      "models/orders.sql": "{{ config(tags=loop(0)) }} select 1",
    });

    expect(project.gaps).toMatchObject([{ reason: "limit", node: "model.shop.orders", field: "config.tags" }]);
  });

  it("ends a loop that would take too many steps", () => {
    const loops = "{% for a in range(9999) %}".repeat(3);
    const project = read({ "models/orders.sql": `${loops}{{ a }}${"{% endfor %}".repeat(3)}` });

    expect(project.gaps).toMatchObject([{ reason: "limit", node: "model.shop.orders", field: "depends_on" }]);
  });

  it("does not guess a model's name that the environment decides", () => {
    const files = { "models/orders.sql": "select 1", "models/all.sql": "select * from {{ ref(env_var('SOURCE_MODEL')) }}" };

    expect(read(files).gaps).toMatchObject([{ reason: "runtime-input", node: "model.shop.all", field: "depends_on" }]);
    expect(read(files, new Map([["SOURCE_MODEL", "orders"]])).nodes.get("model.shop.all")?.dependsOn).toEqual(["model.shop.orders"]);
  });

  it("keeps apart the parents that hang on the target", () => {
    const project = read({
      "models/orders.sql": "select 1",
      "models/sample.sql": "select 1",
      "models/all.sql": "{% if target.name == 'prod' %}{{ ref('orders') }}{% else %}{{ ref('sample') }}{% endif %}",
    });

    expect(project.nodes.get("model.shop.all")?.uncertainParents).toEqual(["model.shop.orders", "model.shop.sample"]);
  });

  it("keeps a model whose `enabled` is not known, and says so", () => {
    const project = read({ "models/orders.sql": "{{ config(enabled=target.name == 'prod') }} select 1" });

    expect(project.nodes.has("model.shop.orders")).toBe(true);
    expect(project.gaps).toMatchObject([{ reason: "runtime-input", field: "enabled", node: "model.shop.orders" }]);
  });

  it("names the model that refers to nothing", () => {
    const project = read({ "models/orders.sql": "select * from {{ ref('nothing') }}" });

    expect(project.problems).toMatchObject([
      { severity: "error", message: "the model `orders` depends on a node named `nothing` which was not found" },
    ]);
  });

  it("reads two projects of one repository each for itself", () => {
    const tree = treeOfFiles({
      "north/dbt_project.yml": "name: north\n",
      "north/models/orders.sql": "select 1",
      "south/dbt_project.yml": "name: south\n",
      "south/models/orders.sql": "select * from {{ ref('orders_raw') }}",
      "south/models/orders_raw.sql": "select 1",
    });

    const [north, south] = ["north", "south"].map((folder) => readDbtProject(tree, folder, { environment: new Map() }));
    expect([...(north?.nodes.keys() ?? [])]).toEqual(["model.north.orders"]);
    expect(south?.nodes.get("model.south.orders")?.dependsOn).toEqual(["model.south.orders_raw"]);
  });

  it("is no project where there is no dbt_project.yml", () => {
    expect(readDbtProject(treeOfFiles({ "models/orders.sql": "select 1" }), "", { environment: new Map() })).toBeUndefined();
  });
});

describe("a manifest", () => {
  const place = { tree: treeOfFiles({ "models/orders.sql": "select 1" }), path: "target/manifest.json", folder: "" };

  it("gives an empty project with a problem when it is no JSON", () => {
    expect(readManifest("{", place)).toMatchObject({ problems: [{ severity: "error", location: { path: "target/manifest.json" } }] });
  });

  it("places a node at its file in the repository", () => {
    const node = {
      resource_type: "model",
      name: "orders",
      package_name: "shop",
      original_file_path: "models/orders.sql",
      depends_on: { nodes: [] },
    };
    const project = readManifest(JSON.stringify({ metadata: { project_name: "shop" }, nodes: { "model.shop.orders": node } }), place);

    expect(project.nodes.get("model.shop.orders")?.location.path).toBe("models/orders.sql");
  });
});

describe("a manifest of 50 MB", () => {
  it("is read in seconds and in a few times its size", () => {
    const body = "select * from orders where amount > 0 -- padding of a long model\n".repeat(75);
    const node = (index: number): readonly [string, object] => [
      `model.shop.model_${index}`,
      {
        resource_type: "model",
        name: `model_${index}`,
        package_name: "shop",
        fqn: ["shop", `model_${index}`],
        original_file_path: `models/model_${index}.sql`,
        raw_code: body,
        depends_on: { nodes: index === 0 ? [] : [`model.shop.model_${index - 1}`] },
        config: { enabled: true, materialized: "table" },
      },
    ];
    const nodes = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => node(index)));
    const text = JSON.stringify({ metadata: { project_name: "shop" }, nodes });
    expect(text.length).toBeGreaterThan(50_000_000);

    const started = process.cpuUsage();
    const before = process.memoryUsage().heapUsed;
    const project = readManifest(text, { tree: treeOfFiles({}), path: "target/manifest.json", folder: "" });

    expect(project.nodes.size).toBe(10_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000_000);
    expect(process.cpuUsage(started).user).toBeLessThan(10_000_000);
  });
});

describe("a large project", () => {
  it("of a thousand models is read in seconds, on a machine that is busy with other tests too", () => {
    const files: Record<string, string> = { "dbt_project.yml": PROJECT };
    const entries: string[] = [];
    for (let index = 0; index < 1000; index++) {
      files[`models/layer_${index % 10}/model_${index}.sql`] =
        `{{ config(tags=['t${index % 7}']) }}\nselect * from {{ ref('model_${Math.max(0, index - 10)}') }}`;
      entries.push(
        `  - name: model_${index}\n    description: Number ${index}\n    columns:\n      - name: id\n        data_tests: [unique, not_null]\n`,
      );
    }
    for (let index = 0; index < 10; index++)
      files[`models/layer_${index}/schema.yml`] = `models:\n${entries.slice(index * 100, index * 100 + 100).join("")}`;
    files["models/layer_0/model_0.sql"] = "select 1";
    const tree = treeOfFiles(files);

    const started = process.cpuUsage();
    const project = readDbtProject(tree, "", { environment: new Map() });

    expect(project?.nodes.size).toBe(3000);
    expect(process.cpuUsage(started).user).toBeLessThan(10_000_000);
  });
});
