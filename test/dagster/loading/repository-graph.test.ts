import { expect, test } from "vitest";
import { edgesOf, loadDefinitions, nodesOf } from "./analyze-files.ts";

const SHOP = `
@dg.asset
def orders(): ...

@dg.asset(group_name="marts", key_prefix="shop")
def revenue(orders): ...
`;

test("a dependency on a name is taken for the asset of that name in the same group", async () => {
  const { document } = await loadDefinitions(`${SHOP}
@dg.asset(group_name="marts", deps=["revenue"])
def report(): ...

@dg.asset(deps=["revenue"])
def elsewhere(): ...

defs = dg.Definitions(assets=[orders, revenue, report, elsewhere])
`);

  expect(edgesOf(document)).toEqual(["revenue -> elsewhere", "shop/revenue -> report", "orders -> shop/revenue"]);
  expect(nodesOf(document)).toEqual(["asset elsewhere", "asset orders", "asset report", "stub revenue", "asset shop/revenue"]);
});

test("bare specs of one partitions definition do not stand for each other, others do", async () => {
  const { document } = await loadDefinitions(`
defs = dg.Definitions(assets=[
    dg.AssetSpec(["raw", "orders"]),
    dg.AssetSpec("copied", deps=["orders"]),
    dg.AssetSpec("split", deps=["orders"], partitions_def=dg.StaticPartitionsDefinition(["eu"])),
])
`);

  expect(edgesOf(document)).toEqual(["orders -> copied", "raw/orders -> split"]);
});

test("a source asset that comes after the definition of its key is what Dagster loads", async () => {
  const { document, graphs } = await loadDefinitions(`${SHOP}
defs = dg.Definitions(assets=[orders, revenue, dg.SourceAsset("orders", group_name="raw")])
`);

  expect(document.nodes.find(({ key }) => key === "orders")).toMatchObject({ kind: "external", group: "raw" });
  expect(graphs[0]?.assets.get("orders")?.claims).toHaveLength(2);
});

test("every definition of a key is kept for whoever judges it", async () => {
  const { graphs } = await loadDefinitions(`
@dg.asset(name="orders")
def first(): ...

@dg.asset(name="orders")
def second(): ...

defs = dg.Definitions(assets=[first, second, first])
`);

  const claims = graphs[0]?.assets.get("orders")?.claims ?? [];

  expect(claims.map(({ payload }) => payload?.function?.kind === "function" && payload.function.name)).toEqual(["first", "second"]);
});

test("a parameter without an upstream is a fact with its place, not an error", async () => {
  const { graphs, document } = await loadDefinitions("\n@dg.asset\ndef revenue(orders): ...\n\ndefs = dg.Definitions(assets=[revenue])\n");

  expect(graphs[0]?.assets.get("revenue")?.dependencies).toMatchObject([
    { path: ["orders"], parameter: "orders", resolvedBy: "none", to: "orders" },
  ]);
  expect(document.edges[0]?.source).toMatchObject({ file: "definitions.py", line: 4, column: 13 });
});

test("assets that a target names join the repository, its hidden job does not show", async () => {
  const { document, graphs } = await loadDefinitions(`${SHOP}
nightly = dg.ScheduleDefinition(name="nightly", cron_schedule="0 3 * * *", target=[orders, revenue])
defs = dg.Definitions(schedules=[nightly])
`);

  expect(nodesOf(document)).toEqual(["asset orders", "asset shop/revenue"]);
  expect(document.jobs).toEqual([]);
  expect(document.schedules[0]?.target).toEqual({ assets: ["orders", "shop/revenue"] });
  expect(graphs[0]?.jobs.map(({ name, hidden }) => ({ name, hidden }))).toEqual([{ name: "__anonymous_asset_job_nightly", hidden: true }]);
});

test("a job that only a schedule names is listed", async () => {
  const { document } = await loadDefinitions(`${SHOP}
schedule = dg.ScheduleDefinition(job=dg.define_asset_job("daily", selection="shop/revenue"), cron_schedule="@daily")
defs = dg.Definitions(assets=[orders, revenue], schedules=[schedule])
`);

  expect(document.jobs).toMatchObject([{ name: "daily", kind: "asset", assets: ["shop/revenue"] }]);
  expect(document.schedules).toMatchObject([{ name: "daily_schedule", cron: ["@daily"], timezone: null, target: { job: "daily" } }]);
});

