/**
 * The objects that Dagster code makes, as the interpreter holds them: type names, fields and payloads. Models in `library/` make
 * them, readers in `model/` turn them into plain data, user code in between reads their fields as Python attributes.
 *
 * Fields are Python values under Dagster's own attribute names; one that could not be read is an `Unknown` and the object stays.
 * An instance of a class in the repository that derives from one of these types counts as the type: read both through `field.ts`.
 * Objects that are derived (prefixed, replaced, mapped) keep `at` and `args` of the definition they come from.
 */
import type { Location } from "../../base/span.ts";
import type { FunctionValue, LibraryObject, Unknown, Value } from "../../python/value.ts";
import type { EdgeVia } from "../../types/graph-document.ts";
import type { Composition } from "./composition.ts";
import type { SelectionExpression } from "./selection-expression.ts";

/**
 * Fields of every type that a reader or the graph builder looks at. `T?` may be None; every value may also be unknown or a `one-of`,
 * and every collection incomplete.
 */
export const OBJECT_FIELDS = {
  "dagster.AssetKey": { path: "list[str]" },
  "dagster.AssetCheckKey": { asset_key: "AssetKey", name: "str" },
  "dagster.AssetDep": { asset_key: "AssetKey", partition_mapping: "PartitionMapping?", metadata: "dict?" },
  "dagster.AssetIn": {
    key: "AssetKey?",
    key_prefix: "list[str]?",
    metadata: "dict?",
    input_manager_key: "str?",
    partition_mapping: "PartitionMapping?",
    dagster_type: "any",
  },
  "dagster.AssetOut": {
    key: "AssetKey?",
    key_prefix: "list[str]?",
    description: "str?",
    is_required: "bool",
    io_manager_key: "str",
    metadata: "dict?",
    group_name: "str?",
    code_version: "str?",
    automation_condition: "AutomationCondition?",
    backfill_policy: "BackfillPolicy?",
    owners: "list[str]",
    tags: "dict[str, str]",
    freshness_policy: "FreshnessPolicy?",
  },
  /** Kinds are tags `dagster/kind/…` here, as in Dagster. `partitions_def` and `deps` are final: parameters, `ins` and `deps` together. */
  "dagster.AssetSpec": {
    key: "AssetKey",
    deps: "list[AssetDep]",
    description: "str?",
    metadata: "dict[str, any]",
    skippable: "bool",
    group_name: "str?",
    code_version: "str?",
    automation_condition: "AutomationCondition?",
    owners: "list[str]",
    tags: "dict[str, str]",
    partitions_def: "PartitionsDefinition?",
    freshness_policy: "FreshnessPolicy?",
    auto_materialize_policy: "AutoMaterializePolicy?",
  },
  "dagster.AssetCheckSpec": {
    name: "str",
    asset_key: "AssetKey",
    description: "str?",
    additional_deps: "list[AssetDep]",
    blocking: "bool",
    metadata: "dict",
    automation_condition: "AutomationCondition?",
    partitions_def: "PartitionsDefinition?",
  },
  /** Payload: {@link AssetsPayload}. Also the base of `AssetChecksDefinition`, which has no specs. */
  "dagster.AssetsDefinition": {
    specs: "list[AssetSpec]",
    check_specs: "list[AssetCheckSpec]",
    node_def: "OpDefinition | GraphDefinition | None",
    can_subset: "bool",
    backfill_policy: "BackfillPolicy?",
    resource_defs: "dict[str, resource]",
    required_resource_keys: "set[str]",
  },
  "dagster.AssetChecksDefinition": {},
  /** `observe_fn` is None unless it is observable. */
  "dagster.SourceAsset": {
    key: "AssetKey",
    metadata: "dict",
    io_manager_key: "str?",
    description: "str?",
    partitions_def: "PartitionsDefinition?",
    group_name: "str?",
    observe_fn: "function?",
    automation_condition: "AutomationCondition?",
    tags: "dict[str, str]",
    resource_defs: "dict[str, resource]",
    required_resource_keys: "set[str]",
  },
  /** `ins` and `outs` by name, in order; `io_manager_key` of an `Out` is its own field. */
  "dagster.OpDefinition": {
    name: "str",
    description: "str?",
    ins: "dict[str, In]",
    outs: "dict[str, Out]",
    required_resource_keys: "set[str]",
    tags: "dict",
    retry_policy: "RetryPolicy?",
    code_version: "str?",
    pool: "str?",
  },
  /** Payload: {@link CompositionPayload}. */
  "dagster.GraphDefinition": { name: "str", description: "str?", tags: "dict" },
  /** An op job. Payload: {@link CompositionPayload}. */
  "dagster.JobDefinition": {
    name: "str",
    description: "str?",
    tags: "dict",
    resource_defs: "dict?",
    partitions_def: "PartitionsDefinition?",
  },
  /** `define_asset_job`. Payload: {@link AssetJobPayload}. */
  "dagster.UnresolvedAssetJobDefinition": { name: "str", description: "str?", tags: "dict", partitions_def: "PartitionsDefinition?" },
  /** Payload: {@link TargetPayload}. `cron_schedule` is a str or a list of them. */
  "dagster.ScheduleDefinition": {
    name: "str",
    cron_schedule: "str | list[str]",
    execution_timezone: "str?",
    default_status: "DefaultScheduleStatus",
  },
  /** `build_schedule_from_partitioned_job` of an asset job: its cron follows from the job's partitions. */
  "dagster.UnresolvedPartitionedAssetScheduleDefinition": {
    name: "str",
    job: "UnresolvedAssetJobDefinition",
    default_status: "DefaultScheduleStatus",
    hour_of_day: "int?",
    minute_of_hour: "int?",
    day_of_week: "int?",
    day_of_month: "int?",
  },
  /** Every kind of sensor. Payload: {@link SensorPayload}. */
  "dagster.SensorDefinition": { name: "str", default_status: "DefaultSensorStatus", description: "str?", minimum_interval_seconds: "int?" },
  /** Payload: {@link SelectionPayload}. */
  "dagster.AssetSelection": {},
  /** Payload: {@link ConditionPayload}. */
  "dagster.AutomationCondition": { label: "str?" },
  "dagster.AutoMaterializePolicy": {},
  /** Dates are str or `datetime.datetime` objects, as given. */
  "dagster.TimeWindowPartitionsDefinition": {
    start: "str | datetime",
    fmt: "str",
    end: "str | datetime | None",
    cron_schedule: "str",
    timezone: "str?",
    end_offset: "int",
    exclusions: "list?",
  },
  "dagster.StaticPartitionsDefinition": { partition_keys: "list[str]" },
  "dagster.DynamicPartitionsDefinition": { name: "str?" },
  "dagster.MultiPartitionsDefinition": { partitions_defs: "dict[str, PartitionsDefinition]" },
  "dagster.BackfillPolicy": { max_partitions_per_run: "int?" },
  "dagster.RetryPolicy": { max_retries: "int", delay: "float?", backoff: "Backoff?", jitter: "Jitter?" },
  /** `type` is `time_window` or `cron`. */
  "dagster.FreshnessPolicy": {
    type: "str",
    fail_window: "timedelta?",
    warn_window: "timedelta?",
    deadline_cron: "str?",
    lower_bound_delta: "timedelta?",
    timezone: "str?",
  },
  /** `type` is the qualified name that the document shows, where it is not that of the object. */
  "dagster.ResourceDefinition": { config: "any", description: "str?", required_resource_keys: "set[str]" },
  "dagster.EnvVar": { name: "str", type: "str" },
  /** Collections as given, None included; `merge` and the loaders have concatenated them. */
  "dagster.Definitions": {
    assets: "iterable?",
    schedules: "iterable?",
    sensors: "iterable?",
    jobs: "iterable?",
    resources: "dict?",
    asset_checks: "iterable?",
    executor: "any",
    loggers: "any",
    metadata: "dict?",
  },
  /** `@repository`; `definitions` is what the function returned, flattened. */
  "dagster.RepositoryDefinition": { name: "str", definitions: "list" },
  /** `@definitions`: calling it, or {@link LazyPayload}, gives the `Definitions`. */
  "dagster.LazyDefinitions": {},
} as const satisfies Record<string, Record<string, string>>;

