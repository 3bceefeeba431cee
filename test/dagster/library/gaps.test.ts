/** What a model makes of arguments that are not known: the object stays, the field says so, and nothing is claimed in its place. */
import { expect, test } from "vitest";
import type { LoadedLocation } from "../../../src/dagster/analysis.ts";
import { edgesOf, loadDefinitions, nodesOf } from "../loading/analyze-files.ts";

const unresolvedOf = ({ document }: LoadedLocation): readonly string[] =>
  document.unresolved.map(({ subject, field, reason }) => `${subject} ${field} ${reason}`);

test("arguments spread from something unknown leave the key unknown: it may be among them", async () => {
  const location = await loadDefinitions(`
import requests
settings = requests.get("https://settings.shop.example.com").json()

@dg.asset(name="orders", **settings)
def _orders(payments): ...

defs = dg.Definitions(assets=[_orders])
`);

  expect(nodesOf(location.document)).toEqual([]);
  expect(unresolvedOf(location)).toContain("location null external-library");
});

test("a group that is not known leaves the asset and its other fields known", async () => {
  const location = await loadDefinitions(`
import requests

@dg.asset(group_name=requests.get("https://groups.shop.example.com").text, owners=["team:sales"], deps=["returns"])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`);

  const node = location.document.nodes.find(({ key }) => key === "orders");

  expect(node).toMatchObject({ group: null, owners: ["team:sales"], unresolved: ["group"] });
  expect(edgesOf(location.document)).toEqual(["returns -> orders"]);
});

test("an unknown dependency leaves the known ones", async () => {
  const location = await loadDefinitions(`
import requests

@dg.asset(deps=["returns", requests.get("https://parents.shop.example.com").text])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`);

  expect(edgesOf(location.document)).toEqual(["returns -> orders"]);
  expect(unresolvedOf(location)).toEqual(["asset:orders deps external-library"]);
});

test("a dependency that hangs on an undecidable condition is no claim", async () => {
  const location = await loadDefinitions(`
import requests
sources = ["returns"]
if requests.get("https://flags.shop.example.com").ok:
    sources.append("refunds")

@dg.asset(deps=sources)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`);

  const certain = location.document.edges.filter(({ conditional }) => !conditional).map(({ from }) => from);

  expect(certain).toEqual(["returns"]);
});

test("a decorator that is not read in a scanned module opens the location", async () => {
  const location = await loadDefinitions(
    `
import tables
defs = dg.Definitions(assets=dg.load_assets_from_modules([tables]))
`,
    {
      "tables.py":
        "import dagster as dg\nfrom vendor import traced\n\n@traced\n@dg.asset\ndef orders(): ...\n\n@dg.asset\ndef returns(): ...\n\nclient = traced.client()\n",
    },
  );

  expect(nodesOf(location.document)).toEqual(["asset returns"]);
  expect(unresolvedOf(location)).toContain("location null external-library");
});

test("an op whose invocations depend on the unknown leaves the job's ops open, not empty", async () => {
  const location = await loadDefinitions(`
import requests

@dg.op
def load(): ...

@dg.op
def store(rows): ...

@dg.job
def nightly():
    rows = load()
    for _ in requests.get("https://regions.shop.example.com").json():
        store(rows)

defs = dg.Definitions(jobs=[nightly])
`);

  const [job] = location.document.jobs;

  expect(job?.ops).toContain("load");
  expect(job?.unresolved).toContain("ops");
});

test("a name of Dagster's that no model describes is our own gap and nothing worse", async () => {
  const location = await loadDefinitions(`
extra = dg.get_all_components_defs_within_project(project_root=".")

@dg.asset
def orders(): ...

defs = dg.Definitions.merge(dg.Definitions(assets=[orders]), extra)
`);

  expect(nodesOf(location.document)).toEqual(["asset orders"]);
  expect(location.document.unresolved.length).toBeGreaterThan(0);
});

test("executors and loggers of integrations, configured too, leave nothing open", async () => {
  const location = await loadDefinitions(`
from dagster_celery import celery_executor
from dagster_k8s import k8s_job_executor

workers = celery_executor.configured({"broker": "redis://queue"}, name="workers")

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], executor=workers, jobs=[dg.define_asset_job("nightly", executor_def=k8s_job_executor)])
`);

  expect(unresolvedOf(location)).toEqual([]);
});

test("what a module that stops did not get to define is not known, for the one reason that it stopped", async () => {
  const location = await loadDefinitions(
    `
from shop.settings import schema
from shop.helpers import prefix

@dg.asset(group_name=schema, key_prefix=prefix)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    {
      "shop/__init__.py": "",
      "shop/settings.py": "import os\nhost = os.getenv('HOST').split(':')\nschema = 'sales'\n",
      "shop/helpers.py": "from shop.settings import schema\nprefix = f'{schema}_x'\n",
    },
  );

  expect(new Set(location.document.unresolved.map(({ file, line, reason }) => `${file}:${line} ${reason}`))).toEqual(
    new Set(["shop/settings.py:2 runtime-input"]),
  );
});
