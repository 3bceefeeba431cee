/** Names of Dagster that are deprecated or superseded, with what takes their place. Source: the decorators `deprecated` and `superseded`, dagster 1.13. */
export interface DeprecatedName {
  readonly name: string;
  /** `documented-otherwise`: it works and will, and what Dagster documents is something else. */
  readonly status: "deprecated" | "superseded" | "documented-otherwise";
  /** The release with which it is so and there is something else to write. */
  readonly from: string;
  readonly instead: string;
  /** The last part of the name under which the same is found: an attribute that was only renamed. */
  readonly renamed?: string;
  /** It is used by its name alone, not by calling it. */
  readonly isMentioned?: true;
}

/** Methods that are deprecated on every object that has one of that name. */
export interface DeprecatedMethod {
  readonly method: string;
  /** As `AssetSelection.sources`. */
  readonly of: string;
  readonly from: string;
  readonly instead: string;
}

export const DEPRECATED_METHODS: readonly DeprecatedMethod[] = [
  {
    method: "run_request_for_partition",
    of: "JobDefinition",
    from: "1.5.0",
    instead: "Write `RunRequest(partition_key=…)`.",
  },
];

const RULES = [
  ...["on_cron", "on_missing", "on_parent_updated", "on_required_for_freshness"].map((when) => `materialize_${when}`),
  ...["backfill_in_progress", "not_all_parents_updated", "not_all_parents_updated_since_cron"].map((when) => `skip_on_${when}`),
  ...["parent_missing", "parent_outdated", "required_but_nonexistent_parents", "run_in_progress"].map((when) => `skip_on_${when}`),
];

export const DEPRECATED_NAMES: readonly DeprecatedName[] = [
  ...RULES.map(
    (rule): DeprecatedName => ({
      name: `dagster.AutoMaterializeRule.${rule}`,
      status: "deprecated",
      from: "1.10.0",
      instead: "Compose an `AutomationCondition` of operands: `AutomationCondition.missing()`, `.newly_updated()`, …",
    }),
  ),
  {
    name: "dagster.AutoMaterializeAssetPartitionsFilter",
    status: "deprecated",
    from: "1.10.0",
    instead: "Compose an `AutomationCondition` of operands.",
  },
  {
    name: "dagster.ExpectationResult",
    status: "deprecated",
    from: "1.5.0",
    instead: "Write an asset check that returns `AssetCheckResult`.",
  },
  {
    name: "dagster.SourceAsset",
    status: "deprecated",
    from: "1.9.0",
    instead: "Write `AssetSpec(…)`; `.with_io_manager_key(…)` says how it is loaded.",
  },
  {
    name: "dagster.AutoMaterializePolicy.eager",
    status: "deprecated",
    from: "1.8.0",
    instead: "Write `automation_condition=AutomationCondition.eager()`.",
  },
  {
    name: "dagster.AutoMaterializePolicy.lazy",
    status: "deprecated",
    from: "1.8.0",
    instead: "Write `automation_condition=AutomationCondition.any_downstream_conditions()`.",
  },
  {
    name: "dagster.LegacyFreshnessPolicy",
    status: "deprecated",
    from: "1.12.0",
    instead: "Write `FreshnessPolicy.time_window(…)` or `FreshnessPolicy.cron(…)`.",
  },
  {
    name: "dagster.build_last_update_freshness_checks",
    status: "superseded",
    from: "1.12.0",
    instead: "Give the assets a `freshness_policy`.",
  },
  {
    name: "dagster.build_time_partition_freshness_checks",
    status: "superseded",
    from: "1.12.0",
    instead: "Give the assets a `freshness_policy`.",
  },
  {
    name: "dagster.build_sensor_for_freshness_checks",
    status: "superseded",
    from: "1.12.0",
    instead: "Give the assets a `freshness_policy`.",
  },
  {
    name: "dagster.AssetSelection.keys",
    status: "deprecated",
    from: "1.7.0",
    instead: "Write `AssetSelection.assets(…)`.",
    renamed: "assets",
  },
  {
    name: "dagster.MultiAssetSensorDefinition",
    status: "superseded",
    from: "1.10.0",
    instead: "Use an automation condition on the assets.",
  },
  { name: "dagster.multi_asset_sensor", status: "superseded", from: "1.10.0", instead: "Use an automation condition on the assets." },
  {
    name: "dagster.BindResourcesToJobs",
    status: "deprecated",
    from: "1.5.0",
    instead: "Remove it: top-level resources are bound to jobs anyway.",
  },
  {
    name: "dagster.components.load_defs",
    status: "deprecated",
    from: "1.12.0",
    instead: "Write `load_from_defs_folder(path_within_project=…)`.",
  },
  { name: "dagster.load_defs", status: "deprecated", from: "1.12.0", instead: "Write `load_from_defs_folder(path_within_project=…)`." },
  {
    name: "dagster.build_component_defs",
    status: "deprecated",
    from: "1.12.0",
    instead: "Write `load_from_defs_folder(path_within_project=…)`.",
  },
  { name: "dagster.AssetSelection.sources", status: "deprecated", from: "1.5.0", instead: "Write `.roots()`.", renamed: "roots" },
  {
    name: "dagster.MetadataEntry",
    status: "deprecated",
    from: "1.5.0",
    instead: "Write a mapping of names to `MetadataValue`s.",
  },
  { name: "dagster.Partition", status: "deprecated", from: "1.5.0", instead: "Write the key as text." },
  {
    name: "dagster.fs_io_manager",
    status: "superseded",
    from: "1.10.0",
    instead: "Write `FilesystemIOManager(…)`.",
    isMentioned: true,
  },
  {
    name: "dagster.components.component",
    status: "superseded",
    from: "1.11.0",
    instead: "Write `@component_instance`.",
    renamed: "component_instance",
  },
  {
    name: "dagster.repository",
    status: "documented-otherwise",
    from: "1.2.0",
    instead: "Write `Definitions(…)` at module level.",
  },
  {
    name: "dagster.resource",
    status: "documented-otherwise",
    from: "1.3.0",
    instead: "Write a class that derives from `ConfigurableResource`, and annotate the parameters that want it.",
  },
];
