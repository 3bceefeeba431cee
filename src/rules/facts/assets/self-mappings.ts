/** When an asset may depend on itself: each of its time partitions depends on earlier ones, which its mapping says. What is not known is taken to be so. */
import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import { entryOf } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";

export function isEarlierPartitions(mapping: Value | undefined, claim: AssetClaim): boolean {
  if (mapping === undefined || mapping.kind === "none") return false;
  if (mapping.kind !== "object") return true;
  if (mapping.type === "dagster.TimeWindowPartitionMapping")
    return isNegative(mapping.fields.get("start_offset")) && isNegative(mapping.fields.get("end_offset"));
  if (mapping.type !== "dagster.MultiPartitionMapping") return false;
  const partitions = claim.spec.fields.get("partitions_def");
  if (partitions?.kind === "object" && partitions.type !== "dagster.MultiPartitionsDefinition") return false;
  const dimensions = mapping.fields.get("downstream_mappings_by_upstream_dimension");
  if (dimensions?.kind !== "dict") return true;
  return [...dimensions.entries.values()].some(({ value }) => {
    const inner = value.kind === "object" ? (value.fields.get("partition_mapping") ?? entryOf(dimensions, "")) : undefined;
    return inner === undefined || isEarlierPartitions(inner, claim);
  });
}

function isNegative(value: Value | undefined): boolean {
  return value?.kind === "int" || value?.kind === "float" ? Number(value.value) < 0 : value?.kind === "unknown" || value?.kind === "one-of";
}
