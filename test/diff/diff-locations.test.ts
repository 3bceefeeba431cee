import { describe, expect, it } from "vitest";
import { gap, type LocationSketch } from "../support/graph/graph-builder.ts";
import { changesIn, changesOf, type DiffCase } from "./changes-in-words.ts";

function table(cases: readonly DiffCase[]): void {
  it.each(cases)("%s", (_sentence, base, head, changes) => {
    expect(changesIn(base, head)).toEqual(changes);
  });
}

describe("assets", () => {
  table([
    ["that are equal are no change", { assets: { orders: { code: "a" } } }, { assets: { orders: { code: "a", line: 40 } } }, []],
    [
      "are added",
      { assets: { orders: {} } },
      { assets: { orders: {}, revenue: { deps: ["orders"] } } },
      ["asset revenue added: dependencies +orders"],
    ],
    ["are removed", { assets: { orders: {}, revenue: {} } }, { assets: { orders: {} } }, ["asset revenue removed"]],
    ["change their body", { assets: { orders: { code: "a" } } }, { assets: { orders: { code: "b" } } }, ["asset orders changed: code"]],
    [
      "gain and lose dependencies",
      { assets: { orders: {}, customers: {}, revenue: { deps: ["orders"] } } },
      { assets: { orders: {}, customers: {}, revenue: { deps: ["customers"] } } },
      ["asset revenue changed: dependencies +customers -orders"],
    ],
    [
      "change a partition mapping",
      { assets: { orders: {}, revenue: { deps: ["orders"] } } },
      { assets: { orders: {}, revenue: { deps: ["orders"], mappings: { orders: "LastPartitionMapping()" } } } },
      ["asset revenue changed: mapping +orders: LastPartitionMapping() -orders: default"],
    ],
    [
      "change every field by its name",
      { assets: { orders: {} } },
      {
        assets: {
          orders: {
            group: "raw",
            kinds: ["python"],
            computeKind: "pandas",
            owners: ["team:data"],
            tags: { tier: "gold" },
            description: "All orders",
            codeVersion: "2",
            automation: { label: "eager", expression: null },
            resources: ["db"],
            ioManager: "s3",
            pool: "warehouse",
            retryPolicy: { maxRetries: 3, delay: null, backoff: null, jitter: null },
            backfillPolicy: { type: "single-run", maxPartitionsPerRun: null },
            freshnessPolicy: { type: "cron", expression: "cron 0 9 * * *" },
          },
        },
      },
      [
        "asset orders changed: automation null -> eager; group default -> raw; kinds +python; compute kind null -> pandas; " +
          "owners +team:data; tags +tier: gold; description null -> All orders; code version null -> 2; resources +db; " +
          "I/O manager io_manager -> s3; pool null -> warehouse; retry policy null -> maxRetries 3; backfill policy null -> type single-run; " +
          "freshness policy null -> cron 0 9 * * *",
      ],
    ],
    [
      "change metadata key by key",
      { assets: { orders: { metadata: { owner: "sales", rows: 3 } } } },
      { assets: { orders: { metadata: { owner: "finance", rows: 3, schema: { id: "int" } } } } },
      ['asset orders changed: metadata +owner: finance +schema: {"id": "int"} -owner: sales'],
    ],
    [
      "move to another file",
      { assets: { orders: { file: "shop/a.py", code: "a" } } },
      { assets: { orders: { file: "shop/b.py", code: "a" } } },
      ["asset orders moved"],
    ],
    [
      "that move and change are changed",
      { assets: { orders: { file: "shop/a.py", code: "a" } } },
      { assets: { orders: { file: "shop/b.py", code: "b" } } },
      ["asset orders changed: code"],
    ],
    [
      "that only a dependency still names are removed",
      { assets: { orders: {}, revenue: { deps: ["orders"] } } },
      { assets: { revenue: { deps: ["orders"] } } },
      ["asset orders removed ! removed-with-consumers (revenue)"],
    ],
    [
      "tell one part from two that print alike",
      { assets: { "a/b": {} } },
      { assets: { "a/b": { keyPath: ["a/b"] } } },
      ['asset a/b changed: key path ["a", "b"] -> ["a/b"]'],
    ],
    [
      "become external",
      { assets: { orders: {} } },
      { assets: { orders: { kind: "external" } } },
      ["asset orders changed: kind asset -> external"],
    ],
  ]);
});

describe("renaming", () => {
  table([
    [
      "keeps the body",
      { assets: { orders: { code: "a" } } },
      { assets: { sales_orders: { code: "a" } } },
      ["asset orders renamed sales_orders"],
    ],
    [
      "keeps the function and changes the key",
      { assets: { orders: { definition: { id: "1", kind: "asset", function: "shop.assets:orders" } } } },
      { assets: { "raw/orders": { definition: { id: "1", kind: "asset", function: "shop.assets:orders" } } } },
      ["asset orders renamed raw/orders"],
    ],
    [
      "is followed by consumers, checks, jobs, sensors and schedules, which are no change",
      {
        assets: { orders: { code: "a" }, revenue: { code: "b", deps: ["orders"] } },
        checks: { "orders:no_nulls": {} },
        jobs: { daily: { assets: ["orders", "revenue"], checks: ["orders:no_nulls"] } },
        schedules: { nightly: { target: { assets: ["orders"] } } },
        sensors: { watcher: { monitors: ["orders"] } },
      },
      {
        assets: { sales: { code: "a" }, revenue: { code: "b", deps: ["sales"] } },
        checks: { "sales:no_nulls": {} },
        jobs: { daily: { assets: ["revenue", "sales"], checks: ["sales:no_nulls"] } },
        schedules: { nightly: { target: { assets: ["sales"] } } },
        sensors: { watcher: { monitors: ["sales"] } },
      },
      ["asset orders renamed sales ! renamed-with-consumers (revenue)"],
    ],
    [
      "pairs the likest members of a factory",
      { assets: { orders_eu: { code: "f", tags: { region: "eu" } }, orders_us: { code: "f", tags: { region: "us" } } } },
      { assets: { sales_eu: { code: "f", tags: { region: "eu" } }, sales_us: { code: "f", tags: { region: "us" } } } },
      ["asset orders_eu renamed sales_eu", "asset orders_us renamed sales_us"],
    ],
    [
      "needs more than a shared helper: another body is removed and added",
      { assets: { orders: { code: "a" } } },
      { assets: { sales: { code: "b" } } },
      ["asset orders removed", "asset sales added"],
    ],
    [
      "of a job takes its schedule along",
      { jobs: { daily: { assets: ["orders"] } }, schedules: { nightly: { target: { job: "daily" } } } },
      { jobs: { daily_orders: { assets: ["orders"] } }, schedules: { nightly: { target: { job: "daily_orders" } } } },
      ["job daily renamed daily_orders"],
    ],
  ]);
});

