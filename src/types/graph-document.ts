/**
 * The graph document: the published contract of `dagsight graph --format json` and of the visual editor. Schema: `schemas/graph-document.schema.json`.
 *
 * Lists are sorted (by key or name), so equal graphs print equal bytes. Lines and columns are 1-based, the end is exclusive,
 * columns count UTF-16 units, files are relative to the repository root.
 */

export const GRAPH_SCHEMA_VERSION = 1;

export interface GraphDocument {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: "dagsight"; readonly version: string };
  /** The environment that the code was read in; every other variable counts as unset. */
  readonly environment: Readonly<Record<string, string>>;
  readonly codeLocations: readonly CodeLocation[];
  readonly summary: GraphSummary;
}

/** How much of the graph is known, over all code locations. */
export interface GraphSummary {
  /** Assets that were found, of every kind; keys that nothing defines are left out. */
  readonly assets: number;
  /** Those of which nothing is unknown. */
  readonly known: number;
  readonly withUnknownFields: number;
  /** Those that exist only if something unknown holds. */
  readonly conditional: number;
  /** Places in the code that keep something from being known. */
  readonly unresolvedPlaces: number;
  /** Of these, those that are a gap of Dagsight's own. */
  readonly unsupportedPlaces: number;
  /** Whole definitions may be missing. */
  readonly open: boolean;
}

export interface CodeLocation {
  readonly name: string;
  /** Folder, relative to the repository root; `""` is the root. */
  readonly root: string;
  /** The file (or folder of definitions) that Dagster is pointed at, relative to `root`. */
  readonly entry: string;
  /** `1.13`; null when nothing pins it. */
  readonly dagsterVersion: string | null;
  readonly nodes: readonly AssetNode[];
  readonly edges: readonly AssetEdge[];
  readonly checks: readonly AssetCheck[];
  readonly jobs: readonly Job[];
  readonly schedules: readonly Schedule[];
  readonly sensors: readonly Sensor[];
  readonly resources: readonly Resource[];
  readonly unresolved: readonly Unresolved[];
}

export interface SourceRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What every object of a code location carries. */
export interface Sourced {
  readonly source: SourceRange;
  /** Names of fields that could not be read: they hold null, or the part that is known, and are no claim. `partitions.start` is that part alone. */
  readonly unresolved: readonly string[];
  /** It exists only if something unknown holds: no claim. */
  readonly conditional: { readonly reason: string; readonly file: string; readonly line: number } | null;
  /** `"X unset"`. */
  readonly assumes: readonly string[];
  /** Only where one location has several repositories. */
  readonly repository?: string;
}

/** `stub`: a key that is only named (in deps, ins, a check, as a dbt source) and that nothing defines. */
export type AssetNodeKind = "asset" | "observable" | "external" | "stub";

export interface AssetNode extends Sourced {
  /** Parts joined by `/`. */
  readonly key: string;
  readonly keyPath: readonly string[];
  readonly kind: AssetNodeKind;
  /** What made it; nodes of one function share the id. Null for stubs. */
  readonly definition: AssetDefinition | null;
  readonly group: string | null;
  readonly kinds: readonly string[];
  readonly computeKind: string | null;
  readonly owners: readonly string[];
  /** All but `dagster/kind/*`. */
  readonly tags: Readonly<Record<string, string>>;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly codeVersion: string | null;
  readonly partitions: Partitions | null;
  /** Never null where a condition exists; the label may be. */
  readonly automation: { readonly label: string | null; readonly expression: string | null } | null;
  /** Required keys without the I/O manager's. */
  readonly resources: readonly string[];
  readonly ioManager: string | null;
  readonly pool: string | null;
  readonly retryPolicy: {
    readonly maxRetries: number | null;
    readonly delay: number | null;
    readonly backoff: string | null;
    readonly jitter: string | null;
  } | null;
  readonly backfillPolicy: { readonly type: "single-run" | "multi-run"; readonly maxPartitionsPerRun: number | null } | null;
  readonly freshnessPolicy: { readonly type: string; readonly expression: string } | null;
  /** Names of the asset checks on it. */
  readonly checks: readonly string[];
  /** Path of the component that made it. */
  readonly component: string | null;
}

