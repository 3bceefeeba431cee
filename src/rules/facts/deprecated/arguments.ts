/** Arguments that Dagster deprecates, hides or ignores, with what takes their place. Source: the decorators `deprecated_param` and `hidden_param`, dagster 1.0 to 1.13. */
export interface DeprecatedArgument {
  readonly calls: readonly string[];
  readonly parameter: string;
  /** The release with which it is deprecated and there is something else to write. */
  readonly from: string;
  /** In the imperative: what to write. */
  readonly instead: string;
  /** The same value under another name. */
  readonly renamed?: string;
  /** Dagster does nothing with it, or finds the same by itself. */
  readonly isRedundant?: true;
}

const ASSETS = ["dagster.asset", "dagster.multi_asset", "dagster.graph_asset", "dagster.graph_multi_asset"];
const SPECS = ["dagster.AssetSpec", "dagster.AssetOut"];
const LOADERS = ["modules", "current_module", "package_module", "package_name"].map((source) => `dagster.load_assets_from_${source}`);
const STATUS_SENSORS = ["run_status_sensor", "run_failure_sensor", "make_email_on_run_failure_sensor"].map((name) => `dagster.${name}`);
const CONFIGS = ["hourly", "daily", "weekly", "monthly", "static", "dynamic"].map((kind) => `dagster.${kind}_partitioned_config`);

export const DEPRECATED_ARGUMENTS: readonly DeprecatedArgument[] = [
  {
    calls: [...ASSETS, ...SPECS, ...LOADERS],
    parameter: "auto_materialize_policy",
    from: "1.8.0",
    instead: "Write `automation_condition=AutomationCondition.eager()` (or another condition).",
  },
  {
    calls: [...ASSETS, ...SPECS, ...LOADERS, "dagster.SourceAsset", "dagster.observable_source_asset"],
    parameter: "legacy_freshness_policy",
    from: "1.12.0",
    instead: "Write `freshness_policy=FreshnessPolicy.time_window(…)` or `.cron(…)`.",
  },
  {
    calls: ["dagster.asset", "dagster.multi_asset"],
    parameter: "non_argument_deps",
    from: "1.5.0",
    instead: "Write `deps=`.",
    renamed: "deps",
  },
  { calls: ["dagster.asset", "dagster.multi_asset"], parameter: "compute_kind", from: "1.9.0", instead: 'Write `kinds={"…"}`.' },
  {
    calls: ["dagster.op", "dagster.asset"],
    parameter: "version",
    from: "1.5.0",
    instead: "Write `code_version=`.",
    renamed: "code_version",
  },
  {
    calls: ["dagster.define_asset_job"],
    parameter: "partitions_def",
    from: "1.8.0",
    instead: "Remove it: a job has the partitions of its assets.",
    isRedundant: true,
  },
  {
    calls: ["dagster.DynamicPartitionsDefinition"],
    parameter: "partition_fn",
    from: "1.5.0",
    instead: 'Write `name="…"`, and add keys with `instance.add_dynamic_partitions`.',
  },
  { calls: STATUS_SENSORS, parameter: "job_selection", from: "1.5.0", instead: "Write `monitored_jobs=`.", renamed: "monitored_jobs" },
  {
    calls: STATUS_SENSORS,
    parameter: "monitor_all_repositories",
    from: "1.7.0",
    instead: "Write `monitor_all_code_locations=`.",
    renamed: "monitor_all_code_locations",
  },
  {
    calls: ["dagster.ScheduleDefinition", "dagster.schedule"],
    parameter: "environment_vars",
    from: "1.5.0",
    instead: "Remove it: it is without effect.",
    isRedundant: true,
  },
  {
    calls: [...CONFIGS, "dagster.PartitionedConfig"],
    parameter: "tags_for_partition_fn",
    from: "1.5.0",
    instead: "Write `tags_for_partition_key_fn=`, which is given the key.",
  },
  {
    calls: ["dagster.PartitionedConfig"],
    parameter: "run_config_for_partition_fn",
    from: "1.5.0",
    instead: "Write `run_config_for_partition_key_fn=`, which is given the key.",
  },
  {
    calls: ["dagster.observable_source_asset"],
    parameter: "auto_observe_interval_minutes",
    from: "1.9.0",
    instead: "Write `automation_condition=AutomationCondition.on_cron(…)`.",
  },
  {
    calls: ["dagster.build_input_context", "dagster.build_output_context"],
    parameter: "metadata",
    from: "1.7.0",
    instead: "Write `definition_metadata=`.",
    renamed: "definition_metadata",
  },
  {
    calls: ["dagster.components.load_from_defs_folder", "dagster.load_from_defs_folder"],
    parameter: "project_root",
    from: "1.12.0",
    instead: "Write `path_within_project=`.",
    renamed: "path_within_project",
  },
];
