/**
 * Dependencies between partitioned assets, with what Dagster says against them: the mapping that is given, or the one that it would choose.
 * Only from and to assets that are executed: others are not looked at.
 * Source: `validate_partitions`, `infer_partition_mapping` and `validate_partition_mapping` of each mapping, dagster 1.13.
 */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { GraphAsset, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import type { KeyId } from "../../../dagster/model/asset-key.ts";
import { classNameOf } from "../../../dagster/model/field.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { Value } from "../../../python/value.ts";
import { assetsGiving, type CertainAsset, certainAssets } from "../assets/certain-assets.ts";
import { remember } from "../remember.ts";
import { elementsOf } from "../values.ts";
import { areDifferent, staticKeys } from "./different-partitions.ts";
import { dimensionsOf, familyOf, partitionsField } from "./partitions.ts";

export interface PartitionEdge {
  readonly asset: GraphAsset;
  readonly parent: GraphAsset;
  readonly at: Location;
  readonly up: Value;
  /** None where the asset has no partitions. */
  readonly down: Value;
  /** None: Dagster chooses one. */
  readonly mapping: Value;
}

export const partitionEdges: (graph: RepositoryGraph) => readonly PartitionEdge[] = remember(findPartitionEdges);

function findPartitionEdges(graph: RepositoryGraph): readonly PartitionEdge[] {
  const partitioned = new Map<KeyId, { readonly parent: GraphAsset; readonly up: Value }>(
    assetsGiving(graph, "partitions_def").flatMap(({ asset }) => {
      const up = partitionsOf(asset);
      return up ? [[asset.id, { parent: asset, up }] as const] : [];
    }),
  );
  return partitioned.size === 0 ? [] : certainAssets(graph).flatMap((asset) => edgesOf(asset, partitioned));
}

function edgesOf(
  asset: CertainAsset,
  partitioned: ReadonlyMap<KeyId, { readonly parent: GraphAsset; readonly up: Value }>,
): readonly PartitionEdge[] {
  const down = partitionsOf(asset);
  if (!down) return [];
  return asset.dependencies.flatMap(({ to, at, condition, object }) => {
    const above = condition ? undefined : partitioned.get(to);
    if (!above || above.parent === asset) return [];
    return [{ asset, parent: above.parent, at, up: above.up, down, mapping: object.fields.get("partition_mapping") ?? NONE }];
  });
}

const NONE: Value = { kind: "none" };

/** `undefined`: not executed, or not known. */
function partitionsOf({ kind, claim }: CertainAsset): Value | undefined {
  if (kind !== "asset") return undefined;
  const value = claim.spec.fields.get("partitions_def") ?? NONE;
  return value.kind === "none" || value.kind === "object" || value.kind === "instance" ? value : undefined;
}

export interface MappingProblem {
  readonly kind: "timezone" | "mapping";
  /** Dagster's words. */
  readonly message: string;
}

export interface RefusedMapping {
  readonly edge: PartitionEdge;
  readonly problem: MappingProblem;
}

/** Of the whole code location. */
export const refusedMappings: (location: LoadedLocation) => readonly RefusedMapping[] = remember(({ graphs, interpreter }) =>
  graphs.flatMap(partitionEdges).flatMap((edge) => {
    const problem = mappingProblem(edge, interpreter);
    return problem ? [{ edge, problem }] : [];
  }),
);

/** What Dagster refuses; `undefined` when it takes it, or when that cannot be told. */
function mappingProblem(edge: PartitionEdge, interpreter: Interpreter): MappingProblem | undefined {
  const { mapping, down } = edge;
  if (mapping.kind === "none") return down.kind === "none" ? undefined : inferredProblem(edge, interpreter);
  if (mapping.kind !== "object") return undefined;
  switch (mapping.type) {
    case "dagster.TimeWindowPartitionMapping":
      return timeWindows(edge, interpreter);
    case "dagster.IdentityPartitionMapping":
      return identity(edge);
    case "dagster.StaticPartitionMapping":
      return statics(edge, interpreter);
    case "dagster.MultiToSingleDimensionPartitionMapping":
      return multiToSingle(edge, interpreter);
    default:
      return undefined;
  }
}

function refused(message: string): MappingProblem {
  return { kind: "mapping", message };
}

/** Many assets share their partitions: of two definitions it is found once. */
function inferredProblem(edge: PartitionEdge, interpreter: Interpreter): MappingProblem | undefined {
  const problems = problemsBelow(edge.up);
  if (!problems.has(edge.down)) problems.set(edge.down, inferred(edge, interpreter));
  return problems.get(edge.down);
}

const problemsBelow = remember((_up: Value) => new Map<Value, MappingProblem | undefined>());

function inferred(edge: PartitionEdge, interpreter: Interpreter): MappingProblem | undefined {
  const [up, down] = [familyOf(edge.up, interpreter), familyOf(edge.down, interpreter)];
  if (up === undefined || down === undefined) return undefined;
  if ((up === "multipartitions") !== (down === "multipartitions")) return multiToSingle(edge, interpreter) && identity(edge);
  return up === "time" && down === "time" ? timeWindows(edge, interpreter) : identity(edge);
}

function timeWindows({ up, down }: PartitionEdge, interpreter: Interpreter): MappingProblem | undefined {
  for (const [side, value] of [["Downstream", down] as const, ["Upstream", up] as const]) {
    const family = familyOf(value, interpreter);
    if (family === undefined) return undefined;
    if (family !== "time") return refused(`${side} partitions definition must be a TimeWindowPartitionsDefinition`);
  }
  const [ours, theirs] = [partitionsField(up, "timezone"), partitionsField(down, "timezone")];
  if (ours?.kind !== "str" || theirs?.kind !== "str" || ours.value === theirs.value) return undefined;
  return { kind: "timezone", message: `Timezones ${ours.value} and ${theirs.value} don't match` };
}

/** The classes must be the same, to the letter: a subclass is another one. */
function identity({ up, down }: PartitionEdge): MappingProblem | undefined {
  const classOf = (value: Value): string => (value.kind === "object" || value.kind === "instance" ? classNameOf(value) : value.kind);
  if (classOf(up) === classOf(down)) return undefined;
  return refused("Upstream and downstream partitions definitions must match, or a different partition mapping must be provided.");
}

function statics({ up, down, mapping }: PartitionEdge, interpreter: Interpreter): MappingProblem | undefined {
  for (const [side, value] of [["Upstream", up] as const, ["Downstream", down] as const]) {
    const family = familyOf(value, interpreter);
    if (family === undefined) return undefined;
    if (family !== "static") return refused(`${side} partitions definition must be a StaticPartitionsDefinition`);
  }
  const pairs = partitionsField(mapping, "downstream_partition_keys_by_upstream_partition_key");
  if (pairs?.kind !== "dict") return undefined;
  const [sources, targets] = [staticKeys(up), staticKeys(down)];
  for (const { key, value } of pairs.entries.values()) {
    if (sources && key.kind === "str" && !sources.includes(key.value))
      return refused(`mapping source partitions not in the upstream partitions definition: {'${key.value}'}`);
    const ends = value.kind === "str" ? [value] : elementsOf(value).items;
    const extra = ends.find((end) => end.kind === "str" && targets && !targets.includes(end.value));
    if (extra?.kind === "str") return refused(`mapping target partitions not in the downstream partitions definition: {'${extra.value}'}`);
  }
  return undefined;
}

/** One dimension must be the other side, or be the only one of time where the other side is of time too. */
function multiToSingle({ up, down }: PartitionEdge, interpreter: Interpreter): MappingProblem | undefined {
  if (down.kind === "none") return refused("downstream_partitions_def must be provided for MultiToSingleDimensionPartitionMapping");
  const families = [familyOf(up, interpreter), familyOf(down, interpreter)];
  if (families.includes(undefined)) return undefined;
  const multis = families.filter((family) => family === "multipartitions").length;
  const failure = refused(
    "MultiToSingleDimensionPartitionMapping can only be used when the single dimensional partitions definition is a dimension of the other.",
  );
  if (multis !== 1) return failure;
  const [multi, single] = families[0] === "multipartitions" ? [up, down] : [down, up];
  const dimensions = dimensionsOf(multi);
  if (!dimensions || dimensions.some(({ value }) => familyOf(value, interpreter) === undefined)) return undefined;
  const alike = dimensions.filter(({ value }) => !areDifferent(value, single, interpreter));
  if (alike.length > 0) return alike.filter(({ value }) => value === single).length > 1 ? failure : undefined;
  const windows = dimensions.filter(({ value }) => familyOf(value, interpreter) === "time");
  return windows.length === 1 && familyOf(single, interpreter) === "time" ? undefined : failure;
}
