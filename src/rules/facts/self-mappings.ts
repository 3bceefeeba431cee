/** When an asset may depend on itself: it has time partitions, and each depends on earlier ones. What is not known is taken to be so. */
import type { AssetClaim } from "../../dagster/loading/graph/asset-graph.ts";
import { entryOf } from "../../python/make-value.ts";
import type { Value } from "../../python/value.ts";

export function isEarlierPartitions(mapping: Value | undefined, { spec }: AssetClaim): boolean {
  const partitions = spec.fields.get("partitions_def");
  if (partitions === undefined || partitions.kind === "none") return false;
  if (mapping === undefined || mapping.kind === "none") return isOpen(partitions);
  if (mapping.kind !== "object") return true;
  if (mapping.type === "dagster.TimeWindowPartitionMapping")
    return isNegative(mapping.fields.get("start_offset")) && isNegative(mapping.fields.get("end_offset"));
  if (mapping.type !== "dagster.MultiPartitionMapping") return false;
  const dimensions = mapping.fields.get("downstream_mappings_by_upstream_dimension");
  if (dimensions?.kind !== "dict") return true;
  return [...dimensions.entries.values()].some(({ value }) => {
    const inner = value.kind === "object" ? (value.fields.get("partition_mapping") ?? entryOf(dimensions, "")) : undefined;
    return inner === undefined || isEarlierPartitions(inner, { spec } as AssetClaim);
  });
}

function isOpen(partitions: Value): boolean {
  return partitions.kind === "unknown" || partitions.kind === "one-of";
}

function isNegative(value: Value | undefined): boolean {
  return value?.kind === "int" || value?.kind === "float" ? Number(value.value) < 0 : value?.kind === "unknown" || value?.kind === "one-of";
}
