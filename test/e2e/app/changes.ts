/** A dozen pull requests that data teams really open against the example shop, each told by what it does to the files. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../support/github-server/bare-repository.ts";

const EXAMPLE = new URL("../../../examples/shop/", import.meta.url).pathname;

/** What the comments are to show, so that a new rule does not change them. */
const SELECTED_RULES = `select:
  - asset-key-invalid
  - asset-missing-tags
  - invalid-syntax
  - missing-upstream-asset
  - partitioned-schedule-offsets
  - schedule-multiple-targets
  - unknown-dep-becomes-external
  - dep-broken-by-this-pr
`;

/** Texts by path. */
const EXAMPLE_SHOP: Readonly<Record<string, string>> = Object.fromEntries([
  [".github/dagsight.yml", SELECTED_RULES],
  ...readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(EXAMPLE.length), readFileSync(path, "utf8")]),
]);

export interface PullRequestChange {
  readonly title: string;
  readonly base: Files;
  readonly change: Files;
  readonly fromFork?: boolean;
  /** What is pushed after the first review. */
  readonly pushed?: Files;
}

const MARTS = "shop/assets/marts.py";
const RAW = "shop/assets/raw.py";
const STAGING = "shop/assets/staging.py";

/** The example's file with one passage in another's place; throws when the example has it no more. */
function edit(path: string, ...passages: readonly (readonly [from: string, to: string])[]): Files {
  let text = EXAMPLE_SHOP[path] ?? "";
  for (const [from, to] of passages) {
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    text = text.replaceAll(from, to);
  }
  return { [path]: text };
}

function append(path: string, code: string): Files {
  return { [path]: `${EXAMPLE_SHOP[path]}${code}` };
}

const REFUNDS = `

@dg.asset(
    group_name="finance",
    kinds={"duckdb"},
    owners=["team:finance"],
    partitions_def=monthly,
    deps=["monthly_close", "stg_payments"],
    automation_condition=dg.AutomationCondition.eager(),
)
def refunds(warehouse: Warehouse) -> None:
    """What was paid back, by month."""
    warehouse.execute("refresh analytics.refunds")
`;

const SUPPLIERS = [
  "acorn",
  "birch",
  "cedar",
  "dogwood",
  "elm",
  "fir",
  "ginkgo",
  "hazel",
  "ivy",
  "juniper",
  "katsura",
  "larch",
  "maple",
  "nutmeg",
  "oak",
];

const FACTORY = `"""One feed, its cleaned copy and its figures for each supplier."""

import dagster as dg

SUPPLIERS = ${JSON.stringify(SUPPLIERS)}


def supplier_assets(name: str) -> list[dg.AssetsDefinition]:
    @dg.asset(name=f"{name}_feed", key_prefix="suppliers", group_name="suppliers", kinds={"s3"}, owners=["team:data-platform"])
    def feed() -> None: ...

    @dg.asset(name=f"{name}_offers", key_prefix="suppliers", group_name="suppliers", kinds={"duckdb"}, deps=[feed])
    def offers() -> None: ...

    @dg.asset(name=f"{name}_margin", key_prefix="suppliers", group_name="purchasing", kinds={"duckdb"}, deps=[offers, "product_performance"])
    def margin() -> None: ...

    return [feed, offers, margin]


assets = [asset for name in SUPPLIERS for asset in supplier_assets(name)]
`;

const REPORTING = {
  "reporting/pyproject.toml":
    '[project]\nname = "reporting"\ndependencies = ["dagster>=1.13,<1.14"]\n\n[tool.dagster]\nmodule_name = "reporting.definitions"\n',
  "reporting/reporting/__init__.py": "",
  "reporting/reporting/definitions.py": `import dagster as dg


@dg.asset(deps=["daily_revenue"], group_name="dashboards", owners=["team:bi"])
def revenue_dashboard(): ...


@dg.asset(deps=[revenue_dashboard, "monthly_close"], group_name="dashboards", owners=["team:bi"])
def investor_update(): ...


defs = dg.Definitions(assets=[revenue_dashboard, investor_update])
`,
};

const HOSTILE = `

@dg.asset(key=["raw", "@octocat closes #1"], group_name="raw", description="<script>alert(1)</script> | \`\`\`", owners=["team:<!-- dagsight:v1 -->"])
def mention() -> None: ...


@dg.asset(key=["raw", "a|b\`c\`"], group_name="raw", metadata={"</details>": "](https://example.com)"})
def table_cell() -> None: ...


@dg.asset(key=["raw", "end"], deps=[mention, table_cell], tags={"class": "evil"})
def end() -> None: ...


@dg.asset(key=["raw", "\\u202egnp.exe"], deps=[end])
def turned() -> None: ...


@dg.asset(key=["raw", "%%{init: {}}%% click n1 'javascript:alert(1)'"], deps=[end])
def directive() -> None: ...
`;

