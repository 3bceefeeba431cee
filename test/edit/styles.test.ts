/** Edits of definitions written in ways that are less common, each as real Dagster was seen to take the result. */
import { describe, expect, it } from "vitest";
import type { EditRequest } from "../../src/edit/edit-request.ts";
import { edited, type Files, refused } from "./edit-files.ts";

async function change(text: string, request: EditRequest): Promise<string | undefined> {
  return (await edited({ "definitions.py": text }, request))["definitions.py"];
}

const PAIR = "import dagster as dg\n\n@dg.asset\ndef orders(): ...\n\n@dg.asset\ndef customers(): ...\n\n";

describe("deps that are a tuple", () => {
  const text = `${PAIR}@dg.asset(deps=(orders, customers))\ndef revenue(): ...\n`;

  it("stay a tuple when one of two is left", async () => {
    expect(await change(text, { kind: "remove-dep", asset: "revenue", upstream: "customers" })).toBe(
      text.replace("(orders, customers)", "(orders,)"),
    );
    expect(await change(text, { kind: "remove-dep", asset: "revenue", upstream: "orders" })).toBe(
      text.replace("(orders, customers)", "(customers,)"),
    );
  });

  it("take one more", async () => {
    const one = `${PAIR}@dg.asset(deps=(orders,))\ndef revenue(): ...\n`;
    expect(await change(one, { kind: "add-dep", asset: "revenue", upstream: "customers" })).toBe(
      one.replace("(orders,)", "(orders, customers,)"),
    );
  });
});

describe("deps that a constant holds", () => {
  it("lose the element where the list is written", async () => {
    const text = `${PAIR}UPSTREAMS = ["orders", "customers"]  # both\n\n@dg.asset(deps=UPSTREAMS)\ndef revenue(): ...\n`;
    expect(await change(text, { kind: "remove-dep", asset: "revenue", upstream: "customers" })).toBe(
      text.replace('["orders", "customers"]', '["orders"]'),
    );
  });

  it("are left alone where others use them", async () => {
    const text = `${PAIR}UPSTREAMS = ["orders", "customers"]\n\n@dg.asset(deps=UPSTREAMS)\ndef revenue(): ...\n\n@dg.asset(deps=UPSTREAMS)\ndef report(): ...\n`;
    expect(await refused({ "definitions.py": text }, { kind: "remove-dep", asset: "revenue", upstream: "customers" })).toMatch(
      /^graph-would-differ/,
    );
  });
});

describe("assets of `outs`", () => {
  const text =
    'import dagster as dg\n\n@dg.multi_asset(outs={"orders": dg.AssetOut(), "items": dg.AssetOut(group_name="raw")})\ndef tables(): ...\n';

  it("have their fields at their `AssetOut`", async () => {
    expect(await change(text, { kind: "set", asset: "orders", field: "owners", value: "team:data" })).toBe(
      text.replace('"orders": dg.AssetOut()', '"orders": dg.AssetOut(owners=["team:data"])'),
    );
    expect(await change(text, { kind: "set", asset: "items", field: "group" })).toBe(text.replace('group_name="raw"', ""));
  });

  it("share what only the function has", async () => {
    const request: EditRequest = { kind: "set", asset: "orders", field: "partitions", value: "daily:2024-01-01" };
    expect(await refused({ "definitions.py": text }, request)).toBe(
      "graph-would-differ: the code that makes `orders` makes `items` too, and would change them as well",
    );
  });
});

describe("modules that a loader gives a prefix", () => {
  const files: Files = {
    "definitions.py": `import dagster as dg
import raw

defs = dg.Definitions(assets=dg.load_assets_from_modules([raw], key_prefix="wh"))
`,
    "raw.py": `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(ins={"o": dg.AssetIn(key="orders")})
def revenue(o): ...

@dg.asset(deps=["orders"])
def report(): ...
`,
  };

  it("name their assets without it, wherever they do", async () => {
    const after = await edited(files, { kind: "rename-asset", asset: "wh/orders", to: "wh/purchases" });
    expect(after["raw.py"]).toBe(files["raw.py"]?.replaceAll("orders", "purchases"));
  });

  it("lose dependencies that are written without it", async () => {
    const after = await edited(files, { kind: "remove-dep", asset: "wh/report", upstream: "wh/orders" });
    expect(after["raw.py"]).toBe(files["raw.py"]?.replace('(deps=["orders"])', ""));
  });

  it("get new assets without it, and say what to call them", async () => {
    const definition = { what: "asset" as const, key: ["wh", "items"] };
    const after = await edited(files, { kind: "add-definition", module: "raw.py", definition });
    expect(after["raw.py"]).toBe(`${files["raw.py"]}\n\n@dg.asset\ndef items():\n    ...\n`);
    const bare: EditRequest = { kind: "add-definition", module: "raw.py", definition: { what: "asset", key: ["items"] } };
    expect(await refused(files, bare)).toBe("invalid-name: `raw.py` is loaded with the prefix `wh`");
  });
});

describe("a check that loads the asset it is on", () => {
  it("needs no `ins` for a key of more parts", async () => {
    const text = `${PAIR}@dg.asset_check(asset="customers")\ndef is_known(context, customers): ...\n\ndefs = dg.Definitions(assets=[orders, customers], asset_checks=[is_known])\n`;
    expect(await change(text, { kind: "rename-asset", asset: "customers", to: "raw/customers" })).toBe(
      text
        .replace("@dg.asset\ndef customers", '@dg.asset(key_prefix="raw")\ndef customers')
        .replace('asset="customers"', 'asset=dg.AssetKey(["raw", "customers"])'),
    );
  });
});

describe("a star import of dagster", () => {
  it("has every name of it", async () => {
    const text = "from dagster import *\n\n@asset\ndef orders(): ...\n";
    expect(await change(text, { kind: "set", asset: "orders", field: "automation-condition", value: "eager" })).toBe(
      text.replace("@asset", "@asset(automation_condition=AutomationCondition.eager())"),
    );
  });
});

describe("what is refused says what stands in the way", () => {
  const jobs = `${PAIR}daily = dg.define_asset_job("daily", selection="*")\nnightly = dg.ScheduleDefinition(job=daily, cron_schedule="@daily")\ndefs = dg.Definitions(assets=[orders], jobs=[daily], schedules=[nightly])\n`;
  const repository = 'import dagster as dg\n\n@dg.repository\ndef shop():\n    return [dg.SourceAsset("orders")]\n';
  const documented = 'import dagster as dg\n\n@dg.asset\ndef orders():\n    """All that was sold."""\n';

  it.each<[string, EditRequest, RegExp]>([
    [
      jobs,
      { kind: "take-from-definitions", object: "definitions.py:daily" },
      /not-editable: the schedule `.*` runs it, which loads it too/,
    ],
    [repository, { kind: "set", asset: "orders", field: "owners", value: "team:data" }, /not-editable: `SourceAsset` takes no `owners`/],
    [
      repository,
      { kind: "add-definition", module: "m.py", definition: { what: "resource", name: "Db", key: "db", values: [] } },
      /not-editable: a `@repository` holds no resources of its own/,
    ],
    [
      documented,
      { kind: "set", asset: "orders", field: "description" },
      /computed-value: no argument or entry gives `orders` its `description`/,
    ],
  ])("%#", async (text, request, reason) => {
    expect(await refused({ "definitions.py": text }, request)).toMatch(reason);
  });
});
