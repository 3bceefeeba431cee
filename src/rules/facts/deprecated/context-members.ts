/** Members of contexts that Dagster deprecates, with what takes their place, by the class of the context. Source: `_core/execution/context/` and `sensor_definition.py`, dagster 1.5 to 1.13. */
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
  /** The release that deprecates it. */
  readonly from: string;
}

type Members = ReadonlyMap<string, ContextMember>;

/** What assets and ops have in common. */
const OUTPUT_PARTITIONS: readonly (readonly [string, ContextMember])[] = [
  ["asset_partition_key_range", { instead: "partition_key_range", used: "property", isSame: true, from: "1.5.0" }],
  ["asset_partition_key_for_output", { instead: "partition_key", used: "getter", isSame: false, from: "1.8.0" }],
  ["asset_partitions_time_window_for_output", { instead: "partition_time_window", used: "getter", isSame: false, from: "1.8.0" }],
  ["asset_partition_key_range_for_output", { instead: "partition_key_range", used: "getter", isSame: false, from: "1.8.0" }],
  ["asset_partition_keys_for_output", { instead: "partition_keys", used: "getter", isSame: false, from: "1.8.0" }],
];

const ASSET: Members = new Map<string, ContextMember>([
  ...OUTPUT_PARTITIONS.map(([name, member]) => [name, { ...member, from: "1.7.0" }] as const),
  ["run_id", { instead: "run.run_id", used: "property", isSame: true, from: "1.7.0" }],
  ["dagster_run", { instead: "run", used: "property", isSame: true, from: "1.7.0" }],
  ["run_config", { instead: "run.run_config", used: "property", isSame: true, from: "1.7.0" }],
  ["run_tags", { instead: "run.tags", used: "property", isSame: true, from: "1.7.0" }],
  ["get_op_execution_context", { instead: "op_execution_context", used: "getter", isSame: true, from: "1.7.0" }],
  ["asset_partitions_def_for_output", { instead: "assets_def.partitions_def", used: "getter", isSame: false, from: "1.7.0" }],
  ["has_tag", { instead: "run.tags", used: "otherwise", isSame: false, from: "1.7.0" }],
  ["get_tag", { instead: "run.tags.get", used: "method", isSame: true, from: "1.7.0" }],
  ["op_config", { instead: "op_execution_context.op_config", used: "property", isSame: true, from: "1.7.0" }],
  ["node_handle", { instead: "op_execution_context.node_handle", used: "property", isSame: true, from: "1.7.0" }],
  ["op_handle", { instead: "op_execution_context.op_handle", used: "property", isSame: true, from: "1.7.0" }],
  ["op", { instead: "op_execution_context.op", used: "property", isSame: true, from: "1.7.0" }],
  ["get_mapping_key", { instead: "op_execution_context.get_mapping_key", used: "method", isSame: true, from: "1.7.0" }],
  ["selected_output_names", { instead: "op_execution_context.selected_output_names", used: "property", isSame: true, from: "1.7.0" }],
]);

/** One property, which both contexts of I/O managers have. */
const DEFINITION_METADATA: Members = new Map([
  ["metadata", { instead: "definition_metadata", used: "property", isSame: true, from: "1.7.0" }],
]);

export const DEPRECATED_MEMBERS: ReadonlyMap<string, Members> = new Map<string, Members>([
  ["dagster.AssetExecutionContext", ASSET],
  ["dagster.OpExecutionContext", new Map(OUTPUT_PARTITIONS)],
  ["dagster.InputContext", DEFINITION_METADATA],
  ["dagster.OutputContext", DEFINITION_METADATA],
  [
    "dagster.InitResourceContext",
    new Map<string, ContextMember>([
      ["dagster_run", { instead: "run", used: "property", isSame: true, from: "1.11.0" }],
      ["run_id", { instead: "run.run_id", used: "property", isSame: true, from: "1.11.0" }],
    ]),
  ],
  [
    "dagster.SensorEvaluationContext",
    new Map<string, ContextMember>([
      ["last_completion_time", { instead: "last_tick_completion_time", used: "property", isSame: true, from: "1.6.0" }],
    ]),
  ],
]);
