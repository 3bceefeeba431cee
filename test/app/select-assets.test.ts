import { describe, expect, it } from "vitest";
import { selectAssets } from "../../src/app/select-assets.ts";
import { summarizeGraph } from "../../src/report/graph-summary.ts";
import type { AssetNode, CodeLocation, GraphDocument, Job, Schedule } from "../../src/types/graph-document.ts";

const sourced = {
  source: { file: "shop/assets.py", line: 1, column: 1, endLine: 1, endColumn: 2 },
  unresolved: [],
  conditional: null,
  assumes: [],
};

function node(key: string, more: Partial<AssetNode> = {}): AssetNode {
  return {
    ...sourced,
    key,
    keyPath: key.split("/"),
    kind: "asset",
    definition: null,
    group: "default",
    kinds: [],
    computeKind: null,
    owners: [],
    tags: {},
    description: null,
    metadata: {},
    codeVersion: null,
    partitions: null,
    automation: null,
    resources: [],
    ioManager: "io_manager",
    pool: null,
    retryPolicy: null,
    backfillPolicy: null,
    freshnessPolicy: null,
    checks: [],
    component: null,
    ...more,
  };
}

const job = (name: string, assets: readonly string[]): Job => ({
  ...sourced,
  name,
  kind: "asset",
  assets,
  checks: [],
  ops: [],
  opEdges: [],
  partitions: null,
});
const schedule = (name: string, target: Schedule["target"]): Schedule => ({
  ...sourced,
  name,
  cron: ["0 0 * * *"],
  timezone: null,
  target,
  status: "STOPPED",
});

function documentOf(...locations: readonly Partial<CodeLocation>[]): GraphDocument {
  return {
    summary: summarizeGraph([]),
    schemaVersion: 1,
    generator: { name: "dagsight", version: "0.1.0" },
    environment: {},
    codeLocations: locations.map((location, index) => ({
      name: `location ${index}`,
      root: "",
      entry: "defs.py",
      dagsterVersion: null,
      nodes: [],
      edges: [],
      checks: [],
      jobs: [],
      schedules: [],
      sensors: [],
      resources: [],
      unresolved: [],
      ...location,
    })),
  };
}

const edge = (from: string, to: string) => ({ ...sourced, from, to, via: ["deps"] as const, mapping: null });

const shop = documentOf({
  nodes: [node("orders", { group: "raw", resources: ["db"] }), node("customers"), node("revenue"), node("report")],
  edges: [edge("orders", "revenue"), edge("revenue", "report"), edge("customers", "report")],
  jobs: [job("all", ["customers", "orders", "report", "revenue"]), job("nightly", ["customers"])],
  schedules: [schedule("every_night", { job: "nightly" }), schedule("hourly", { assets: ["orders", "customers"] })],
});

function select(document: GraphDocument, selection: string): CodeLocation | undefined {
  const selected = selectAssets(document, selection);
  if (!selected.ok) throw new Error(selected.message);
  return selected.document.codeLocations[0];
}

describe("selectAssets", () => {
  it("keeps the selected assets and the edges between them", () => {
    const location = select(shop, "+key:revenue");

    expect(location?.nodes.map(({ key }) => key)).toEqual(["orders", "revenue"]);
    expect(location?.edges.map(({ from, to }) => `${from} -> ${to}`)).toEqual(["orders -> revenue"]);
  });

  it("narrows jobs and schedules to the selected assets, and drops those that have none left", () => {
    const location = select(shop, "group:raw");

    expect(location?.jobs.map(({ name, assets }) => ({ name, assets }))).toEqual([{ name: "all", assets: ["orders"] }]);
    expect(location?.schedules.map(({ name, target }) => ({ name, target }))).toEqual([{ name: "hourly", target: { assets: ["orders"] } }]);
  });

  it("keeps an asset that may be meant, because what decides it could not be read", () => {
    const document = documentOf({ nodes: [node("orders", { group: "raw" }), node("customers", { group: null, unresolved: ["group"] })] });

    expect(select(document, "group:raw")?.nodes.map(({ key }) => key)).toEqual(["orders", "customers"]);
  });

  it("counts external assets", () => {
    const document = documentOf({ nodes: [node("orders", { kind: "external" })] });

    expect(select(document, "*")?.nodes.map(({ key }) => key)).toEqual(["orders"]);
  });

  it("refuses an asset that no location has, and takes one that some location has", () => {
    const document = documentOf({ nodes: [node("orders")] }, { nodes: [node("customers")] });

    expect(selectAssets(document, "key:refunds")).toEqual({ ok: true, document: expect.anything() });
    expect(selectAssets(document, "refunds")).toEqual({ ok: false, message: "There is no asset `refunds`." });
    expect(selectAssets(document, "customers")).toMatchObject({
      ok: true,
      document: { codeLocations: [{ nodes: [] }, { nodes: [{ key: "customers" }] }] },
    });
  });

  it("says what is wrong with a selection that is none", () => {
    expect(selectAssets(shop, "key:(")).toMatchObject({ ok: false, message: expect.stringContaining("`key:(` is no selection") });
  });
});
