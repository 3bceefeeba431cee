import { describe, expect, it } from "vitest";
import { edited, type Files, graphOf, refused } from "./edit-files.ts";

const rename = (asset: string, to: string) => ({ kind: "rename-asset", asset, to }) as const;

async function renamed(text: string, asset: string, to: string): Promise<string | undefined> {
  return (await edited({ "definitions.py": text }, rename(asset, to)))["definitions.py"];
}

const SHOP = `import dagster as dg


@dg.asset
def orders():
    return [1]


@dg.asset
def revenue(context, orders):  # sums orders
    def inner():
        return sum(orders)

    return inner() + len([orders for orders in [1]]) + (lambda orders: orders)(2)


@dg.asset(deps=[orders, "customers"])
def report(): ...


job = dg.define_asset_job("daily", selection="key:orders+ and not key:\\"orders\\"")
sensor_job = dg.define_asset_job("other", selection=["orders", "revenue"])
defs = dg.Definitions(assets=[orders, revenue, report], jobs=[job, sensor_job])
`;

describe("renaming an asset", () => {
  it("renames its function, consumers' parameters with their uses, deps and selections, and nothing else", async () => {
    expect(await renamed(SHOP, "orders", "purchases")).toBe(`import dagster as dg


@dg.asset
def purchases():
    return [1]


@dg.asset
def revenue(context, purchases):  # sums orders
    def inner():
        return sum(purchases)

    return inner() + len([orders for orders in [1]]) + (lambda orders: orders)(2)


@dg.asset(deps=[purchases, "customers"])
def report(): ...


job = dg.define_asset_job("daily", selection="key:purchases+ and not key:\\"purchases\\"")
sensor_job = dg.define_asset_job("other", selection=["purchases", "revenue"])
defs = dg.Definitions(assets=[purchases, revenue, report], jobs=[job, sensor_job])
`);
  });

  it("gives the file back when it is renamed back", async () => {
    const there = await edited({ "definitions.py": SHOP }, rename("orders", "purchases"));
    expect(await edited(there, rename("purchases", "orders"))).toEqual({ "definitions.py": SHOP });
  });

  it("changes nothing the second time", async () => {
    const once = await edited({ "definitions.py": SHOP }, rename("orders", "purchases"));
    expect(await edited(once, rename("orders", "purchases"))).toEqual(once);
  });

  it("keeps line ends, tabs and single quotes", async () => {
    const text =
      "import dagster as dg\r\n\r\n@dg.asset(\r\n\tname='orders',\r\n)\r\ndef load(): ...\r\n\r\n@dg.asset(deps=['orders'])\r\ndef b(): ...\r\n";
    expect(await renamed(text, "orders", "purchases")).toBe(text.replaceAll("'orders'", "'purchases'"));
  });

  it("gives `name=` to a function whose new name is taken, and keeps the function", async () => {
    const text = "import dagster as dg\n\npurchases = 1\n\n\n@dg.asset\ndef orders(): ...\n\n\n@dg.asset(deps=[orders])\ndef b(): ...\n";
    expect(await renamed(text, "orders", "purchases")).toBe(text.replace("@dg.asset\n", '@dg.asset(name="purchases")\n'));
  });

  it("tells the key to a parameter that cannot be renamed", async () => {
    const text =
      "from dagster import asset\n\n\n@asset\ndef orders(): ...\n\n\n@asset\ndef b(orders):\n    purchases = orders\n    return purchases\n";
    expect(await renamed(text, "orders", "purchases")).toBe(
      'from dagster import AssetIn, asset\n\n\n@asset\ndef purchases(): ...\n\n\n@asset(ins={"orders": AssetIn("purchases")})\ndef b(orders):\n    purchases = orders\n    return purchases\n',
    );
  });

  it("edits the data of a factory that is used once for it", async () => {
    const text = `import dagster as dg

TABLES = [("orders", "raw"), ("customers", "raw")]


def make(table, group):
    @dg.asset(name=table, group_name=group)
    def _load(): ...

    return _load


assets = [make(table, group) for table, group in TABLES]
defs = dg.Definitions(assets=assets)
`;
    expect(await renamed(text, "orders", "purchases")).toBe(text.replace('"orders"', '"purchases"'));
  });

  it("follows imports, re-exports, module attributes, tests and strings that name the function", async () => {
    const files: Files = {
      "pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n',
      "shop/__init__.py": "",
      "shop/raw.py": '__all__ = ["orders"]\n\nimport dagster as dg\n\n\n@dg.asset\ndef orders(): ...\n',
      "shop/assets/__init__.py": "from shop.raw import orders\n",
      "shop/definitions.py":
        "import dagster as dg\n\nfrom shop import raw\nfrom shop.assets import orders as imported\n\ndefs = dg.Definitions(assets=[raw.orders])\n",
      "tests/test_raw.py":
        'from unittest import mock\n\nfrom dagster import AssetKey\nfrom shop.assets import orders\n\n\ndef test_orders():\n    with mock.patch("shop.raw.orders"):\n        assert orders.key == AssetKey("orders")\n    # orders\n',
      "other/jobs.py": 'from dagster import AssetKey\n\nKEY = AssetKey("orders")\n',
    };
    const after = await edited(files, rename("orders", "purchases"));
    expect(after["shop/raw.py"]).toBe(files["shop/raw.py"]?.replaceAll("orders", "purchases"));
    expect(after["shop/assets/__init__.py"]).toBe("from shop.raw import purchases\n");
    expect(after["shop/definitions.py"]).toBe(
      "import dagster as dg\n\nfrom shop import raw\nfrom shop.assets import purchases as imported\n\ndefs = dg.Definitions(assets=[raw.purchases])\n",
    );
    expect(after["tests/test_raw.py"]).toBe(
      'from unittest import mock\n\nfrom dagster import AssetKey\nfrom shop.assets import purchases\n\n\ndef test_orders():\n    with mock.patch("shop.raw.purchases"):\n        assert purchases.key == AssetKey("purchases")\n    # orders\n',
    );
    expect(after["other/jobs.py"]).toBe(files["other/jobs.py"]);
  });

  it("leads to the same graph under another name", async () => {
    const [before] = await graphOf({ "definitions.py": SHOP });
    const [after] = await graphOf(await edited({ "definitions.py": SHOP }, rename("orders", "purchases")));
    expect(JSON.parse(JSON.stringify(after?.nodes.map(({ key }) => key)).replaceAll("purchases", "orders")).sort()).toEqual(
      before?.nodes.map(({ key }) => key),
    );
    expect(after?.jobs.find(({ name }) => name === "other")?.assets).toEqual(["purchases", "revenue"]);
  });
});

