/** A dozen changes that data teams really make, as review reports: what every renderer is shown. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { buildReviewReport, type ReviewInput } from "../../src/report/build-review-report.ts";
import type { ReviewReport } from "../../src/types/review-report.ts";
import { type AssetSketch, DAILY, gap, type LocationSketch, location, staticPartitions } from "../support/graph/graph-builder.ts";

const BASE = "1f0c5d2a9b8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a";
const HEAD = "9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b";

const SOURCE = `import dagster as dg


@dg.asset(group_name="raw")
def orders():
    return read_orders()


@dg.asset
def revenue(orders):
    return orders.amount.sum()
`;

export function reviewOf(
  base: readonly LocationSketch[],
  head: readonly LocationSketch[],
  more: Partial<Pick<ReviewInput, "repository" | "provenance">> & {
    readonly baseDiagnostics?: readonly Diagnostic[];
    readonly headDiagnostics?: readonly Diagnostic[];
  } = {},
): ReviewReport {
  const textOf = (path: string) => (path.endsWith(".py") ? SOURCE : undefined);
  return buildReviewReport({
    version: "0.1.0",
    repository: more.repository ?? { name: "acme/shop", url: "https://github.com/acme/shop", pullRequest: 42 },
    base: { locations: base.map(location), diagnostics: more.baseDiagnostics ?? [], textOf },
    head: { locations: head.map(location), diagnostics: more.headDiagnostics ?? [], textOf },
    renames: new Map(),
    baseline: [],
    provenance: more.provenance ?? {
      base: { ref: "main", commit: BASE },
      head: { ref: "feature", commit: HEAD },
      changedFiles: ["shop/assets.py"],
      configuration: null,
      environment: {},
    },
  });
}

function diagnostic(part: Partial<Diagnostic>): Diagnostic {
  return {
    rule: "missing-upstream-asset",
    tier: "dagster-would-fail",
    severity: "error",
    message: "`revenue` takes `order`, and no asset has that key",
    why: "Dagster refuses to load: \"Input asset 'order' is not produced by any of the provided asset ops\"",
    help: "Did you mean `orders`?",
    location: { path: "shop/assets.py", start: SOURCE.indexOf("def revenue"), end: SOURCE.indexOf("def revenue") + 19 },
    related: [],
    subject: "asset:revenue",
    ...part,
  };
}

const WAREHOUSE: Readonly<Record<string, AssetSketch>> = {
  "raw/customers": { group: "raw", kinds: ["python", "s3"], code: "c" },
  "raw/orders": { group: "raw", kinds: ["python", "s3"], code: "o", line: 12 },
  "staging/customers": { group: "staging", kinds: ["dbt"], deps: ["raw/customers"], code: "sc", file: "shop/staging.py" },
  "staging/orders": { group: "staging", kinds: ["dbt"], deps: ["raw/orders"], code: "so", file: "shop/staging.py" },
  customer_orders: { group: "marts", deps: ["staging/customers", "staging/orders"], code: "co", file: "shop/marts.py" },
  daily_revenue: { group: "marts", deps: ["staging/orders"], code: "dr", partitions: DAILY, file: "shop/marts.py", line: 30 },
  revenue_report: { group: "reports", deps: ["daily_revenue"], code: "rr", file: "shop/reports.py" },
};
const NIGHTLY: LocationSketch = {
  jobs: { nightly: { assets: ["customer_orders", "daily_revenue", "revenue_report"] } },
  schedules: { nightly_schedule: { cron: ["0 2 * * *"], timezone: "Europe/Berlin", target: { job: "nightly" }, status: "RUNNING" } },
  sensors: { orders_arrived: { type: "asset", monitors: ["raw/orders"], targets: [{ job: "nightly" }] } },
  checks: { "daily_revenue:not_negative": { blocking: true } },
  resources: { database: { type: "shop.resources.Database", config: { url: { env: "DATABASE_URL" } } } },
};
const BEFORE: LocationSketch = { ...NIGHTLY, assets: WAREHOUSE };

function without(key: string): Readonly<Record<string, AssetSketch>> {
  return Object.fromEntries(Object.entries(WAREHOUSE).filter(([name]) => name !== key));
}

const REFUNDS: AssetSketch = {
  group: "marts",
  kinds: ["python", "duckdb"],
  deps: ["staging/orders", "raw/refunds"],
  partitions: DAILY,
  automation: { label: "eager", expression: null },
  owners: ["team:finance"],
  file: "shop/marts.py",
  line: 52,
};

function factory(prefix: string, count: number, code: string): Readonly<Record<string, AssetSketch>> {
  const assets: Record<string, AssetSketch> = {};
  for (let index = 0; index < count; index += 1) {
    const source = `${prefix}/source_${String(index).padStart(3, "0")}`;
    assets[source] = {
      group: `tenant_${index % 12}`,
      code: `${code}${index}`,
      deps: index === 0 ? [] : [`${prefix}/source_${String(Math.floor(index / 3)).padStart(3, "0")}`],
    };
  }
  return assets;
}

const HOSTILE: Readonly<Record<string, AssetSketch>> = {
  end: {},
  'say "hi"]; click n1': { deps: ["end"] },
  "--> n2": { deps: ["end"], description: "<!-- dagsight --> @acme/data-team see #12 https://example.com" },
  "<script>alert(1)</script>": { deps: ["--> n2"], group: "</details>```" },
  "@octocat | pipe `tick`": { deps: ["<script>alert(1)</script>"], owners: ["@octocat", "a|b"] },
  "🚀 emoji 數據 بيانات": { group: "%%{init: {}}%%" },
  "\u202egnp.exe": {},
  "1. list\n2. list": {},
  "#quot; #35; &lt;": { tags: { "a`b": "c\nd" } },
  [`long_${"x".repeat(200)}`]: { deps: ["end"] },
  __init__: { deps: ["- dash"] },
  "- dash": {},
};

/** By name; the file names of the goldens. */
export function scenarios(): ReadonlyMap<string, ReviewReport> {
  const broken = diagnostic({
    rule: "invalid-syntax",
    message: "the file is not valid Python: `(` was never closed",
    why: "Dagster cannot import the module",
    help: "Close it",
    subject: "file:shop/staging.py",
    location: { path: "shop/staging.py", start: 30, end: 31 },
  });
  return new Map([
    [
      "added-asset",
      reviewOf(
        [BEFORE],
        [
          {
            ...BEFORE,
            assets: {
              ...WAREHOUSE,
              refunds: REFUNDS,
              revenue_report: { ...WAREHOUSE["revenue_report"], deps: ["daily_revenue", "refunds"] },
            },
          },
        ],
      ),
    ],
    ["removed-with-consumers", reviewOf([BEFORE], [{ ...BEFORE, assets: without("staging/orders") }])],
    [
      "renamed",
      reviewOf(
        [BEFORE],
        [
          {
            ...BEFORE,
            assets: {
              ...without("daily_revenue"),
              revenue_by_day: { ...WAREHOUSE["daily_revenue"], group: "finance" },
              revenue_report: { ...WAREHOUSE["revenue_report"], deps: ["revenue_by_day"] },
            },
            jobs: { nightly: { assets: ["customer_orders", "revenue_by_day", "revenue_report"] } },
            checks: { "revenue_by_day:not_negative": { blocking: true } },
          },
        ],
      ),
    ],
    [
      "partitions-and-schedules",
      reviewOf(
        [BEFORE],
        [
          {
            ...BEFORE,
            assets: {
              ...WAREHOUSE,
              daily_revenue: { ...WAREHOUSE["daily_revenue"], partitions: staticPartitions("eu", "us"), code: "dr2" },
            },
            jobs: { nightly: { assets: ["daily_revenue", "revenue_report"] }, adhoc: { assets: ["customer_orders"] } },
            schedules: { nightly_schedule: { ...NIGHTLY.schedules?.["nightly_schedule"], cron: ["* 2 * * *"] } },
            resources: { database: { type: "shop.resources.Database", config: { url: { value: "localhost" } } } },
          },
        ],
      ),
    ],
    ["big-change", reviewOf([{ assets: factory("tenants", 300, "a") }], [{ assets: factory("tenants", 300, "b") }])],
    ["no-change", reviewOf([BEFORE], [BEFORE])],
    ["nothing-of-dagster", reviewOf([], [])],
    [
      "only-findings",
      reviewOf([BEFORE], [BEFORE], {
        baseDiagnostics: [diagnostic({ rule: "invalid-cron", message: "`0 25 * * *` is no cron", subject: "schedule:nightly_schedule" })],
        headDiagnostics: [
          diagnostic({}),
          diagnostic({
            rule: "unused-resource",
            tier: "practice",
            severity: "warning",
            message: "`database` is used by nobody",
            why: "It is built on every run",
            help: "Remove it",
            subject: "resource:database",
          }),
        ],
      }),
    ],
    [
      "broken-file",
      reviewOf(
        [BEFORE],
        [{ ...BEFORE, assets: without("staging/orders"), unresolved: [gap("`shop/staging.py` is not valid Python", "shop/staging.py")] }],
        { headDiagnostics: [broken] },
      ),
    ],
    [
      "several-locations",
      reviewOf(
        [
          BEFORE,
          {
            name: "reporting",
            root: "reporting",
            assets: { daily_revenue: { kind: "external" }, dashboard: { deps: ["daily_revenue"], file: "reporting/assets.py" } },
          },
        ],
        [
          { ...BEFORE, assets: { ...WAREHOUSE, daily_revenue: { ...WAREHOUSE["daily_revenue"], code: "dr2" } } },
          {
            name: "reporting",
            root: "reporting",
            assets: {
              daily_revenue: { kind: "external" },
              dashboard: { deps: ["daily_revenue"], file: "reporting/assets.py", owners: ["team:bi"] },
            },
          },
          {
            name: "ml",
            root: "ml",
            assets: { features: { file: "ml/assets.py" }, model: { deps: ["features"], file: "ml/assets.py", kinds: ["sklearn"] } },
          },
        ],
      ),
    ],
    [
      "hostile-names",
      reviewOf(
        [{ assets: { end: { group: "a" } } }],
        [{ assets: HOSTILE, jobs: { "daily|job": { assets: ["end"] } }, name: "<b>@shop</b>" }],
      ),
    ],
    [
      "unresolved-heavy",
      reviewOf(
        [BEFORE],
        [
          {
            ...BEFORE,
            assets: {
              ...WAREHOUSE,
              "raw/orders": { ...WAREHOUSE["raw/orders"], group: null, unresolved: ["group", "partitions"] },
              daily_revenue: {
                ...WAREHOUSE["daily_revenue"],
                conditional: { reason: "`settings.PROD` is not known", file: "shop/marts.py", line: 28 },
                code: "x",
              },
            },
            unresolved: [
              gap("the tables come from `inspect(engine)`, which asks a database", "shop/generated.py"),
              {
                subject: "asset:raw/orders",
                field: "group",
                message: '`group` of asset `raw/orders` is not known: `os.environ["GROUP"]` is only known when it runs',
                line: 12,
              },
              {
                subject: "asset:raw/orders",
                field: "partitions",
                reason: "unsupported",
                message: "`partitions` of asset `raw/orders` is not known: `partitions_for()` is not understood",
                line: 14,
              },
            ],
          },
        ],
        {
          provenance: {
            base: { ref: "main", commit: BASE },
            head: { ref: "working tree", commit: null },
            changedFiles: ["shop/assets.py", "shop/marts.py"],
            configuration: ".github/dagsight.yml at the base",
            environment: { REGION: "eu" },
          },
        },
      ),
    ],
  ]);
}
