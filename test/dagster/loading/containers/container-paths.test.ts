import { describe, expect, it } from "vitest";
import { analyzeFiles, edgesOf } from "../analyze-files.ts";

const DBT = {
  "warehouse/dbt_project.yml": "name: warehouse\nprofile: warehouse\nmodel-paths: [models]\n",
  "warehouse/models/orders.sql": "select 1 as id",
  "warehouse/models/revenue.sql": "select * from {{ ref('orders') }}",
};

function code(folder: string): Readonly<Record<string, string>> {
  return {
    "shop/definitions.py": `import os
from pathlib import Path
import dagster as dg
from dagster_dbt import DbtProject, dbt_assets

DBT = ${folder}
project = DbtProject(project_dir=DBT)

@dbt_assets(manifest=project.manifest_path)
def models(context):
    yield

defs = dg.Definitions(assets=[models])
`,
  };
}

const ENTRIES = { entries: [{ kind: "file", target: "shop/definitions.py", workingDirectory: "" } as const] };

async function edges(
  files: Readonly<Record<string, string>>,
  folder = 'Path(os.getenv("DBT_DIR", "/opt/dbt"))',
): Promise<readonly string[]> {
  const [location] = await analyzeFiles({ ...DBT, ...code(folder), ...files }, ENTRIES);
  return location ? edgesOf(location.document) : [];
}

const READ = ["orders -> revenue"];

