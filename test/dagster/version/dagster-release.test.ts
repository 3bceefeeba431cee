import { expect, test } from "vitest";
import { dagsterRelease } from "../../../src/dagster/version/dagster-release.ts";
import { projectFiles } from "../../../src/dagster/version/project-files.ts";
import { formatRelease } from "../../../src/dagster/version/release.ts";
import { pinnedRelease } from "../../../src/dagster/version/requirement.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";

async function versionOf(contents: Readonly<Record<string, string>>, folder = ""): Promise<string | null> {
  const tree = createMemoryTree(contents);
  await tree.load(tree.paths());
  const release = dagsterRelease(projectFiles(tree), folder);
  return release ? formatRelease(release) : null;
}

test.each([
  ["==1.9.3", "1.9.3"],
  ["===1.9.3", "1.9.3"],
  ["~=1.9.3", "1.9"],
  ["~=1.9", undefined],
  ["==1.9.*", "1.9"],
  [">=1.5,<1.9", "1.8"],
  [">=1.5,<1.9.0", "1.8"],
  [">=1.5,<1.9.2", "1.9.1"],
  ["<=1.10.4,>=1.2", "1.10.4"],
  [">=1.5", undefined],
  ["<2", undefined],
  ["^1.9.3", undefined],
  ["~1.9", "1.9"],
  ["~1.9.3", "1.9"],
  ["=1.9", "1.9"],
  ["=1.9.3", "1.9.3"],
  ["1.9.3", "1.9.3"],
  ["1.9.3rc1", "1.9.3"],
  ["!=1.9.3", undefined],
  ["", undefined],
])("the specifier %j pins %j", (specifier, expected) => {
  const release = pinnedRelease(specifier);

  expect(release && formatRelease(release)).toBe(expected);
});

test("a lock file wins over what is declared", async () => {
  const version = await versionOf({
    "pyproject.toml": '[project]\nname = "shop"\ndependencies = ["dagster>=1.5,<1.9"]\n',
    "uv.lock": 'version = 1\n\n[[package]]\nname = "dagster"\nversion = "1.8.13"\n',
  });

  expect(version).toBe("1.8.13");
});

test.each([
  ["pyproject.toml", '[project]\nname = "shop"\ndependencies = ["dagster[postgres] ==1.9.3 ; python_version > \'3.8\'"]\n'],
  ["pyproject.toml", '[project]\nname = "shop"\n[dependency-groups]\ndev = ["dagster-webserver==1.9.3"]\n'],
  ["pyproject.toml", '[tool.poetry.dependencies]\ndagster = "1.9.3"\n'],
  ["pyproject.toml", '[tool.poetry.dependencies]\ndagster = [{ version = "1.9.3", python = "<3.12" }, { version = "1.9.4" }]\n'],
  ["pyproject.toml", '[project]\ndependencies = ["dagster"]\n[tool.uv]\nconstraint-dependencies = ["dagster<1.9.4"]\n'],
  ["pyproject.toml", '[tool.uv]\noverride-dependencies = ["dagster==1.9.3"]\n'],
  ["pyproject.toml", '[tool.hatch.envs.default]\ndependencies = ["dagster==1.9.3"]\n'],
  ["requirements.txt", "dagster @ https://example.com/packages/dagster-1.9.3-py3-none-any.whl\n"],
  ["pyproject.toml", '[tool.poetry.group.run.dependencies]\nDagster = { version = "==1.9.3", extras = ["x"] }\n'],
  ["pyproject.toml", '[tool.uv]\ndev-dependencies = ["dagster==1.9.3"]\n'],
  ["poetry.lock", '[[package]]\nname = "dagster"\nversion = "1.9.3"\n'],
  ["requirements.txt", "# pinned\n-r other.txt\npandas\ndagster==1.9.3  # for now\n"],
  ["requirements-dev.txt", "dagster==1.9.3\n"],
  ["requirements/base.txt", "dagster==1.9.3\n"],
  ["setup.py", 'from setuptools import setup\nsetup(name="shop", install_requires=["pandas", "dagster==1.9.3"])\n'],
  ["setup.cfg", "[options]\ninstall_requires =\n    pandas\n    dagster==1.9.3\n"],
  ["Pipfile", '[packages]\ndagster = "==1.9.3"\n'],
  ["Pipfile.lock", '{"default": {"dagster": {"version": "==1.9.3"}}}'],
  ["pylock.toml", '[[packages]]\nname = "dagster"\nversion = "1.9.3"\n'],
  ["conda-lock.yml", "package:\n  - name: dagster\n    version: 1.9.3\n    manager: conda\n"],
  ["pixi.lock", "packages:\n- conda: https://conda.anaconda.org/conda-forge/noarch/dagster-1.9.3-pyhd8ed1ab_0.conda\n"],
  ["pixi.lock", "packages:\n- pypi: https://files.pythonhosted.org/packages/ab/dagster-1.9.3-py3-none-any.whl\n"],
  ["pixi.toml", '[dependencies]\npython = "3.12.*"\ndagster = "==1.9.3"\n'],
  ["pixi.toml", '[feature.run.pypi-dependencies]\ndagster = { version = "==1.9.3" }\n'],
  ["pyproject.toml", '[tool.pixi.pypi-dependencies]\ndagster = "==1.9.3"\n'],
  ["Dockerfile", "FROM python:3.12\nRUN pip install --no-cache-dir \\\n    pandas \\\n    dagster==1.9.3 && rm -rf /root/.cache\n"],
  ["Dockerfile", 'FROM python:3.12\nARG DAGSTER_VERSION=1.9.3\nRUN uv pip install --system "dagster[postgres]==$DAGSTER_VERSION"\n'],
  ["user-code.Dockerfile", "RUN python -m pip install dagster==1.9.3\n"],
  ["environment.yml", "dependencies:\n  - python=3.11\n  - pip:\n      - dagster==1.9.3\n"],
  ["conda.yaml", "dependencies:\n  - dagster=1.9.3\n"],
])("%s is read", async (path, content) => {
  expect(await versionOf({ [path]: content })).toBe("1.9.3");
});