test("the name of a job that does not exist is kept apart", async () => {
  const { graphs } = await loadDefinitions(
    'defs = dg.Definitions(schedules=[dg.ScheduleDefinition(name="nightly", cron_schedule="@daily", job_name="daily")])\n',
  );

  expect(graphs[0]?.schedules[0]?.target).toMatchObject({ kind: "unresolved-name", name: "daily" });
});

test("what a selection does not find is a problem of its job, at the place where it is written", async () => {
  const { graphs, document } = await loadDefinitions(`${SHOP}
defs = dg.Definitions(assets=[orders, revenue], jobs=[
    dg.define_asset_job("missing", selection="refunds"),
    dg.define_asset_job("invalid", selection="group:m*"),
    dg.define_asset_job("nothing", selection="tag:tier=gold"),
])
`);

  const problems = Object.fromEntries(
    (graphs[0]?.jobs ?? []).map(({ name, selection }) => [name, selection?.problems.map(({ error }) => error.kind)]),
  );
  expect(problems).toEqual({ missing: ["unknown-asset"], invalid: ["invalid-string"], nothing: [] });
  expect(document.jobs.find(({ name }) => name === "nothing")).toMatchObject({ kind: "asset", assets: [], unresolved: [] });
});

test("a job of checks alone is a checks job", async () => {
  const { document } = await loadDefinitions(`${SHOP}
@dg.asset_check(asset=orders, blocking=True)
def no_nulls(): ...

defs = dg.Definitions(assets=[orders, revenue], asset_checks=[no_nulls], jobs=[
    dg.define_asset_job("checks", selection=dg.AssetSelection.checks(no_nulls)),
    dg.define_asset_job("all"),
])
`);

  expect(document.checks).toMatchObject([{ asset: "orders", name: "no_nulls", blocking: true }]);
  expect(document.jobs).toMatchObject([
    { name: "all", kind: "asset", assets: ["orders", "shop/revenue"], checks: ["orders:no_nulls"] },
    { name: "checks", kind: "checks", assets: [], checks: ["orders:no_nulls"] },
  ]);
});

test("Dagster's own automation sensor is there when no other covers a condition", async () => {
  const assets = "\n@dg.asset(automation_condition=dg.AutomationCondition.eager())\ndef orders(): ...\n";
  const covering = 'dg.AutomationConditionSensorDefinition("mine", target=dg.AssetSelection.all())';

  const uncovered = await loadDefinitions(`${assets}\ndefs = dg.Definitions(assets=[orders])\n`);
  const covered = await loadDefinitions(`${assets}\ndefs = dg.Definitions(assets=[orders], sensors=[${covering}])\n`);
  const without = await loadDefinitions(
    "defs = dg.Definitions(assets=[dg.AssetSpec('orders', automation_condition=dg.AutomationCondition.eager())])\n",
  );

  expect(uncovered.document.sensors).toMatchObject([
    { name: "default_automation_condition_sensor", type: "automation", assets: ["orders"] },
  ]);
  expect(covered.document.sensors.map(({ name }) => name)).toEqual(["mine"]);
  expect(without.document.sensors).toEqual([]);
});

test("a schedule of a partitioned asset job takes its cron from the assets", async () => {
  const { document } = await loadDefinitions(`
@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2024-01-01", timezone="Europe/Berlin"))
def orders(): ...

job = dg.define_asset_job("daily", selection=[orders])
defs = dg.Definitions(assets=[orders], jobs=[job], schedules=[dg.build_schedule_from_partitioned_job(job, hour_of_day=4)])
`);

  expect(document.jobs).toMatchObject([{ name: "daily", partitions: { type: "daily", timezone: "Europe/Berlin" } }]);
  expect(document.schedules).toMatchObject([{ name: "daily_schedule", cron: ["0 4 * * *"], timezone: "Europe/Berlin" }]);
});

test("a key with a slash in one part is another asset than the one it prints like", async () => {
  const { graphs } = await loadDefinitions(
    "defs = dg.Definitions(assets=[dg.AssetSpec(['raw', 'orders']), dg.AssetSpec('report', deps=['raw/orders'])])\n",
  );

  expect([...(graphs[0]?.assets.values() ?? [])].map(({ kind, path }) => ({ kind, path }))).toEqual([
    { kind: "external", path: ["raw", "orders"] },
    { kind: "external", path: ["report"] },
    { kind: "stub", path: ["raw/orders"] },
  ]);
});
