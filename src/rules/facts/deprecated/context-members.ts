/** Members of `AssetExecutionContext` that Dagster deprecates, with what takes their place. Source: `_core/execution/context/asset_execution_context.py`, 1.13.27. */
export interface ContextMember {
  /** What to write behind `context.`. */
  readonly instead: string;
  /**
   * How the old member is used: a `property` is replaced by its name, a `getter` (called without arguments) with its parentheses, a `method` keeps
   * its arguments. `otherwise`: what takes its place is no mere other name.
   */
  readonly used: "property" | "getter" | "method" | "otherwise";
  /** The same value in every case. */
  readonly isSame: boolean;
}

export const DEPRECATED_CONTEXT_MEMBERS: ReadonlyMap<string, ContextMember> = new Map([
  ["run_id", { instead: "run.run_id", used: "property", isSame: true }],
  ["dagster_run", { instead: "run", used: "property", isSame: true }],
  ["run_config", { instead: "run.run_config", used: "property", isSame: true }],
  ["run_tags", { instead: "run.tags", used: "property", isSame: true }],
  ["asset_partition_key_range", { instead: "partition_key_range", used: "property", isSame: true }],
  ["get_op_execution_context", { instead: "op_execution_context", used: "getter", isSame: true }],
  ["asset_partition_key_for_output", { instead: "partition_key", used: "getter", isSame: false }],
  ["asset_partitions_time_window_for_output", { instead: "partition_time_window", used: "getter", isSame: false }],
  ["asset_partition_key_range_for_output", { instead: "partition_key_range", used: "getter", isSame: false }],
  ["asset_partitions_def_for_output", { instead: "assets_def.partitions_def", used: "getter", isSame: false }],
  ["asset_partition_keys_for_output", { instead: "partition_keys", used: "getter", isSame: false }],
  ["has_tag", { instead: "run.tags", used: "otherwise", isSame: false }],
  ["get_tag", { instead: "run.tags.get", used: "method", isSame: true }],
  ["op_config", { instead: "op_execution_context.op_config", used: "property", isSame: true }],
  ["node_handle", { instead: "op_execution_context.node_handle", used: "property", isSame: true }],
  ["op_handle", { instead: "op_execution_context.op_handle", used: "property", isSame: true }],
  ["op", { instead: "op_execution_context.op", used: "property", isSame: true }],
  ["get_mapping_key", { instead: "op_execution_context.get_mapping_key", used: "method", isSame: true }],
  ["selected_output_names", { instead: "op_execution_context.selected_output_names", used: "property", isSame: true }],
]);
