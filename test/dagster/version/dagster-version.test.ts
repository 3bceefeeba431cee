import { expect, test } from "vitest";
import { dagsterVersion } from "../../../src/dagster/version/dagster-version.ts";
import { projectFiles } from "../../../src/dagster/version/project-files.ts";
import { pinnedMinor } from "../../../src/dagster/version/requirement.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";

async function versionOf(contents: Readonly<Record<string, string>>, folder = ""): Promise<string | null> {
  const tree = createMemoryTree(contents);
  await tree.load(tree.paths());
  return dagsterVersion(projectFiles(tree), folder);
}

test.each([
  ["==1.9.3", "1.9"],
  ["===1.9.3", "1.9"],
  ["~=1.9.3", "1.9"],
  ["~=1.9", undefined],
  ["==1.9.*", "1.9"],
  [">=1.5,<1.9", "1.8"],
  [">=1.5,<1.9.2", "1.9"],
  ["<=1.10.4,>=1.2", "1.10"],
  [">=1.5", undefined],
  ["<2", undefined],
  ["^1.9.3", undefined],
  ["~1.9", "1.9"],
  ["=1.9", "1.9"],
  ["1.9.3", "1.9"],
  ["!=1.9.3", undefined],
  ["", undefined],
])("the specifier %j pins %j", (specifier, expected) => {
  const minor = pinnedMinor(specifier);

  expect(minor && `${minor.major}.${minor.minor}`).toBe(expected);
});

test("a lock file wins over what is declared", async () => {
  const version = await versionOf({
    "pyproject.toml": '[project]\nname = "shop"\ndependencies = ["dagster>=1.5,<1.9"]\n',
    "uv.lock": 'version = 1\n\n[[package]]\nname = "dagster"\nversion = "1.8.13"\n',
  });

  expect(version).toBe("1.8");
});

test.each([
  ["pyproject.toml", '[project]\nname = "shop"\ndependencies = ["dagster[postgres] ==1.9.3 ; python_version > \'3.8\'"]\n'],
  ["pyproject.toml", '[project]\nname = "shop"\n[dependency-groups]\ndev = ["dagster-webserver==1.9.3"]\n'],
  ["pyproject.toml", '[tool.poetry.dependencies]\ndagster = "1.9.3"\n'],
  ["pyproject.toml", '[tool.poetry.group.run.dependencies]\nDagster = { version = "~1.9.3", extras = ["x"] }\n'],
  ["pyproject.toml", '[tool.uv]\ndev-dependencies = ["dagster==1.9.3"]\n'],
  ["poetry.lock", '[[package]]\nname = "dagster"\nversion = "1.9.3"\n'],
  ["requirements.txt", "# pinned\n-r other.txt\npandas\ndagster==1.9.3  # for now\n"],
  ["requirements-dev.txt", "dagster==1.9.3\n"],
  ["requirements/base.txt", "dagster==1.9.3\n"],
  ["setup.py", 'from setuptools import setup\nsetup(name="shop", install_requires=["pandas", "dagster==1.9.3"])\n'],
  ["setup.cfg", "[options]\ninstall_requires =\n    pandas\n    dagster==1.9.3\n"],
  ["Pipfile", '[packages]\ndagster = "==1.9.3"\n'],
  ["Pipfile.lock", '{"default": {"dagster": {"version": "==1.9.3"}}}'],
  ["environment.yml", "dependencies:\n  - python=3.11\n  - pip:\n      - dagster==1.9.3\n"],
  ["environment.yml", "dependencies:\n  - dagster=1.9\n"],
])("%s is read", async (path, content) => {
  expect(await versionOf({ [path]: content })).toBe("1.9");
});

test("the nearest folder that pins decides", async () => {
  const contents = { "requirements.txt": "dagster==1.4.0\n", "services/shop/requirements.txt": "dagster==1.9.3\n" };

  expect(await versionOf(contents, "services/shop")).toBe("1.9");
  expect(await versionOf(contents, "services/billing")).toBe("1.4");
});

test("an integration tells the release that it came with, when Dagster itself is not pinned", async () => {
  expect(await versionOf({ "requirements.txt": "dagster\ndagster-dbt==0.25.3\n" })).toBe("1.9");
  expect(await versionOf({ "requirements.txt": "dagster==1.8.0\ndagster-dbt==0.25.3\n" })).toBe("1.8");
});

test("nothing that pins is null", async () => {
  expect(
    await versionOf({ "requirements.txt": "dagster>=1.5\n", "pyproject.toml": "[tool.poetry.dependencies]\ndagster = '*'\n" }),
  ).toBeNull();
  expect(await versionOf({})).toBeNull();
});

test("a file that cannot be parsed does not hide the others", async () => {
  expect(await versionOf({ "pyproject.toml": "[[[", "requirements.txt": "dagster==1.9.3" })).toBe("1.9");
});
