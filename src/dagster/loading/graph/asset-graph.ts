/**
 * One repository of a code location as Dagster builds it from its definitions, with what Dagster throws away: every definition that
 * claims a key, where each dependency is written and how it was resolved, what no selection finds. Rules ask this, the graph document is made of it.
 * Nothing here is a finding: a key with two claims, an input without an upstream, a cycle are facts to be judged.
 */
import type { Location } from "../../../base/span.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { AssetNodeKind, EdgeVia, SensorType } from "../../../types/graph-document.ts";
import type { KeyId, KeyPath } from "../../model/asset-key.ts";
import type { AssetsPayload } from "../../model/objects.ts";
import type { Listing, Read } from "../../model/read.ts";
import type { JobSelection } from "../../selection/resolve-expression.ts";
import type { SelectionGraph } from "../../selection/selection-graph.ts";

/** What `Definitions` takes, one list each. */
export type Collection = "assets" | "checks" | "jobs" | "schedules" | "sensors" | "resources";

export interface RepositoryGraph {
  /** `__repository__` for `Definitions`, else the name of the `@repository` function. */
  readonly name: string;
  /** The `Definitions`, `@repository`, job, graph; absent when a module's assets are loaded by themselves. */
  readonly target?: LibraryObject;
  /** By key: defined ones and stubs, in the order of loading. */
  readonly assets: ReadonlyMap<KeyId, GraphAsset>;
  readonly checks: readonly GraphCheck[];
  /** Hidden ones included, those that only a schedule or sensor names too. */
  readonly jobs: readonly GraphJob[];
  readonly schedules: readonly GraphSchedule[];
  readonly sensors: readonly GraphSensor[];
  readonly resources: readonly GraphResource[];
  /** Why a collection may hold more than is listed here; an empty list: it is complete. */
  readonly gaps: Readonly<Record<Collection, readonly Unknown[]>>;
  /** Elements that Dagster does not take in this place: a list within a list of jobs, a class instead of an object. */
  readonly misplaced: readonly { readonly collection: Collection; readonly value: Value; readonly at: Location }[];
  /** The assets as selections see them. */
  readonly selectable: SelectionGraph;
}

/** What every definition carries: the object, where it stands, and under which undecidable condition it is there. */
export interface Given {
  readonly object: LibraryObject;
  readonly at: Location;
  readonly condition?: Unknown;
  /** `"REGION unset"`. */
  readonly assumes: readonly string[];
}

/** One definition of one key. */
export interface AssetClaim extends Given {
  /** The `AssetsDefinition`, `SourceAsset` or bare `AssetSpec` that was loaded. */
  readonly object: LibraryObject;
  /** The `AssetSpec` of this key; the object itself for a source asset. */
  readonly spec: LibraryObject;
  /** Position in `AssetsDefinition.specs`; 0 otherwise. */
  readonly index: number;
  readonly path: KeyPath;
  /** Of `path`. */
  readonly id: KeyId;
  readonly kind: Exclude<AssetNodeKind, "stub">;
  readonly payload?: AssetsPayload;
  readonly group: Read<string>;
  /** All but kinds. */
  readonly tags: Listing<readonly [string, string]>;
  readonly kinds: Listing<string>;
  readonly owners: Listing<string>;
  readonly deps: Listing<Dependency>;
  /** Only named by a schedule's or sensor's `target=`, which adds it to the repository. */
  readonly addedBy?: LibraryObject;
}

/** A dependency as written. */
export interface Dependency {
  readonly path: KeyPath;
  /** Of `path`. */
  readonly id: KeyId;
  /** The `AssetDep`. */
  readonly object: LibraryObject;
  readonly at: Location;
  readonly via: EdgeVia;
  /** The function's parameter, when it is one that loads a value: Dagster then refuses a key that nothing defines. */
  readonly parameter?: string;
  readonly condition?: Unknown;
}

export interface ResolvedDependency extends Dependency {
  /** What the key as written leads to: the same key, or one that Dagster takes for it. */
  readonly to: KeyId;
  /** `group`: same last part and same group; `table`: same `dagster/table_name`; `none`: nothing defines it, so it is a stub. */
  readonly resolvedBy: "key" | "group" | "table" | "none";
}

export interface GraphAsset {
  readonly id: KeyId;
  readonly path: KeyPath;
  readonly kind: AssetNodeKind;
  /** In the order of loading. None for a stub. More than one: Dagster refuses, unless all but one are source assets. */
  readonly claims: readonly AssetClaim[];
  /** The claim that Dagster loads; absent for a stub. */
  readonly claim?: AssetClaim;
  /** As written, one key may be named twice. */
  readonly dependencies: readonly ResolvedDependency[];
  /** Places that name the key: dependencies and checks. */
  readonly namedAt: readonly Location[];
  /** Of a stub that only conditional definitions name: the condition of the first. */
  readonly namedUnder?: Unknown;
}

export interface GraphCheck extends Given {
  readonly asset: KeyPath;
  readonly name: string;
  /** The `AssetCheckSpec`. */
  readonly spec: LibraryObject;
  readonly blocking: Read<boolean>;
  readonly description: Read<string | null>;
}

export interface GraphJob extends Given {
  readonly name: string;
  /** `op`: made of ops; others of a selection. */
  readonly kind: "asset" | "op" | "checks";
  /** `__anonymous_asset_job_…`, made by `target=`. */
  readonly hidden: boolean;
  /** The schedule or sensor that brings it in, when `jobs=` does not. */
  readonly namedBy?: LibraryObject;
  readonly selection?: JobSelection;
  /** Top-level nodes after aliasing; none of an asset job. */
  readonly ops: readonly { readonly name: string; readonly definition: LibraryObject; readonly at: Location }[];
  readonly opEdges: readonly { readonly from: string; readonly to: string }[];
  /** Why ops may be missing. */
  readonly opsGap?: Unknown;
  /** The value of `partitions_def=`, else that of the selected assets. */
  readonly partitions: Read<Value | null>;
}

/** `unresolved-name`: the name of a job that this repository does not have. */
export type GraphTarget =
  | { readonly kind: "job"; readonly name: string; readonly at: Location }
  | { readonly kind: "unresolved-name"; readonly name: string; readonly at: Location }
  | { readonly kind: "assets"; readonly job: GraphJob }
  | { readonly kind: "unknown"; readonly gap: Unknown };

export interface GraphSchedule extends Given {
  readonly name: string;
  readonly cron: Read<readonly string[]>;
  readonly timezone: Read<string | null>;
  readonly target: GraphTarget | null;
  readonly status: Read<"RUNNING" | "STOPPED">;
}

export interface GraphSensor extends Given {
  readonly name: string;
  readonly type: SensorType;
  readonly targets: readonly GraphTarget[];
  readonly selection?: JobSelection;
  readonly monitors?: JobSelection;
  readonly status: Read<"RUNNING" | "STOPPED">;
  /** Dagster adds `default_automation_condition_sensor` itself; then `object` is the definition that made it necessary. */
  readonly implicit: boolean;
}

export interface GraphResource {
  readonly key: string;
  readonly value: Value;
  readonly at: Location;
  readonly condition?: Unknown;
  readonly assumes: readonly string[];
}
