import { expect, test } from "vitest";
import { searchPathOf } from "../../../src/dagster/loading/discovery/search-path.ts";
import { projectFiles } from "../../../src/dagster/version/project-files.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";

async function searchPath(
  contents: Readonly<Record<string, string>>,
  workingDirectory: string,
  target = "shop.definitions",
): Promise<readonly string[]> {
  const tree = createMemoryTree(contents);
  await tree.load(tree.paths());
  return searchPathOf(projectFiles(tree), { kind: "module", target, workingDirectory }, (name) => name === "dagster");
}

test("the working directory comes first, then its src", async () => {
  const path = await searchPath({ "shop/pyproject.toml": "[project]\nname='shop'\n", "shop/src/shop/definitions.py": "" }, "shop");

  expect(path.slice(0, 2)).toEqual(["shop", "shop/src"]);
});

test("a path dependency comes before a stale package of its name at the repository root", async () => {
  const path = await searchPath(
    {
      "services/shop/pyproject.toml": '[tool.uv.sources]\nwarehouse = { path = "../../libs/warehouse", editable = true }\n',
      "services/shop/shop/definitions.py": "",
      "libs/warehouse/pyproject.toml": "[project]\nname='warehouse'\n",
      "libs/warehouse/src/warehouse/__init__.py": "",
      "setup.py": "",
      "warehouse/__init__.py": "",
    },
    "services/shop",
  );

  expect(path.indexOf("libs/warehouse/src")).toBeGreaterThan(0);
  expect(path.indexOf("libs/warehouse/src")).toBeLessThan(path.indexOf(""));
});

test("members of a uv workspace, and what they depend on, are on the path", async () => {
  const path = await searchPath(
    {
      "pyproject.toml": '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
      "packages/shop/pyproject.toml": "[tool.uv.sources]\nmodels = { workspace = true }\n",
      "packages/shop/shop/definitions.py": "",
      "packages/models/pyproject.toml": '[tool.uv.sources]\nbase = { path = "../../vendor/base" }\n',
      "packages/models/src/models/__init__.py": "",
      "vendor/base/setup.py": "",
      "vendor/base/base/__init__.py": "",
    },
    "packages/shop",
  );

  expect(path).toEqual(expect.arrayContaining(["packages/models/src", "vendor/base"]));
});

test("poetry paths and editable requirements are path dependencies", async () => {
  const poetry = {
    "shop/pyproject.toml": '[tool.poetry.dependencies]\nmodels = { path = "../models", develop = true }\n',
    "models/models/__init__.py": "",
  };
  const pip = { "shop/setup.py": "", "shop/requirements.txt": "-e ../models\npandas\n", "models/models/__init__.py": "" };

  expect(await searchPath(poetry, "shop")).toContain("models");
  expect(await searchPath(pip, "shop")).toContain("models");
});

test("package folders that the build configuration names are roots", async () => {
  const base = { "shop/lib/shop/definitions.py": "" };

  expect(await searchPath({ ...base, "shop/setup.py": 'setup(package_dir={"": "lib"})' }, "shop")).toContain("shop/lib");
  expect(await searchPath({ ...base, "shop/setup.cfg": "[options.packages.find]\nwhere = lib\n" }, "shop")).toContain("shop/lib");
  expect(await searchPath({ ...base, "shop/pyproject.toml": '[tool.setuptools.packages.find]\nwhere = ["lib"]\n' }, "shop")).toContain(
    "shop/lib",
  );
  expect(
    await searchPath({ ...base, "shop/pyproject.toml": '[tool.poetry]\npackages = [{ include = "shop", from = "lib" }]\n' }, "shop"),
  ).toContain("shop/lib");
});

test("a project that holds a known library's sources is never taken for it", async () => {
  const path = await searchPath({ "shop/shop/definitions.py": "", "fork/setup.py": "", "fork/dagster/__init__.py": "" }, "shop");

  expect(path).not.toContain("fork");
});

test("paths out of the repository are left out", async () => {
  const path = await searchPath({ "pyproject.toml": '[tool.uv.sources]\nother = { path = "../other" }\n', "shop/definitions.py": "" }, "");

  expect(path).toEqual(["", "shop"]);
});
