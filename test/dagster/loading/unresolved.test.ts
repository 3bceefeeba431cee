import { expect, test } from "vitest";
import { edgesOf, loadDefinitions, nodesOf } from "./analyze-files.ts";

test("an unknown element leaves the assets open, and says so with its place", async () => {
  const { document, gaps } = await loadDefinitions(`
import requests

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders, *requests.get("http://shop").json()], jobs=[dg.define_asset_job("all")])
`);

  expect(nodesOf(document)).toEqual(["asset orders"]);
  expect(document.unresolved).toContainEqual(
    expect.objectContaining({
      subject: "location",
      field: null,
      file: "definitions.py",
      message: expect.stringMatching(/^more assets may exist: /),
    }),
  );
  expect(document.jobs).toMatchObject([{ name: "all", assets: ["orders"], unresolved: ["assets", "checks", "partitions"] }]);
  expect(gaps.length).toBeGreaterThan(0);
});

test("fields are named as people name them, and a name that Dagster does not have is said to be none", async () => {
  const { document } = await loadDefinitions(`
import requests

days = dg.StaticPartitionDefinition(["monday"])

@dg.asset(io_manager_key=requests.get("http://shop").text, partitions_def=days, deps=requests.get("http://shop").json())
def orders(): ...

@dg.asset(partitions_def=dg.DailyPartitionsDefinition(start_date=requests.get("http://shop").text))
def refunds(): ...

defs = dg.Definitions(assets=[orders, refunds])
`);

  expect(document.unresolved.map(({ message }) => message.replace(/: .*/s, ""))).toEqual([
    "the dependencies of asset `orders` are not known",
    "the I/O manager of asset `orders` is not known",
    "the partitions of asset `orders` are not known",
    "the start of the partitions of asset `refunds` is not known",
  ]);
  expect(document.unresolved[2]?.message).toContain("today's `dagster` has no `StaticPartitionDefinition`");
});

test("a stub in an open graph is no claim that nothing defines it", async () => {
  const { document } = await loadDefinitions(`
import requests

@dg.asset(deps=["raw"])
def orders(): ...

defs = dg.Definitions(assets=[orders, requests.get("http://shop")])
`);

  expect(document.nodes.find(({ key }) => key === "raw")).toMatchObject({ kind: "stub", unresolved: ["kind"] });
});

test("what stands under an undecidable condition is conditional", async () => {
  const { document } = await loadDefinitions(`
import requests

@dg.asset
def orders(): ...

assets = [orders]
if requests.get("http://flags").ok:
    @dg.asset(deps=[orders])
    def refunds(): ...

    assets.append(refunds)

defs = dg.Definitions(assets=assets)
`);

  expect(nodesOf(document)).toEqual(["asset orders", "asset refunds?"]);
  expect(edgesOf(document)).toEqual(["orders -> refunds"]);
  expect(document.edges[0]?.conditional).not.toBeNull();
});

test("resources that all alternatives have are there in any case, others under the condition", async () => {
  const { document } = await loadDefinitions(`
import requests

class Store(dg.ConfigurableResource):
    path: str

if requests.get("http://flags").ok:
    resources = {"store": Store(path="a"), "cache": Store(path="c")}
else:
    resources = {"store": Store(path="b")}

defs = dg.Definitions(resources=resources)
`);

  expect(document.resources.map(({ key, conditional }) => ({ key, isConditional: conditional !== null }))).toEqual([
    { key: "cache", isConditional: true },
    { key: "store", isConditional: false },
  ]);
  expect(document.resources[1]?.unresolved).toEqual(["config", "type"]);
});

test("a field that cannot be read is named, the rest of the asset is claimed", async () => {
  const { document } = await loadDefinitions(`
import requests

@dg.asset(group_name=requests.get("http://shop").text, kinds={"python"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`);

  expect(document.nodes).toMatchObject([{ key: "orders", group: null, kinds: ["python"], unresolved: ["group"] }]);
  expect(document.unresolved).toMatchObject([{ subject: "asset:orders", field: "group", file: "definitions.py", line: 5 }]);
});

test("what is assumed of the environment is said where it matters", async () => {
  const text = `
import os

@dg.asset(group_name=os.getenv("TEAM", "shop"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`;
  const unset = await loadDefinitions(text);
  const set = await loadDefinitions(text, {}, { environment: new Map([["TEAM", "billing"]]) });

  expect(unset.document.nodes).toMatchObject([{ group: "shop", assumes: ["TEAM unset"] }]);
  expect(set.document.nodes).toMatchObject([{ group: "billing", assumes: [] }]);
});

test("a secret in the configuration of a resource is masked, a variable is named", async () => {
  const { document } = await loadDefinitions(`
class Database(dg.ConfigurableResource):
    host: str
    password: str
    url: str
    schema_name: str = "public"

defs = dg.Definitions(resources={"db": Database(host=dg.EnvVar("DB_HOST"), password="hunter2", url="postgres://shop:pw@db/shop")})
`);

  expect(document.resources).toMatchObject([
    {
      key: "db",
      type: "definitions.Database",
      config: { host: { env: "DB_HOST" }, password: { value: "***" }, url: { value: "***" } },
      unresolved: [],
    },
  ]);
});

test("an exception at module level is a problem, and what came before it is still read", async () => {
  const { document, problems } = await loadDefinitions(
    "orders = dg.AssetSpec('orders')\ndefs = dg.Definitions(assets=[orders])\nraise ValueError('stop')\n",
  );

  expect(problems).toMatchObject([{ at: { path: "definitions.py" } }]);
  expect(document.unresolved).toMatchObject([{ subject: "location", field: null, line: 4 }]);
});