describe("a dbt project at a path of the container", () => {
  it.each([
    ["a folder that is copied", "FROM python:3.12\nCOPY warehouse /opt/dbt\n"],
    ["the JSON form, flags and continuations", 'FROM python\n# note\nCOPY --chown=app:app \\\n  # all\n  ["warehouse/", "/opt/dbt/"]\n'],
    ["all of the context, in a work folder", "FROM python\nWORKDIR /opt\nCOPY . .\n", 'os.path.join("/opt", "warehouse")'],
    [
      "what another stage copied",
      "FROM python AS build\nWORKDIR /src\nCOPY . /src\nFROM python\nCOPY --from=build /src/warehouse /opt/dbt\n",
    ],
    ["a stage that goes on from another", "FROM python AS base\nCOPY warehouse /opt/dbt\nFROM base AS app\nRUN pip install dagster\n"],
    ["variables with a value", `ARG SOURCE=warehouse\nFROM python\nARG SOURCE\nENV TARGET=/opt/dbt\nCOPY $SOURCE \${TARGET}\n`],
    ["ADD with a pattern", "FROM python\nADD ware* /opt/dbt/\n"],
    ["a copy after a here-document", "FROM python\nRUN <<EOF\nCOPY other /opt/dbt\nEOF\nCOPY warehouse /opt/dbt\n"],
  ])("is found by the Dockerfile: %s", async (_, dockerfile, folder?: string) => {
    expect(await edges({ Dockerfile: dockerfile }, folder)).toEqual(READ);
  });

  it("is found by a Dockerfile in a folder of its own, whose context is above it", async () => {
    expect(await edges({ "deploy/docker/Dockerfile.dagster": "FROM python\nCOPY warehouse /opt/dbt\nCOPY shop /app\n" })).toEqual(READ);
  });

  it.each([
    ["a mount", "services:\n  dagster:\n    image: python\n    volumes:\n      - ./warehouse:/opt/dbt:ro\n"],
    ["a mount in long form", "services:\n  dagster:\n    volumes:\n      - {type: bind, source: ./warehouse, target: /opt/dbt}\n"],
    [
      "a build with a context and arguments",
      "services:\n  dagster:\n    build:\n      context: .\n      dockerfile: docker/code.Dockerfile\n      args: [PROJECT=warehouse]\n",
    ],
  ])("is found by the compose file: %s", async (_, compose) => {
    const dockerfile = `FROM python\nARG PROJECT\nCOPY \${PROJECT} /opt/dbt\n`;

    expect(await edges({ "docker-compose.yml": compose, "docker/code.Dockerfile": dockerfile })).toEqual(READ);
  });

  it("lies where the image lies that holds the code itself, when images differ", async () => {
    const files = {
      "archive/dbt_project.yml": "name: archive\nprofile: archive\n",
      "Dockerfile.archive": "FROM python\nCOPY archive /opt/dbt\n",
      "Dockerfile.shop": "FROM python\nCOPY shop /app/shop\nCOPY warehouse /opt/dbt\n",
    };

    expect(await edges(files)).toEqual(READ);
  });

  it("stays unresolved when images that hold the code lead to different folders", async () => {
    const files = {
      "archive/dbt_project.yml": "name: archive\nprofile: archive\n",
      "Dockerfile.archive": "FROM python\nCOPY shop /app/shop\nCOPY archive /opt/dbt\n",
      "Dockerfile.shop": "FROM python\nCOPY shop /app/shop\nCOPY warehouse /opt/dbt\n",
    };
    const [location] = await analyzeFiles({ ...DBT, ...code('"/opt/dbt"'), ...files }, ENTRIES);

    expect(location?.document.nodes).toEqual([]);
    expect(location?.document.unresolved.map(({ reason }) => reason)).toEqual(["runtime-input"]);
  });

  it.each([
    ["another image has a folder of that name", { "Dockerfile.archive": "FROM python\nCOPY warehouse /opt/dbt\n" }],
    ["only the base image says where it copies to", { "Dockerfile.shop": "FROM python\nCOPY shop /app/shop\nCOPY warehouse opt/dbt\n" }],
    [
      "what is mounted there is not in the repository",
      {
        "Dockerfile.shop": "FROM python\nCOPY shop /app/shop\nCOPY warehouse /opt/dbt\n",
        "compose.yaml": "services:\n  shop:\n    build: {context: ., dockerfile: Dockerfile.shop}\n    volumes: [./submodule:/opt/dbt]\n",
      },
    ],
  ])("stays unresolved when %s", async (_, files) => {
    expect(await edges({ "Dockerfile.shop": "FROM python\nCOPY shop /app/shop\n", ...files })).toEqual([]);
  });

  it("stays unresolved when nothing says what lies there", async () => {
    expect(await edges({ Dockerfile: "FROM python\nCOPY $UNKNOWN /opt/dbt\nRUN git clone https://example.com/dbt /opt/dbt\n" })).toEqual(
      [],
    );
  });

  it.each([
    'Path("/opt/dbt") if Path("/opt/dbt").exists() else Path(__file__).parent.parent / "warehouse"',
    'Path("/opt/dbt") if os.path.isdir("/opt/dbt") else Path(__file__).joinpath("..", "..", "warehouse").resolve()',
  ])("is one with the folder that is taken elsewhere: %s", async (folder) => {
    expect(await edges({ Dockerfile: "FROM python\nCOPY warehouse /opt/dbt\n" }, folder)).toEqual(READ);
  });
});

it("reads a file, and lists a folder, by the path that the container has it under", async () => {
  const files = {
    "shop/definitions.py": `import glob
from pathlib import Path
import dagster as dg
import yaml

with open("/app/tables.yml") as file:
    tables = yaml.safe_load(file)
names = [path.stem for path in Path("/app/sql").glob("*.sql")]
names += [path.rsplit("/", 1)[-1] for path in glob.glob("/app/sql/*.txt")]

defs = dg.Definitions(assets=[dg.AssetSpec(name) for name in tables + names])
`,
    "config/tables.yml": "[orders]",
    "config/sql/customers.sql": "",
    "config/sql/notes.txt": "",
    Dockerfile: "FROM python\nCOPY config/ /app/\n",
  };
  const [location] = await analyzeFiles(files, ENTRIES);

  expect(location?.document.nodes.map(({ key }) => key)).toEqual(["customers", "notes.txt", "orders"]);
});