describe("jobs, schedules, sensors, resources and checks", () => {
  table([
    [
      "a job gains and loses assets",
      { jobs: { daily: { assets: ["orders"] } } },
      { jobs: { daily: { assets: ["revenue"] } } },
      ["job daily changed: assets +revenue -orders"],
    ],
    [
      "an op job gains an op",
      { jobs: { load: { kind: "op", ops: ["read"] } } },
      { jobs: { load: { kind: "op", ops: ["read", "write"], opEdges: [{ from: "read", to: "write" }] } } },
      ["job load changed: ops +write; dependencies +read → write"],
    ],
    [
      "a cron changes",
      { schedules: { nightly: {} } },
      { schedules: { nightly: { cron: ["0 6 * * *"] } } },
      ["schedule nightly changed: cron 0 0 * * * -> 0 6 * * *"],
    ],
    ["no timezone is UTC", { schedules: { nightly: {} } }, { schedules: { nightly: { timezone: "UTC" } } }, []],
    [
      "a schedule is retargeted and switched on",
      { schedules: { nightly: { target: { job: "daily" } } } },
      { schedules: { nightly: { target: { assets: ["orders"] }, status: "RUNNING" } } },
      ["schedule nightly changed: target job daily -> assets orders; status STOPPED -> RUNNING"],
    ],
    [
      "a sensor watches more",
      { sensors: { watcher: { monitors: ["orders"] } } },
      { sensors: { watcher: { monitors: ["orders", "customers"] } } },
      ["sensor watcher changed: monitors +customers"],
    ],
    [
      "a resource is configured otherwise",
      { resources: { db: { type: "shop.Database", config: { url: { value: "localhost" } } } } },
      { resources: { db: { type: "shop.Database", config: { url: { env: "DATABASE_URL" } } } } },
      ["resource db changed: config +url: EnvVar(DATABASE_URL) -url: localhost"],
    ],
    [
      "a check becomes blocking",
      { checks: { "orders:no_nulls": {} } },
      { checks: { "orders:no_nulls": { blocking: true } } },
      ["check orders:no_nulls changed: blocking no -> yes"],
    ],
    [
      "everything is removed",
      { jobs: { daily: {} }, sensors: { watcher: {} }, resources: { db: {} } },
      {},
      ["job daily removed", "sensor watcher removed", "resource db removed"],
    ],
  ]);
});

describe("several code locations", () => {
  const reporting: LocationSketch = {
    name: "reporting",
    root: "reporting",
    assets: { orders: { kind: "external" }, dashboard: { deps: ["orders"] } },
  };

  it("names the consumers in other locations", () => {
    const shop: LocationSketch = { assets: { orders: {} } };

    expect(changesOf([shop, reporting], [{ assets: {} }, reporting])).toEqual([
      "asset orders removed ! removed-with-consumers (reporting: dashboard)",
    ]);
  });

  it("sees a key that a second location takes", () => {
    const shop: LocationSketch = { assets: { orders: {} } };
    const other: LocationSketch = { name: "crm", root: "crm" };

    expect(changesOf([shop, other], [shop, { ...other, assets: { orders: {} } }])).toEqual([
      "asset orders added ! key-collision (shop: orders)",
    ]);
  });

  it("follows a location that changed its name", () => {
    expect(changesOf([{ name: "old", assets: { orders: {} } }], [{ name: "new", assets: { orders: {} } }])).toEqual([]);
  });

  it("follows a location that changed its name and its folder by what it holds", () => {
    const old: LocationSketch = { name: "old", root: "old", entry: "old/defs.py", assets: { orders: {}, revenue: {} } };
    const moved: LocationSketch = { name: "new", root: "new", entry: "new/defs.py", assets: { orders: {}, revenue: {}, refunds: {} } };

    expect(changesOf([old], [moved])).toEqual(["asset refunds added"]);
  });

  it("does not call a location removed when the only other one could not be read", () => {
    const old: LocationSketch = { name: "old", root: "old", entry: "old/defs.py", assets: { orders: {} } };
    const unread: LocationSketch = { name: "new", root: "new", entry: "new/defs.py", unresolved: [gap()] };

    expect(changesOf([old], [unread])).toEqual(["asset orders unresolved ? head"]);
  });

  it("reads a location that is gone as removed", () => {
    expect(changesOf([{ assets: { orders: {} } }], [])).toEqual(["asset orders removed"]);
  });
});