export type ObjectType = keyof typeof OBJECT_FIELDS;

/** What made an `AssetsDefinition`: the words of the graph document's `definition.kind`. */
export type AssetsDefinitionKind =
  | "asset"
  | "multi_asset"
  | "graph_asset"
  | "graph_multi_asset"
  | "from_graph"
  | "from_op"
  | "assets_definition"
  | "spec"
  | "source_asset"
  | "observable_source_asset"
  | "multi_observable_source_asset"
  | "external_assets"
  | "asset_check"
  | "multi_asset_check"
  | (string & {});

export interface AssetsPayload {
  readonly kind: "assets";
  readonly definition: AssetsDefinitionKind;
  /** `unexecutable`: external assets without a body. */
  readonly execution: "materialization" | "observation" | "unexecutable";
  /** The decorated function, or whatever else was decorated. */
  readonly function?: Value;
  /** One for each definition, kept through every derivation: nodes of one definition share it. */
  readonly id: DefinitionId;
  /** In the order of the op's inputs. */
  readonly inputs: readonly AssetInput[];
  /** One for each spec, in the order of `specs`. */
  readonly outputs: readonly AssetOutput[];
  /** `compute_kind=`, which is a tag of the op. */
  readonly computeKind?: Value;
}

/** Compared by identity. `at` is where the definition was first made. */
export interface DefinitionId {
  readonly at: Location;
}