describe("renaming an asset to a key of another number of parts", () => {
  const files: Files = {
    "definitions.py": `import dagster as dg


@dg.asset(key_prefix="raw", group_name="raw")
def orders():
    return 1


@dg.asset
def customers():
    return 2


prices = dg.AssetSpec("prices")
stock = dg.AssetSpec(dg.AssetKey(["erp", "stock"]))


@dg.asset(ins={"orders": dg.AssetIn(key_prefix="raw")}, deps=["prices", ["erp", "stock"]])
def revenue(orders, customers):
    return orders + customers


@dg.asset_check(asset=["raw", "orders"])
def fine(orders):
    return dg.AssetCheckResult(passed=True)


job = dg.define_asset_job("daily", selection='key:"raw/orders" or key:customers or key:"erp/stock"')

defs = dg.Definitions(assets=[orders, customers, prices, stock, revenue], jobs=[job], asset_checks=[fine])
`,
  };

  it.each([
    ["raw/orders", "orders", ['@dg.asset(group_name="raw")', '@dg.asset(deps=["prices"', 'asset=["orders"]', `'key:"orders" or`]],
    [
      "customers",
      "crm/customers",
      ['@dg.asset(key_prefix="crm")', '"customers": dg.AssetIn(key=["crm", "customers"])', "or key:crm/customers or"],
    ],
    ["prices", "pim/prices", ['dg.AssetSpec(dg.AssetKey(["pim", "prices"]))', 'deps=[dg.AssetKey(["pim", "prices"]), ["erp", "stock"]]']],
    ["erp/stock", "stock", ['dg.AssetKey(["stock"])', 'deps=["prices", ["stock"]]', 'or key:"stock"']],
    ["erp/stock", "a/b/stock", ['dg.AssetKey(["a", "b", "stock"])', 'deps=["prices", ["a", "b", "stock"]]']],
  ])("%s -> %s", async (asset, to, expected) => {
    const after = await edited(files, rename(asset, to));
    for (const text of expected) expect(after["definitions.py"]).toContain(text);
    expect((await graphOf(after)).flatMap(({ nodes }) => nodes.map(({ key }) => key))).toContain(to);
  });

  it("follows what Dagster takes for the asset because of its group", async () => {
    const text = `import dagster as dg
@dg.asset(key_prefix="raw", group_name="raw")
def orders(): ...
@dg.asset(key_prefix="raw", group_name="raw", deps={"orders"})
def revenue(): ...
`;
    const after = await edited({ "definitions.py": text }, rename("raw/orders", "raw/purchases"));
    expect(after["definitions.py"]).toBe(text.replace("def orders", "def purchases").replace('{"orders"}', '{"purchases"}'));
  });
});

describe("an asset is not renamed", () => {
  const one = (text: string): Files => ({ "definitions.py": `import dagster as dg\n${text}` });

  it("when its name is computed", async () => {
    const text =
      'for n in ["a", "b"]:\n    @dg.asset(name=f"{n}_orders")\n    def load(): ...\n    globals()[n] = load\ndefs = dg.Definitions(assets=[a, b])\n';
    expect(await refused(one(`a = b = None\n${text}`), rename("a_orders", "purchases"))).toMatch(
      /^(graph-would-differ|unknown-subject|not-editable)/,
    );
  });

  it("when the constant that names it names others too", async () => {
    const text = 'P = "raw"\n@dg.asset(key_prefix=P)\ndef a(): ...\n@dg.asset(key_prefix=P)\ndef b(): ...\n';
    expect(await refused(one(text), rename("raw/a", "bronze/a"))).toMatch(/^graph-would-differ/);
  });

  it.each([
    ["b", "name-taken"],
    ["class", "invalid-name"],
    ["a b", "invalid-name"],
  ])("to `%s`: %s", async (to, reason) => {
    expect(await refused(one("@dg.asset\ndef a(): ...\n@dg.asset\ndef b(): ...\n"), rename("a", to))).toMatch(new RegExp(`^${reason}`));
  });

  it("when a file that it needs to edit has a syntax error", async () => {
    expect(await refused(one("@dg.asset\ndef a(): ...\n\nx = (\n"), rename("a", "c"))).toMatch(/^syntax-error/);
  });

  it("when nobody knows it", async () => {
    expect(await refused(one(""), rename("a", "c"))).toBe("unknown-subject: there is no asset `a`");
  });
});
