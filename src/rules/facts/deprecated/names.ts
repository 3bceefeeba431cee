/** Names of Dagster that are deprecated or superseded, with what takes their place. Source: the decorators `deprecated` and `superseded`, dagster 1.13. */
export interface DeprecatedName {
  readonly name: string;
  readonly status: "deprecated" | "superseded";
  readonly instead: string;
  /** The last part of the name under which the same is found: an attribute that was only renamed. */
  readonly renamed?: string;
}

export const DEPRECATED_NAMES: readonly DeprecatedName[] = [
  { name: "dagster.SourceAsset", status: "deprecated", instead: "Write `AssetSpec(…)`; `.with_io_manager_key(…)` says how it is loaded." },
  {
    name: "dagster.AutoMaterializePolicy.eager",
    status: "deprecated",
    instead: "Write `automation_condition=AutomationCondition.eager()`.",
  },
  {
    name: "dagster.AutoMaterializePolicy.lazy",
    status: "deprecated",
    instead: "Write `automation_condition=AutomationCondition.any_downstream_conditions()`.",
  },
  {
    name: "dagster.LegacyFreshnessPolicy",
    status: "deprecated",
    instead: "Write `FreshnessPolicy.time_window(…)` or `FreshnessPolicy.cron(…)`.",
  },
  { name: "dagster.build_last_update_freshness_checks", status: "superseded", instead: "Give the assets a `freshness_policy`." },
  { name: "dagster.build_time_partition_freshness_checks", status: "superseded", instead: "Give the assets a `freshness_policy`." },
  { name: "dagster.build_sensor_for_freshness_checks", status: "superseded", instead: "Give the assets a `freshness_policy`." },
  { name: "dagster.AssetSelection.keys", status: "deprecated", instead: "Write `AssetSelection.assets(…)`.", renamed: "assets" },
  { name: "dagster.MultiAssetSensorDefinition", status: "superseded", instead: "Use an automation condition on the assets." },
  { name: "dagster.multi_asset_sensor", status: "superseded", instead: "Use an automation condition on the assets." },
  { name: "dagster.BindResourcesToJobs", status: "deprecated", instead: "Remove it: top-level resources are bound to jobs anyway." },
  { name: "dagster.components.load_defs", status: "deprecated", instead: "Write `load_from_defs_folder(path_within_project=…)`." },
  { name: "dagster.load_defs", status: "deprecated", instead: "Write `load_from_defs_folder(path_within_project=…)`." },
  { name: "dagster.build_component_defs", status: "deprecated", instead: "Write `load_from_defs_folder(path_within_project=…)`." },
];
