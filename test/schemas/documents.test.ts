/** Documents that the schemas take, and the smallest changes that they refuse. */
import { describe, expect, it } from "vitest";
import type { AssetNode, GraphDocument } from "../../src/types/graph-document.ts";
import type { CheckReport } from "../../src/types/review-report.ts";
import type { TemplateCatalogue } from "../../src/types/templates.ts";
import { validateCheckReport, validateGraphDocument, violations } from "../support/validate-document.ts";

const source = { file: "shop/assets.py", line: 3, column: 1, endLine: 5, endColumn: 14 };
const sourced = { source, unresolved: [], conditional: null, assumes: ["REGION unset"] };

const orders = {
  ...sourced,
  key: "raw/orders",
  keyPath: ["raw", "orders"],
  kind: "asset",
  definition: { id: "1", kind: "asset", function: "shop.assets:orders" },
  group: "default",
  kinds: ["python"],
  computeKind: null,
  owners: ["team:data"],
  tags: { tier: "1" },
  description: null,
  metadata: { rows: 3 },
  codeVersion: null,
  partitions: {
    type: "daily",
    class: "DailyPartitionsDefinition",
    start: "2024-01-01",
    end: null,
    timezone: "UTC",
    cron: null,
    fmt: null,
    endOffset: null,
    keys: null,
    count: null,
    name: null,
    dimensions: null,
  },
  automation: { label: "eager", expression: null },
  resources: ["db"],
  ioManager: "io_manager",
  pool: null,
  retryPolicy: { maxRetries: 3, delay: 0.5, backoff: null, jitter: null },
  backfillPolicy: { type: "single-run", maxPartitionsPerRun: null },
  freshnessPolicy: null,
  checks: ["no_nulls"],
  component: null,
} satisfies AssetNode;

const graph = {
  schemaVersion: 1,
  generator: { name: "dagsight", version: "0.1.0" },
  environment: { REGION: "eu" },
  summary: { assets: 1, known: 1, withUnknownFields: 0, conditional: 0, unresolvedPlaces: 0, unsupportedPlaces: 0, open: false },
  codeLocations: [
    {
      name: "shop",
      root: "",
      entry: "shop/definitions.py",
      dagsterVersion: null,
      nodes: [orders],
      edges: [{ ...sourced, from: "raw/orders", to: "daily_revenue", via: ["parameter"], mapping: null }],
      checks: [{ ...sourced, asset: "raw/orders", name: "no_nulls", blocking: false, description: null }],
      jobs: [{ ...sourced, name: "daily", kind: "asset", assets: ["daily_revenue"], checks: [], ops: [], opEdges: [], partitions: null }],
      schedules: [{ ...sourced, name: "daily_schedule", cron: ["0 0 * * *"], timezone: null, target: { job: "daily" }, status: "STOPPED" }],
      sensors: [
        {
          ...sourced,
          repository: "main",
          name: "watch",
          type: "standard",
          targets: [{ job: "daily" }],
          assets: [],
          monitors: [],
          status: "STOPPED",
        },
      ],
      resources: [{ ...sourced, key: "db", type: null, config: { url: { env: "DATABASE_URL" }, port: { value: 5432 } } }],
      unresolved: [
        { subject: "asset:x", field: "deps", reason: "runtime-input", message: "a network call", file: "shop/assets.py", line: 3 },
      ],
    },
  ],
} satisfies GraphDocument;

const report = {
  schemaVersion: 1,
  findings: [
    {
      rule: "invalid-cron",
      tier: "dagster-would-fail",
      severity: "error",
      message: "m",
      why: null,
      help: null,
      ...source,
      subject: null,
      related: [{ ...source, message: "also defined here" }],
      fix: { title: "t", applicability: "safe", edits: [{ ...source, text: "" }] },
    },
  ],
  summary: { errors: 1, warnings: 0, infos: 0, files: 1, baselined: 2 },
} satisfies CheckReport;

const templates = {
  schemaVersion: 1,
  templates: [
    {
      name: "asset",
      kind: "asset",
      title: "New asset",
      description: "An asset that reads other assets",
      dagster: ">=1.8",
      requires: [],
      fields: [
        {
          kind: "asset-key",
          name: "key",
          label: "Asset key",
          help: null,
          required: true,
          when: null,
          default: null,
          placeholder: "raw/orders",
          validation: null,
        },
        { kind: "boolean", name: "partitioned", label: "Partitioned by day?", help: null, required: false, when: null, default: false },
        {
          kind: "date",
          name: "start",
          label: "First day",
          help: null,
          required: true,
          when: { field: "partitioned", in: [true] },
          default: null,
          placeholder: null,
          validation: null,
        },
        { kind: "asset-key-list", name: "deps", label: "Reads", help: null, required: false, when: null, default: [], known: true },
      ],
      steps: [
        {
          kind: "add-code",
          when: null,
          beside: "asset",
          path: "assets.py",
          template: "asset.py.hbs",
          imports: [{ module: "dagster", name: "asset" }],
        },
        { kind: "register", when: null, argument: "assets", name: "{{name}}", key: null },
      ],
      example: { key: "raw/orders", partitioned: true, start: "2024-01-01", deps: ["raw/customers"] },
    },
  ],
} satisfies TemplateCatalogue;

describe("a valid document", () => {
  it("passes", () => {
    expect(validateGraphDocument(graph)).toEqual([]);
    expect(validateCheckReport(report)).toEqual([]);
    expect(violations("templates", templates)).toEqual([]);
    expect(violations("configuration", {})).toEqual([]);
  });
});

describe("an invalid document", () => {
  const [location] = graph.codeLocations;

  function withNode(change: Record<string, unknown>): unknown {
    return { ...graph, codeLocations: [{ ...location, nodes: [{ ...orders, ...change }] }] };
  }

  it.each<[string, unknown, RegExp]>([
    ["an unknown property", withNode({ colour: "red" }), /nodes\/0 must NOT have additional properties: colour/],
    ["an unknown kind", withNode({ kind: "table" }), /nodes\/0\/kind must be equal to one of/],
    ["an empty key path", withNode({ keyPath: [] }), /keyPath must NOT have fewer than 1 items/],
    ["a line 0", withNode({ source: { ...source, line: 0 } }), /source\/line must be >= 1/],
    ["a missing field", withNode({ group: undefined }), /nodes\/0 must have required property 'group'/],
    ["another version", { ...graph, schemaVersion: 2 }, /schemaVersion must be equal to constant/],
    ["another generator", { ...graph, generator: { name: "x", version: "1" } }, /generator\/name/],
  ])("with %s is refused", (_, document, expected) => {
    expect(validateGraphDocument(JSON.parse(JSON.stringify(document))).join("\n")).toMatch(expected);
  });

  it.each<[string, unknown, RegExp]>([
    [
      "a template name with blanks",
      { ...templates, templates: [{ ...templates.templates[0], name: "New asset" }] },
      /name must match pattern/,
    ],
    ["a template without steps", { ...templates, templates: [{ ...templates.templates[0], steps: [] }] }, /steps must NOT have fewer/],
  ])("with %s is refused", (_, document, expected) => {
    expect(violations("templates", document).join("\n")).toMatch(expected);
  });
});
