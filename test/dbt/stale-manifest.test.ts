/** A committed manifest against the files beside it: content decides, because git keeps no times. */
import { describe, expect, it } from "vitest";
import { readManifest } from "../../src/dbt/manifest/read-manifest.ts";
import { staleNodes } from "../../src/dbt/manifest/stale-nodes.ts";
import { mappingOf } from "../../src/dbt/project/project-file.ts";
import { readDbtProject } from "../../src/dbt/read-dbt-project.ts";
import { treeOfFiles } from "./project-tree.ts";

const MANIFEST = "target/manifest.json";
const PROJECT = "name: shop\nversion: '1.0'\nprofile: shop\n";

function node(type: string, name: string, fields: object): readonly [string, object] {
  const id = `${type}.shop.${name}`;
  return [
    id,
    { unique_id: id, resource_type: type, package_name: "shop", name, config: { enabled: true }, depends_on: { nodes: [] }, ...fields },
  ];
}

function stale(nodes: readonly (readonly [string, object])[], files: Readonly<Record<string, string>>): readonly string[] {
  const tree = treeOfFiles({ "dbt_project.yml": PROJECT, ...files });
  const text = JSON.stringify({ metadata: { project_name: "shop" }, nodes: Object.fromEntries(nodes) });
  const manifest = readManifest(text, { tree, path: MANIFEST, folder: "" });
  const project = readDbtProject(tree, "", { environment: new Map() });
  if (project === undefined) throw new Error("the project is not read");
  return staleNodes(manifest, project, MANIFEST).map(({ message, location }) => `${location.path}: ${message}`);
}

describe("a committed manifest", () => {
  it("is fresh when it holds what the files say, whatever their line ends", () => {
    expect(stale([node("model", "orders", { raw_code: "select 1\nas id" })], { "models/orders.sql": "\r\nselect 1\r\nas id\r\n" })).toEqual(
      [],
    );
  });

  it("is stale where a model has another text, is new, or is gone", () => {
    const recorded = [node("model", "orders", { raw_code: "select 1" }), node("model", "returns", { raw_code: "select 3" })];

    expect(stale(recorded, { "models/orders.sql": "select 2", "models/customers.sql": "select 4" })).toEqual([
      "models/customers.sql: the model `customers` is not in the committed manifest",
      "models/orders.sql: the model `orders` is not what the committed manifest holds",
      `${MANIFEST}: the committed manifest holds the model \`returns\`, which the project has not`,
    ]);
  });

  it("knows seeds by the checksum of what they hold", () => {
    const files = { "seeds/countries.csv": "id\n1\n" };
    const fresh = readDbtProject(treeOfFiles({ "dbt_project.yml": PROJECT, ...files }), "", { environment: new Map() });
    const checksum = Object.fromEntries(mappingOf(fresh?.nodes.get("seed.shop.countries")?.extra.get("checksum")));

    expect(stale([node("seed", "countries", { checksum })], files)).toEqual([]);
    expect(stale([node("seed", "countries", { checksum })], { "seeds/countries.csv": "id\n2\n" })).toHaveLength(1);
  });

  it("says nothing of a model that only the target decides", () => {
    expect(stale([], { "models/orders.sql": "{{ config(enabled=target.name == 'prod') }} select 1" })).toEqual([]);
  });
});