export const CHANGES: Readonly<Record<string, PullRequestChange>> = {
  "added-asset": { title: "Report refunds", base: EXAMPLE_SHOP, change: append(MARTS, REFUNDS) },
  "removed-with-consumers": {
    title: "Nobody needs payments",
    base: EXAMPLE_SHOP,
    change: edit(STAGING, [
      EXAMPLE_SHOP[STAGING]?.match(/@dg\.asset\(deps=\[dg\.AssetKey\(\["raw", "payments"\]\)\][\s\S]*?\n\n\n/)?.[0] ?? "missing",
      "",
    ]),
  },
  renamed: {
    title: "Call it net revenue, as finance does",
    base: EXAMPLE_SHOP,
    change: {
      ...edit(
        MARTS,
        ["def daily_revenue(", "def net_revenue("],
        ["dg.AssetDep(daily_revenue)", "dg.AssetDep(net_revenue)"],
        ["def board_report(daily_revenue,", "def board_report(net_revenue,"],
        ["len(daily_revenue)", "len(net_revenue)"],
      ),
      ...edit("shop/checks.py", ["marts.daily_revenue", "marts.net_revenue"]),
    },
  },
  "broken-file": {
    title: "Work in progress",
    base: EXAMPLE_SHOP,
    change: {
      ...append(
        "shop/checks.py",
        "\n\n@dg.asset_check(asset=staging.stg_orders\ndef no_orders_twice(stg_orders):\n    return dg.AssetCheckResult(passed=True)\n",
      ),
      ...append(MARTS, REFUNDS),
    },
  },
  partitions: {
    title: "Orders by hour",
    base: EXAMPLE_SHOP,
    change: edit("shop/partitions.py", [
      'daily = dg.DailyPartitionsDefinition(start_date=FIRST_ORDER, timezone="Europe/Vienna")',
      'daily = dg.HourlyPartitionsDefinition(start_date=f"{FIRST_ORDER}-00:00", timezone="Europe/Vienna")',
    ]),
  },
  schedules: {
    title: "Fresher catalogue, report on Fridays",
    base: EXAMPLE_SHOP,
    change: edit("shop/schedules.py", ["0 */6 * * *", "*/5 * * * *"], ["0 7 * * 1", "0 16 * * 5"], ["0 1 * * 0", "0 1 31 2 *"]),
  },
  "only-findings": {
    title: "Name the job as well",
    base: EXAMPLE_SHOP,
    change: edit("shop/schedules.py", ["job=warehouse_maintenance,", 'job=warehouse_maintenance, job_name="warehouse_maintenance",']),
  },
  "taken-back": {
    title: "Report refunds",
    base: EXAMPLE_SHOP,
    change: append(MARTS, REFUNDS),
    pushed: { ...edit(MARTS), "README.md": "# Shop\n" },
  },
  "many-assets": {
    title: "Suppliers' feeds",
    base: EXAMPLE_SHOP,
    change: {
      "shop/assets/suppliers.py": FACTORY,
      ...edit(
        "shop/definitions.py",
        ["from shop.assets import marts, raw, staging", "from shop.assets import marts, raw, staging, suppliers"],
        ["raw.ad_spend, *", "raw.ad_spend, *suppliers.assets, *"],
      ),
    },
  },
  "several-locations": {
    title: "Drop the day's revenue",
    base: {
      ...Object.fromEntries(
        Object.entries(EXAMPLE_SHOP).map(([path, text]) => [path.startsWith(".github/") ? path : `warehouse/${path}`, text]),
      ),
      ...REPORTING,
    },
    change: Object.fromEntries(
      Object.entries({
        ...edit(
          MARTS,
          [EXAMPLE_SHOP[MARTS]?.match(/@dg\.asset\(group_name="finance", kinds=\{"duckdb", "sql"\}[\s\S]*?\n\n\n/)?.[0] ?? "missing", ""],
          ["deps=[dg.AssetDep(daily_revenue), ", "deps=["],
          ["def board_report(daily_revenue, customer_lifetime_value,", "def board_report(customer_lifetime_value,"],
          ["{len(daily_revenue)} days, ", ""],
        ),
        ...edit("shop/checks.py", ["asset=marts.daily_revenue, additional_deps", "asset=marts.monthly_close, additional_deps"]),
      }).map(([path, text]) => [`warehouse/${path}`, text]),
    ),
  },
  "hostile-names": { title: "Odd names", base: EXAMPLE_SHOP, change: append(RAW, HOSTILE) },
  fork: {
    title: "Own the customers",
    base: EXAMPLE_SHOP,
    fromFork: true,
    change: edit(STAGING, [
      'def stg_customers(rows: list[dict]) -> list[dict]:\n    """Customers, one row per e-mail address."""',
      'def stg_customers(rows: list[dict]) -> list[dict]:\n    """Customers, one row per e-mail address, the newest of each."""\n    rows = sorted(rows, key=lambda row: row["changed_at"])',
    ]),
  },
  unresolved: {
    title: "Tables from the warehouse itself",
    base: EXAMPLE_SHOP,
    change: {
      "shop/assets/mirrors.py": `import os

import dagster as dg
import requests

TABLES = requests.get(os.environ["CATALOGUE_URL"]).json()
REGION = os.getenv("REGION", "eu")

mirrors = [dg.AssetSpec(f"mirror_{table}", group_name="mirrors") for table in TABLES]


@dg.asset(name=f"prices_{REGION}", group_name="mirrors", deps=["stg_prices"])
def prices() -> None: ...
`,
      ...edit(
        "shop/definitions.py",
        ["from shop.assets import marts, raw, staging", "from shop.assets import marts, mirrors, raw, staging"],
        ["raw.ad_spend, *", "raw.ad_spend, *mirrors.mirrors, mirrors.prices, *"],
      ),
    },
  },
};
