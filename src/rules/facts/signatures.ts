/** What Dagster's callables take, hidden keywords included, for those whose parameters are exactly the recorded ones. */
import { SIGNATURES } from "../../dagster/library/signatures.generated.ts";

/** Taken through `**kwargs` and not shown by `inspect`. Source: `@hidden_param` in dagster 1.13.27. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  "dagster.asset": ["non_argument_deps", "auto_materialize_policy", "legacy_freshness_policy", "compute_kind"],
  "dagster.multi_asset": ["non_argument_deps", "compute_kind", "allow_arbitrary_check_specs"],
  "dagster.graph_asset": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.AssetSpec": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.AssetOut": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.load_assets_from_modules": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.load_assets_from_current_module": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.load_assets_from_package_module": ["legacy_freshness_policy", "auto_materialize_policy"],
  "dagster.load_assets_from_package_name": ["legacy_freshness_policy", "auto_materialize_policy"],
};

const EXACT = (
  "AssetCheckSpec AssetDep AssetIn AssetKey AutomationCondition.eager AutomationCondition.on_cron AutomationCondition.on_missing " +
  "DailyPartitionsDefinition Definitions DynamicPartitionsDefinition FreshnessPolicy.cron FreshnessPolicy.time_window HourlyPartitionsDefinition " +
  "In MonthlyPartitionsDefinition MultiPartitionsDefinition Out RetryPolicy RunRequest ScheduleDefinition SensorDefinition SourceAsset " +
  "StaticPartitionsDefinition TimeWindowPartitionMapping TimeWindowPartitionsDefinition WeeklyPartitionsDefinition asset_check asset_sensor " +
  "build_metadata_bounds_checks build_last_update_freshness_checks build_schedule_from_partitioned_job define_asset_job graph graph_multi_asset job " +
  "multi_asset_check multi_asset_sensor multi_observable_source_asset observable_source_asset op resource run_failure_sensor run_status_sensor schedule " +
  "sensor success_hook failure_hook io_manager with_resources load_definitions_from_module load_definitions_from_modules load_asset_checks_from_modules"
)
  .split(" ")
  .map((name) => `dagster.${name}`);

export interface Parameters {
  readonly names: ReadonlySet<string>;
  /** Keyword or positional parameters without a default, in order. */
  readonly required: readonly string[];
  /** How many positional arguments are taken. */
  readonly positional: number;
}

const parsed = new Map<string, Parameters>();

/** The callables that {@link parametersOf} knows. */
export const KNOWN_CALLABLES: readonly string[] = [...EXACT, ...Object.keys(HIDDEN)].filter((name) => name in SIGNATURES);

export function parametersOf(name: string): Parameters {
  const known = parsed.get(name);
  if (known) return known;
  const parts = (SIGNATURES[name] ?? "").split(/, (?=[*\w]+(?:=|,|$))/).filter((part) => part !== "");
  const star = parts.findIndex((part) => part.startsWith("*"));
  const plain = parts.filter((part) => !part.startsWith("*"));
  const parameters = {
    names: new Set([...plain.map((part) => part.replace(/=.*$/s, "")), ...(HIDDEN[name] ?? [])]),
    required: plain.filter((part) => !part.includes("=")),
    positional: star < 0 ? plain.length : star,
  };
  parsed.set(name, parameters);
  return parameters;
}