/** An input of the op that loads or waits for an asset. */
export interface AssetInput {
  readonly name: string;
  /** An `AssetKey` or unknown. */
  readonly key: Value;
  readonly via: EdgeVia;
  readonly inputManagerKey?: Value;
}

export interface AssetOutput {
  readonly name: Value;
  /** A str; Dagster's default is `io_manager`. */
  readonly ioManagerKey: Value;
  /** Of the op's output: what a spec gets again when others take its place. */
  readonly metadata?: Value;
}

/** Of an `AssetDep`: how the dependency was written, and the parameter's name when by one (`parameter`, `ins`). */
export interface DepPayload {
  readonly kind: "dep";
  readonly via: EdgeVia;
  readonly parameter?: string;
}

export interface CompositionPayload {
  readonly kind: "composition";
  readonly function?: FunctionValue;
  readonly composition: Composition;
}

export interface AssetJobPayload {
  readonly kind: "asset-job";
  readonly selection: SelectionExpression;
}

/** What a schedule or sensor launches. */
export type Target =
  /** `JobDefinition`, `UnresolvedAssetJobDefinition`, or a `GraphDefinition` that becomes the job of its name. */
  | { readonly kind: "job"; readonly job: LibraryObject }
  | { readonly kind: "job-name"; readonly name: Value }
  /** A hidden job, named after the schedule or sensor. */
  | {
      readonly kind: "selection";
      readonly selection: SelectionExpression;
      /** `AssetsDefinition` and `SourceAsset` objects given themselves: Dagster adds them to the repository. */
      readonly assets?: readonly LibraryObject[];
    }
  | { readonly kind: "unknown"; readonly gap: Unknown };

export interface TargetPayload {
  readonly kind: "targets";
  readonly targets: readonly Target[];
}

export interface SensorPayload {
  readonly kind: "sensor";
  readonly type: "standard" | "asset" | "multi-asset" | "run-status" | "automation";
  readonly targets: readonly Target[];
  /** `asset_selection=` of the sensor, an automation sensor's `target=`. */
  readonly selection?: SelectionExpression;
  /** Watched keys of asset and multi-asset sensors. */
  readonly monitors?: SelectionExpression;
}
