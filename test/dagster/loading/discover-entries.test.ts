import { expect, test } from "vitest";
import type { EntryPoint } from "../../../src/dagster/analysis.ts";
import { discoverEntries } from "../../../src/dagster/loading/discovery/discover-entries.ts";
import { projectFiles } from "../../../src/dagster/version/project-files.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";

const DEFS = "import dagster as dg\n\ndefs = dg.Definitions(assets=[])\n";

async function discover(contents: Readonly<Record<string, string>>, root = ""): Promise<readonly EntryPoint[]> {
  const tree = createMemoryTree(contents);
  await tree.load(tree.paths());
  return discoverEntries(projectFiles(tree), root);
}

async function targets(contents: Readonly<Record<string, string>>, root = ""): Promise<readonly string[]> {
  const entries = await discover(contents, root);
  return entries.map(({ kind, target, workingDirectory }) => `${kind} ${target} in ${workingDirectory || "."}`);
}

test("a dg project names its definitions module", async () => {
  const entries = await discover({
    "shop/pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n[tool.dg.project]\nroot_module = "shop"\n',
    "shop/src/shop/definitions.py": DEFS,
  });

  expect(entries).toEqual([
    { kind: "module", target: "shop.definitions", workingDirectory: "shop", declaredIn: "shop/pyproject.toml", name: "shop" },
  ]);
});

test("a dg project without a definitions module is loaded from its defs folder", async () => {
  const contents = { "pyproject.toml": '[tool.dg.project]\nroot_module = "shop"\n', "src/shop/defs/orders.py": "" };

  expect(await targets(contents)).toEqual(["autoload-defs shop.defs in ."]);
});

test("a dg project whose package lies in another project of the repository is loaded from its definitions module", async () => {
  const contents = {
    "pyproject.toml": '[tool.dg.project]\nroot_module = "shop"\n',
    "packages/shop/pyproject.toml": '[project]\nname = "shop"\n',
    "packages/shop/shop/definitions.py": "",
    "packages/shop/shop/defs/orders.py": "",
  };

  expect(await targets(contents)).toContain("module shop.definitions in .");
});

test("dg.toml is read like pyproject.toml, with the names that it overrides", async () => {
  const entries = await discover({
    "dg.toml":
      'directory_type = "project"\n[project]\nroot_module = "shop"\ncode_location_target_module = "shop.main"\ncode_location_name = "shop-eu"\n',
  });

  expect(entries).toEqual([{ kind: "module", target: "shop.main", workingDirectory: "", declaredIn: "dg.toml", name: "shop-eu" }]);
});

test("workspace.yaml is read in all its forms", async () => {
  const entries = await discover({
    "workspace.yaml": `load_from:
  - python_file: orders/repository.py
  - python_file:
      relative_path: billing/repo.py
      attribute: make_repository
      working_directory: billing
      location_name: billing
  - python_module: customers
  - python_module:
      module_name: customers.eu
      working_directory: services
  - python_package:
      package_name: stores
  - grpc_server:
      host: localhost
      port: 4266
`,
  });

  expect(entries).toEqual([
    { kind: "file", target: "orders/repository.py", workingDirectory: "", declaredIn: "workspace.yaml" },
    {
      kind: "file",
      target: "repo.py",
      workingDirectory: "billing",
      declaredIn: "workspace.yaml",
      name: "billing",
      attribute: "make_repository",
    },
    { kind: "module", target: "customers", workingDirectory: "", declaredIn: "workspace.yaml" },
    { kind: "module", target: "customers.eu", workingDirectory: "services", declaredIn: "workspace.yaml" },
    { kind: "module", target: "stores", workingDirectory: "", declaredIn: "workspace.yaml" },
  ]);
});

test("dagster_cloud.yaml names locations by module, package or file, from the build directory", async () => {
  const contents = {
    "dagster_cloud.yaml": `locations:
  - location_name: shop
    code_source:
      module_name: shop.definitions
    build:
      directory: ./services/shop
  - location_name: legacy
    code_source:
      python_file: legacy/repo.py
`,
    "services/shop/shop/definitions.py": DEFS,
    "legacy/repo.py": DEFS,
  };

  expect(await targets(contents)).toEqual(["module shop.definitions in services/shop", "file legacy/repo.py in ."]);
});

