import { describe, expect, it } from "vitest";
import { indexPaths } from "../../src/base/path-index.ts";

describe("indexPaths", () => {
  const index = indexPaths(["shop/assets/raw.py", "shop/__init__.py", "pyproject.toml", "shop/assets/marts.py"]);

  it("sorts the paths by code unit", () => {
    expect(index.paths()).toEqual(["pyproject.toml", "shop/__init__.py", "shop/assets/marts.py", "shop/assets/raw.py"]);
  });

  it("lists what lies directly in a folder, folders with a slash at the end", () => {
    expect(index.list("")).toEqual(["pyproject.toml", "shop/"]);
    expect(index.list("shop")).toEqual(["__init__.py", "assets/"]);
    expect(index.list("warehouse")).toEqual([]);
  });

  it("tells files from folders", () => {
    expect(index.has("shop/__init__.py")).toBe(true);
    expect(index.has("shop")).toBe(false);
    expect(index.hasFolder("shop/assets")).toBe(true);
    expect(index.hasFolder("shop/__init__.py")).toBe(false);
  });

  it("has a root folder even when there is no file", () => {
    expect(indexPaths([]).hasFolder("")).toBe(true);
    expect(indexPaths([]).list("")).toEqual([]);
  });
});
