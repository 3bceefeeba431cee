/** Builds small code locations for tests: `location({ assets: { orders: {}, revenue: { deps: ["orders"] } } })`. What is not said is Dagster's default. */
import type { ComparedLocation } from "../../../src/diff/compared-location.ts";
import type {
  AssetCheck,
  AssetEdge,
  AssetNode,
  CodeLocation,
  Job,
  Partitions,
  Resource,
  Schedule,
  Sensor,
  Sourced,
  Unresolved,
} from "../../../src/types/graph-document.ts";

export interface AssetSketch extends Partial<Omit<AssetNode, "source">> {
  readonly deps?: readonly string[];
  /** Stands for the body: equal strings are equal code. */
  readonly code?: string;
  readonly file?: string;
  readonly line?: number;
  readonly mappings?: Readonly<Record<string, string>>;
}

type Sketches<T> = Readonly<Record<string, Partial<T> & { readonly code?: string; readonly file?: string }>>;

export interface LocationSketch {
  readonly name?: string;
  readonly root?: string;
  readonly entry?: string;
  readonly assets?: Readonly<Record<string, AssetSketch>>;
  readonly jobs?: Sketches<Job>;
  readonly schedules?: Sketches<Schedule>;
  readonly sensors?: Sketches<Sensor>;
  readonly resources?: Sketches<Resource>;
  /** By `asset:name`. */
  readonly checks?: Sketches<AssetCheck>;
  readonly unresolved?: readonly Partial<Unresolved>[];
}

export const DAILY: Partitions = {
  type: "daily",
  class: "DailyPartitionsDefinition",
  start: "2024-01-01",
  end: null,
  timezone: "UTC",
  cron: "0 0 * * *",
  fmt: "%Y-%m-%d",
  endOffset: 0,
  keys: null,
  count: null,
  name: null,
  dimensions: null,
};

export function staticPartitions(...keys: string[]): Partitions {
  return {
    ...DAILY,
    type: "static",
    class: "StaticPartitionsDefinition",
    start: null,
    timezone: null,
    cron: null,
    fmt: null,
    keys,
    count: keys.length,
  };
}

export function gap(message = "`load_tables()` is not in the repository", file = "shop/assets.py"): Partial<Unresolved> {
  return { subject: "location", field: null, reason: "external-library", message, file, line: 7 };
}

export function location(sketch: LocationSketch): ComparedLocation {
  const codeHashes = new Map<string, string>();
  const assets = Object.entries(sketch.assets ?? {});
  const defined = new Set(assets.map(([key]) => key));
  const edges = assets.flatMap(([key, asset]) => (asset.deps ?? []).map((from) => edge(from, key, asset)));
  const stubs = [...new Set(edges.map((one) => one.from))].filter((key) => !defined.has(key));
  const collect = <T extends Sourced>(kind: string, sketches: Sketches<T> | undefined, defaults: (name: string, line: number) => T): T[] =>
    Object.entries(sketches ?? {})
      .sort(byName)
      .map(([name, { code, file, ...part }], index) => {
        if (code !== undefined) {
          codeHashes.set(`${kind}:${name}`, code);
        }
        const built = { ...defaults(name, index * 10 + 1), ...part } as T;
        return file === undefined ? built : { ...built, ...sourced(file, index * 10 + 1) };
      });
  for (const [key, asset] of assets) {
    if (asset.code !== undefined) {
      codeHashes.set(`asset:${key}`, asset.code);
    }
  }
  const document: CodeLocation = {
    name: sketch.name ?? "shop",
    root: sketch.root ?? "",
    entry: sketch.entry ?? "shop/definitions.py",
    dagsterVersion: "1.13",
    nodes: [...assets.map(([key, asset], index) => node(key, asset, index)), ...stubs.map((key) => node(key, { kind: "stub" }, 0))].sort(
      (left, right) => (left.key < right.key ? -1 : 1),
    ),
    edges: edges.sort((left, right) => (left.from + left.to < right.from + right.to ? -1 : 1)),
    checks: collect<AssetCheck>("check", sketch.checks, (id, line) => {
      const colon = id.lastIndexOf(":");
      return {
        asset: id.slice(0, colon),
        name: id.slice(colon + 1),
        blocking: false,
        description: null,
        ...sourced("shop/checks.py", line),
      };
    }),
    jobs: collect<Job>("job", sketch.jobs, (name, line) => ({
      name,
      kind: "asset",
      assets: [],
      checks: [],
      ops: [],
      opEdges: [],
      partitions: null,
      ...sourced("shop/jobs.py", line),
    })),
    schedules: collect<Schedule>("schedule", sketch.schedules, (name, line) => ({
      name,
      cron: ["0 0 * * *"],
      timezone: null,
      target: null,
      status: "STOPPED",
      ...sourced("shop/schedules.py", line),
    })),
    sensors: collect<Sensor>("sensor", sketch.sensors, (name, line) => ({
      name,
      type: "standard",
      targets: [],
      assets: [],
      monitors: [],
      status: "STOPPED",
      ...sourced("shop/sensors.py", line),
    })),
    resources: collect<Resource>("resource", sketch.resources, (key, line) => ({
      key,
      type: null,
      config: {},
      ...sourced("shop/definitions.py", line),
    })),
    unresolved: (sketch.unresolved ?? []).map((entry) => ({
      subject: "location",
      field: null,
      reason: "runtime-input",
      message: "it could not be read",
      file: "shop/assets.py",
      line: 1,
      ...entry,
    })),
  };
  return { document, codeHashes };
}

function node(key: string, sketch: AssetSketch, index: number): AssetNode {
  const { deps: _deps, code: _code, mappings: _mappings, file = "shop/assets.py", line = index * 10 + 1, ...part } = sketch;
  const stub = part.kind === "stub";
  return {
    key,
    keyPath: key.split("/"),
    kind: "asset",
    definition: stub ? null : { id: key, kind: "asset", function: `${file.replace(/\.py$/, "").replaceAll("/", ".")}:${key}` },
    group: stub ? null : "default",
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
    ioManager: stub ? null : "io_manager",
    pool: null,
    retryPolicy: null,
    backfillPolicy: null,
    freshnessPolicy: null,
    checks: [],
    component: null,
    ...sourced(file, line),
    ...part,
  };
}

function edge(from: string, to: string, asset: AssetSketch): AssetEdge {
  return { from, to, via: ["deps"], mapping: asset.mappings?.[from] ?? null, ...sourced(asset.file ?? "shop/assets.py", 1) };
}

function sourced(file: string, line: number): Sourced {
  return {
    source: { file, line, column: 1, endLine: line + 2, endColumn: 12 },
    unresolved: [],
    conditional: null,
    assumes: [],
  };
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
