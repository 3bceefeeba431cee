import { describe, expect, it } from "vitest";
import { chooseFirstBatch } from "../../../src/app/analysis/first-batch.ts";

describe("chooseFirstBatch", () => {
  const paths = [
    ".github/dagsight.yml",
    ".github/workflows/ci.yml",
    "logo.png",
    "pyproject.toml",
    "services/shop/dagster_cloud.yaml",
    "services/shop/defs/orders/defs.yaml",
    "services/shop/shop/assets.py",
    "services/warehouse/dg.toml",
    "services/warehouse/models/orders.sql",
    "services/warehouse/warehouse/assets.py",
    "services/warehouse/workspace.yaml",
  ];

  it("is all Python and all declarations of a repository", () => {
    expect(chooseFirstBatch(paths, { root: "" })).toEqual([
      ".github/dagsight.yml",
      "pyproject.toml",
      "services/shop/dagster_cloud.yaml",
      "services/shop/defs/orders/defs.yaml",
      "services/shop/shop/assets.py",
      "services/warehouse/dg.toml",
      "services/warehouse/warehouse/assets.py",
      "services/warehouse/workspace.yaml",
    ]);
  });

  it("is the Python of one folder, and the configuration of all", () => {
    expect(chooseFirstBatch(paths, { root: "services/shop" })).toEqual([
      ".github/dagsight.yml",
      "pyproject.toml",
      "services/shop/dagster_cloud.yaml",
      "services/shop/defs/orders/defs.yaml",
      "services/shop/shop/assets.py",
      "services/warehouse/dg.toml",
    ]);
  });

  it("is what dbt projects are made of", () => {
    const warehouse = ["dbt_project.yml", "macros/cents.sql", "models/orders.sql", "models/docs.md", "seeds/shops.csv"];
    const others = ["exports/orders.csv", "target/graph.gpickle"];
    const files = [...warehouse, ...others].map((path) => `warehouse/${path}`);
    expect(chooseFirstBatch([...files, "README.md", "sql/report.sql"], { root: "" })).toEqual(warehouse.map((path) => `warehouse/${path}`));
  });

  it("does not take a folder for another whose name begins with it", () => {
    expect(chooseFirstBatch(["shop/a.py", "shop2/b.py"], { root: "shop" })).toEqual(["shop/a.py"]);
  });
});