test("the nearest folder that pins decides", async () => {
  const contents = { "requirements.txt": "dagster==1.4.0\n", "services/shop/requirements.txt": "dagster==1.9.3\n" };

  expect(await versionOf(contents, "services/shop")).toBe("1.9.3");
  expect(await versionOf(contents, "services/billing")).toBe("1.4.0");
});

test("an integration tells the release that it came with, when Dagster itself is not pinned", async () => {
  expect(await versionOf({ "requirements.txt": "dagster\ndagster-dbt==0.25.3\n" })).toBe("1.9");
  expect(await versionOf({ "requirements.txt": "dagster==1.8.0\ndagster-dbt==0.25.3\n" })).toBe("1.8.0");
});

test("nothing that pins is null", async () => {
  expect(
    await versionOf({ "requirements.txt": "dagster>=1.5\n", "pyproject.toml": "[tool.poetry.dependencies]\ndagster = '*'\n" }),
  ).toBeNull();
  expect(await versionOf({})).toBeNull();
});

test("a file that cannot be parsed does not hide the others", async () => {
  expect(await versionOf({ "pyproject.toml": "[[[", "requirements.txt": "dagster==1.9.3" })).toBe("1.9.3");
});

test("requirements that include or are constrained by another file are read with it, circles included", async () => {
  const contents = {
    "requirements.txt": "-r deploy/base.txt\n",
    "deploy/base.txt": "pandas\n-c ../constraints.txt\n-r ../requirements.txt\n",
    "constraints.txt": "dagster==1.9.3\n",
  };

  expect(await versionOf(contents)).toBe("1.9.3");
});

test("the lock file of a workspace says which release a member is given of those that it allows", async () => {
  const contents = {
    "services/shop/pyproject.toml": '[project]\nname = "shop"\ndependencies = ["dagster~=1.12.0"]\n',
    "uv.lock": 'version = 1\n\n[[package]]\nname = "dagster"\nversion = "1.12.3"\n',
  };

  expect(await versionOf(contents, "services/shop")).toBe("1.12.3");
  expect(await versionOf({ ...contents, "uv.lock": contents["uv.lock"].replace("1.12", "1.11") }, "services/shop")).toBe("1.12");
});

test("what an image installs is asked last", async () => {
  const contents = { Dockerfile: "RUN pip install dagster==1.4.0\n", "requirements.txt": "dagster==1.9.3\n" };

  expect(await versionOf(contents)).toBe("1.9.3");
});

test("setuptools reads requirements from files that are named", async () => {
  const pyproject = '[tool.setuptools.dynamic]\ndependencies = { file = ["deps/run.txt"] }\n';

  expect(await versionOf({ "pyproject.toml": pyproject, "deps/run.txt": "dagster==1.9.3\n" })).toBe("1.9.3");
});
