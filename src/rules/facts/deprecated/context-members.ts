/** Members of `AssetExecutionContext` that Dagster deprecates, with what takes their place. Source: `_core/execution/context/asset_execution_context.py`, 1.13.27. */
export interface ContextMember {
  /** What to write behind `context.`. */
  readonly instead: string;
  /** It is a property, and so is what takes its place: the name can be replaced as it stands. */
  readonly isProperty: boolean;
}

export const DEPRECATED_CONTEXT_MEMBERS: ReadonlyMap<string, ContextMember> = new Map([
  ["run_id", { instead: "run.run_id", isProperty: true }],
  ["dagster_run", { instead: "run", isProperty: true }],
  ["run_config", { instead: "run.run_config", isProperty: true }],
  ["run_tags", { instead: "run.tags", isProperty: true }],
  ["asset_partition_key_range", { instead: "partition_key_range", isProperty: true }],
  ["get_op_execution_context", { instead: "op_execution_context", isProperty: false }],
  ["asset_partition_key_for_output", { instead: "partition_key", isProperty: false }],
  ["asset_partitions_time_window_for_output", { instead: "partition_time_window", isProperty: false }],
  ["asset_partition_key_range_for_output", { instead: "partition_key_range", isProperty: false }],
  ["asset_partitions_def_for_output", { instead: "assets_def.partitions_def", isProperty: false }],
  ["asset_partition_keys_for_output", { instead: "partition_keys", isProperty: false }],
  ["has_tag", { instead: "run.tags", isProperty: false }],
  ["get_tag", { instead: "run.tags.get(key)", isProperty: false }],
  ["op_config", { instead: "op_execution_context.op_config", isProperty: true }],
  ["node_handle", { instead: "op_execution_context.node_handle", isProperty: true }],
  ["op_handle", { instead: "op_execution_context.op_handle", isProperty: true }],
  ["op", { instead: "op_execution_context.op", isProperty: true }],
  ["get_mapping_key", { instead: "op_execution_context.get_mapping_key", isProperty: false }],
  ["selected_output_names", { instead: "op_execution_context.selected_output_names", isProperty: true }],
]);