export interface AssetDefinition {
  readonly id: string;
  /** `asset`, `multi_asset`, `graph_asset`, `graph_multi_asset`, `dbt_assets`, `spec`, `source_asset`, … */
  readonly kind: string;
  /** `shop.assets.raw:orders`; null when no function stands behind it. */
  readonly function: string | null;
}

export type PartitionsType = "daily" | "hourly" | "weekly" | "monthly" | "time-window" | "static" | "dynamic" | "multi";

/** `type` is the nearest base of Dagster's; fields that do not apply are null. */
export interface Partitions {
  readonly type: PartitionsType;
  readonly class: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly timezone: string | null;
  readonly cron: string | null;
  readonly fmt: string | null;
  readonly endOffset: number | null;
  /** Of a static definition. */
  readonly keys: readonly string[] | null;
  readonly count: number | null;
  /** Of a dynamic definition. */
  readonly name: string | null;
  /** Of a multi definition, by dimension name. */
  readonly dimensions: Readonly<Record<string, Partitions>> | null;
}

export type EdgeVia = "parameter" | "deps" | "ins" | "spec" | "internal" | "dbt" | "sling" | "dlt" | "component";

/** One for each (from, to): `to` depends on `from`. */
export interface AssetEdge extends Sourced {
  readonly from: string;
  readonly to: string;
  readonly via: readonly EdgeVia[];
  /** The partition mapping's class and arguments, as Dagster names them. */
  readonly mapping: string | null;
}

export interface AssetCheck extends Sourced {
  readonly asset: string;
  readonly name: string;
  readonly blocking: boolean;
  readonly description: string | null;
}

export interface Job extends Sourced {
  readonly name: string;
  readonly kind: "asset" | "op" | "checks";
  /** Resolved executable keys. */
  readonly assets: readonly string[];
  /** `asset:name`. */
  readonly checks: readonly string[];
  /** Top-level node names after aliasing; only for op jobs and jobs of checks. */
  readonly ops: readonly string[];
  readonly opEdges: readonly { readonly from: string; readonly to: string }[];
  readonly partitions: Partitions | null;
}

/** `assets` names the selection of a hidden job that `target=` makes. */
export type ScheduleTarget = { readonly job: string } | { readonly assets: readonly string[] };

export interface Schedule extends Sourced {
  readonly name: string;
  /** As written. */
  readonly cron: readonly string[];
  /** Null means UTC. */
  readonly timezone: string | null;
  readonly target: ScheduleTarget | null;
  readonly status: "RUNNING" | "STOPPED";
}

export type SensorType = "standard" | "asset" | "multi-asset" | "run-status" | "automation";

export interface Sensor extends Sourced {
  readonly name: string;
  readonly type: SensorType;
  readonly targets: readonly { readonly job: string }[];
  /** A resolved selection. */
  readonly assets: readonly string[];
  /** The watched keys. */
  readonly monitors: readonly string[];
  readonly status: "RUNNING" | "STOPPED";
}

/** A literal that looks like a secret is masked. */
export type ConfigValue = { readonly value: unknown } | { readonly env: string } | { readonly unresolved: string };

/** Exactly the keys given to `Definitions(resources=)`. */
export interface Resource extends Sourced {
  readonly key: string;
  /** Qualified class name; null when it could not be read. */
  readonly type: string | null;
  readonly config: Readonly<Record<string, ConfigValue>>;
}

export type UnresolvedReason = "runtime-input" | "unresolved-import" | "external-library" | "mutation" | "unsupported" | "limit" | "cycle";

export interface Unresolved {
  /** `asset:KEY`, `job:NAME`, …, or `location` when the subject itself is not known. */
  readonly subject: string;
  /** The field, or null when whole objects may be missing. */
  readonly field: string | null;
  readonly reason: UnresolvedReason;
  /** In words a person can act on. */
  readonly message: string;
  readonly file: string;
  readonly line: number;
}