test("[tool.dagster] names one module or several", async () => {
  const one = { "pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n' };
  const several = {
    "pyproject.toml": '[tool.dagster]\nmodules = [{type = "module", name = "shop"}, {type = "module", name = "billing"}]\n',
  };

  expect(await targets(one)).toEqual(["module shop.definitions in ."]);
  expect(await targets(several)).toEqual(["module shop in .", "module billing in ."]);
});

test("a location that two files name is one, with the explicit name", async () => {
  const entries = await discover({
    "pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n',
    "workspace.yaml":
      "load_from:\n  - python_file: shop/definitions.py\n  - python_module: {module_name: shop.definitions, location_name: shop}\n",
    "shop/__init__.py": "",
    "shop/definitions.py": DEFS,
  });

  expect(entries).toEqual([
    { kind: "file", target: "shop/definitions.py", workingDirectory: "", declaredIn: "workspace.yaml", name: "shop" },
  ]);
});

test("a package that one file names by itself and another by its definitions module is one location", async () => {
  const contents = {
    "dagster_cloud.yaml":
      "locations:\n  - location_name: shop\n    code_source: {package_name: shop}\n    build: {directory: ./services/shop/src}\n",
    "services/shop/pyproject.toml": '[tool.dg.project]\nroot_module = "shop"\n',
    "services/shop/src/shop/__init__.py": "from shop.definitions import defs as defs\n",
    "services/shop/src/shop/definitions.py": DEFS,
  };

  expect(await targets(contents)).toEqual(["module shop in services/shop/src"]);
});

test("one file that names a package and a module in it names two locations", async () => {
  const contents = {
    "workspace.yaml": "load_from:\n  - python_module: shop\n  - python_module: shop.definitions\n",
    "shop/__init__.py": DEFS,
    "shop/definitions.py": DEFS,
  };

  expect(await targets(contents)).toEqual(["module shop in .", "module shop.definitions in ."]);
});

test("a module that two files name from different folders is one location", async () => {
  const contents = {
    "workspace.yaml": "load_from:\n  - python_module: shop.repo\n",
    "libraries/shop/setup.py": "",
    "libraries/shop/shop/__init__.py": "",
    "libraries/shop/shop/repo.py": DEFS,
    "libraries/shop/shop/workspace.yaml": "load_from:\n  - python_module: shop.repo\n",
  };

  expect(await targets(contents)).toEqual(["module shop.repo in ."]);
});

const BUILDER = "def build() -> dg.Definitions:\n    return dg.Definitions()\n";

test.each([
  ['import dagster as dg\n\ndef build(\n    name: str = ("shop"),\n):\n    return dg.Definitions()\n\ndefs = build()\n'],
  [`import dagster as dg\n\n${BUILDER}\nshop = build()\n`],
  [`import dagster as dg\n\n${BUILDER}\ndefinitions: dg.Definitions = [build()][0]\n`],
])("definitions that a function of the file builds are found by convention", async (text) => {
  expect(await targets({ "shop/__init__.py": "", "shop/orders.py": text })).toEqual(["module shop.orders in ."]);
});

test("an example in a docstring is no code location", async () => {
  const contents = {
    "shop/orders.py": `"""Builds the orders.\n\n${DEFS}"""\nfrom dagster import Definitions\n\nno_defs = Definitions\n`,
    "shop/stores.py": `import dagster as dg\n\n${BUILDER}\ndef main():\n    defs = build()\n`,
  };

  expect(await targets(contents)).toEqual([]);
});

test.each([
  ["Dockerfile", 'CMD ["dagster", "api", "grpc", "-h", "0.0.0.0", "-p", "4000", "-f", "orders.py"]'],
  ["docker/user_code.Dockerfile", 'ENTRYPOINT [\n  "dagster", "code-server", "start",\n  "-f", "/opt/app/orders.py"\n]'],
  ["docker-compose.yml", "services:\n  code:\n    command: dagster api grpc -f orders.py -p 4000\n"],
  ["compose.yaml", "services:\n  code:\n    command:\n      - dagster\n      - dev\n      - -f\n      - orders.py\n"],
  ["Makefile", "dev:\n\tDAGSTER_HOME=/tmp dagster dev --python-file=orders.py\n"],
  ["Procfile", "web: dagster-webserver -f orders.py -h 0.0.0.0\n"],
  ["scripts/dev.sh", "#!/bin/sh\n# dagster dev -f stores.py\ncd .. && exec dagster dev \\\n  -f orders.py\n"],
])("a command in %s names an entry that no convention shows", async (name, command) => {
  const contents = {
    [name]: command,
    "orders.py": "import dagster as dg\n\n@dg.asset\ndef orders(): ...\n",
    "stores.py": "import dagster\n",
  };
  const inFolder = name.includes("/") ? { [`${name.slice(0, name.lastIndexOf("/"))}/orders.py`]: contents["orders.py"] ?? "" } : {};

  expect((await targets({ ...contents, ...inFolder })).map((target) => target.split(" ").slice(0, 2).join(" "))).toEqual([
    "file orders.py",
  ]);
});

test("a command names a module from its working directory, with the attribute", async () => {
  const entries = await discover({
    Dockerfile: "CMD dagster api grpc -m shop.main -d services -a build_defs",
    "services/shop/main.py": "import dagster as dg\n\ndef build_defs():\n    return dg.Definitions()\n",
  });

  expect(entries).toEqual([
    { kind: "module", target: "shop.main", workingDirectory: "services", declaredIn: "Dockerfile", attribute: "build_defs" },
  ]);
});

test("what a command names beside a declared location, or what is not there, adds nothing", async () => {
  const contents = {
    Makefile: "dev:\n\tdagster dev -m shop.definitions\nother:\n\tdagster dev -f $(FILE)\nold:\n\tdagster dev -f gone.py\n",
    "pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n',
    "shop/__init__.py": "",
    "shop/definitions.py": DEFS,
  };

  expect(await targets(contents)).toEqual(["module shop.definitions in ."]);
});

test("configuration that names what is gone gives way to the command that starts the code", async () => {
  const contents = {
    "src/shop/pyproject.toml": '[tool.dg.project]\nroot_module = "shop"\n',
    "src/shop/Dockerfile": 'CMD ["dagster", "api", "grpc", "-h", "0.0.0.0", "-m", "shop.etl.definitions"]\n',
    "src/shop/shop/__init__.py": "",
    "src/shop/shop/etl/__init__.py": "",
    "src/shop/shop/etl/definitions.py": DEFS,
  };

  expect(await targets(contents)).toEqual(["module shop.etl.definitions in src/shop"]);
  const { "src/shop/shop/etl/definitions.py": _, ...without } = contents;
  expect(await targets(without)).toEqual(["autoload-defs shop.defs in src/shop"]);
});

test("every project of a monorepo is a location", async () => {
  const contents = {
    "services/shop/pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n',
    "services/billing/pyproject.toml": '[tool.dg.project]\nroot_module = "billing"\n',
    "services/billing/src/billing/definitions.py": DEFS,
    "services/legacy/definitions.py": DEFS,
  };

  expect(await targets(contents)).toEqual([
    "module billing.definitions in services/billing",
    "module shop.definitions in services/shop",
    "file definitions.py in services/legacy",
  ]);
  expect(await targets(contents, "services/shop")).toEqual(["module shop.definitions in services/shop"]);
});

test("without configuration the file that builds the definitions is the entry", async () => {
  const contents = {
    "shop/__init__.py": "",
    "shop/definitions.py": DEFS,
    "shop/assets.py": "import dagster as dg\n",
    "shop/reports/__init__.py": "from dagster import Definitions\nreport_defs = Definitions()\n",
  };

  expect(await targets(contents)).toEqual(["module shop.definitions in ."]);
});

test("files of a package that do not know each other are entries of their own", async () => {
  const contents = { "examples/__init__.py": "", "examples/orders.py": DEFS, "examples/stores.py": DEFS };

  expect(await targets(contents)).toEqual(["module examples.orders in .", "module examples.stores in ."]);
});

test("definitions in a package's __init__ below src are a module", async () => {
  expect(await targets({ "src/shop/__init__.py": DEFS })).toEqual(["module shop in ."]);
});

test("single files are entries of their own, what one imports from another is not", async () => {
  const contents = {
    "orders.py": "from dagster import repository\n\n@repository\ndef orders():\n    return []\n",
    "main.py": `from parts import part_defs\n${DEFS}`,
    "parts.py": "import dagster as dg\npart_defs = dg.Definitions()\n",
  };

  expect(await targets(contents)).toEqual(["file main.py in .", "file orders.py in ."]);
});

test("tests, environments and installed packages are passed over", async () => {
  const contents = {
    "tests/definitions.py": DEFS,
    ".venv/lib/site-packages/other/definitions.py": DEFS,
    "venv/lib/definitions.py": DEFS,
    "examples/quickstart/definitions.py": DEFS,
  };

  expect(await targets(contents)).toEqual(["file definitions.py in examples/quickstart"]);
});

test("a repository without Dagster has no code locations", async () => {
  expect(await targets({ "app/main.py": "print('hello')\n", "pyproject.toml": "[project]\nname = 'app'\n" })).toEqual([]);
});
