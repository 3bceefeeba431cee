/** The code behind assets that no function of their own makes: what a review compares. */
import { expect, test } from "vitest";
import type { EntryPoint } from "../../../src/dagster/analysis.ts";
import { analyzeFiles } from "./analyze-files.ts";

const PIPELINE = `import dlt
import dagster as dg
from dagster_dlt import dlt_assets

def clean(row):
    return row

@dlt.resource
def orders():
    yield clean({"id": 1})

@dlt.transformer(data_from=orders)
def order_lines(order):
    yield [order]

@dlt.source
def shop():
    return [orders, order_lines]

@dlt_assets(dlt_source=shop(), dlt_pipeline=dlt.pipeline(pipeline_name="shop", dataset_name="raw", destination="duckdb"))
def shop_assets(context, dlt):
    yield from dlt.run(context=context)

defs = dg.Definitions(assets=[shop_assets])
`;

const ENTRIES: readonly EntryPoint[] = [{ kind: "file", target: "definitions.py", workingDirectory: "" }];

async function hashes(files: Readonly<Record<string, string>>, entries = ENTRIES): Promise<Readonly<Record<string, string | undefined>>> {
  const [location] = await analyzeFiles(files, { entries });
  return Object.fromEntries([...(location?.provenance ?? [])].map(([subject, { codeHash }]) => [subject, codeHash]));
}

test("the code of a dlt asset is that of its resource, of what it calls and of what it takes its rows from", async () => {
  const base = await hashes({ "definitions.py": PIPELINE });
  const [orders, lines] = ["asset:dlt_shop_orders", "asset:dlt_shop_order_lines"];
  const changed = async (from: string, to: string): Promise<readonly boolean[]> => {
    const now = await hashes({ "definitions.py": PIPELINE.replace(from, to) });
    return [now[orders] !== base[orders], now[lines] !== base[lines]];
  };

  expect(base[orders]).toMatch(/^[0-9a-f]{32}$/);
  expect(await changed("def clean(row):", "# rows\ndef clean(row):")).toEqual([false, false]);
  expect(await changed("yield [order]", "yield [order, order]")).toEqual([false, true]);
  expect(await changed("return row\n", "return dict(row)\n")).toEqual([true, true]);
});

const SCRIPT = {
  "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n[tool.dg.project]\nroot_module = "shop"\n',
  "shop/__init__.py": "",
  "shop/defs/__init__.py": "",
  "shop/defs/load/defs.yaml":
    "type: dagster.PythonScriptComponent\nattributes:\n  execution: {path: load_orders.py}\n  assets: [{key: orders}]\n",
  "shop/defs/load/load_orders.py": "import csv\nprint('orders')\n",
  "shop/defs/sums/defs.yaml": `type: dagster.TemplatedSqlComponent
attributes:
  sql_template: {path: revenue.sql}
  assets: [{key: revenue}]
  connection: "{{ load_component_at_path('connection') }}"
`,
  "shop/defs/sums/revenue.sql": "select sum(price) from orders",
};
const PROJECT: readonly EntryPoint[] = [{ kind: "autoload-defs", target: "shop.defs", workingDirectory: "" }];

test("the code of a script's asset is the script, of a template's asset the SQL, without comments and layout", async () => {
  const base = await hashes(SCRIPT, PROJECT);
  const changed = async (path: keyof typeof SCRIPT, text: string): Promise<readonly string[]> => {
    const now = await hashes({ ...SCRIPT, [path]: text }, PROJECT);
    return Object.keys(base).filter((subject) => now[subject] !== base[subject]);
  };

  expect(Object.keys(base)).toEqual(expect.arrayContaining(["asset:orders", "asset:revenue"]));
  expect(await changed("shop/defs/load/load_orders.py", "import csv  # rows\n\nprint( 'orders' )\n")).toEqual([]);
  expect(await changed("shop/defs/load/load_orders.py", "print('orders')\n")).toEqual(["asset:orders"]);
  expect(await changed("shop/defs/sums/revenue.sql", "-- all\nselect sum(price)\nfrom orders")).toEqual([]);
  expect(await changed("shop/defs/sums/revenue.sql", "select max(price) from orders")).toEqual(["asset:revenue"]);
});
