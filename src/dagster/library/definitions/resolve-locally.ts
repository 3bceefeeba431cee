/**
 * Which assets a selection takes among those of one `Definitions`, before the graph of the location exists.
 * Dependencies resolve by key only here; what is not known of a spec makes the answer unsure.
 */
import { NOWHERE } from "../../../python/make-value.ts";
import type { LibraryObject, Value, Verdict } from "../../../python/value.ts";
import { type KeyId, keyId, readAssetKey } from "../../model/asset-key.ts";
import { readSelectableAttributes } from "../../model/asset-spec.ts";
import { readPartitions } from "../../model/partitions.ts";
import { readListing } from "../../model/read.ts";
import type { SelectionExpression } from "../../model/selection-expression.ts";
import { resolveExpression } from "../../selection/resolve-expression.ts";
import type { SelectionGraph, SelectionNode, UncertainAttribute } from "../../selection/selection-graph.ts";

/** Is the asset of a key selected? */
export type Selects = (key: Value) => Verdict;

export function resolveLocally(selection: SelectionExpression, specs: readonly LibraryObject[]): Selects {
  const nodes = new Map<KeyId, SelectionNode>();
  let open = false;
  for (const spec of specs) {
    const node = nodeOf(spec);
    if (node) nodes.set(node.id, node);
    else open = true;
  }
  const graph: SelectionGraph = { nodes, checks: [], open, checksOpen: true };
  const { assets } = resolveExpression(selection, graph, NOWHERE).resolved;
  return (key) => {
    const path = readAssetKey(key);
    if (!path.known) return "unknown";
    const id = keyId(path.value);
    if (assets.certain.has(id)) return "yes";
    return assets.possible.has(id) || assets.open ? "unknown" : "no";
  };
}

function nodeOf(object: LibraryObject): SelectionNode | undefined {
  const key = readAssetKey(object.fields.get("key") ?? object);
  if (!key.known) return undefined;
  const { group, tags, kinds, owners } = readSelectableAttributes(object);
  const deps = readListing(object.fields.get("deps"), "dependencies", (dep) =>
    readAssetKey(dep.kind === "object" ? (dep.fields.get("asset_key") ?? dep) : dep),
  );
  const partitions = readPartitions(object.fields.get("partitions_def"));
  const id = keyId(key.value);
  const uncertain = new Set<UncertainAttribute>();
  if (!group.known) uncertain.add("group");
  if (tags.gaps.length > 0) uncertain.add("tags").add("kinds");
  if (owners.gaps.length > 0) uncertain.add("owners");
  if (deps.gaps.length > 0) uncertain.add("parents");
  if (!partitions.known) uncertain.add("partitions");
  return {
    id,
    path: key.value,
    group: group.known ? group.value : "",
    tags: Object.fromEntries(tags.items.map((item) => item.value)),
    owners: owners.items.map((item) => item.value),
    kinds: kinds.items.map((item) => item.value),
    partitions: partitionsOf(partitions.known ? (partitions.value?.type ?? null) : null),
    execution: "materialization",
    parents: deps.items.map((item) => keyId(item.value)),
    executionSet: [id],
    uncertain,
  };
}

function partitionsOf(type: string | null): SelectionNode["partitions"] {
  if (type === null) return "none";
  if (type === "static" || type === "dynamic") return type;
  return type === "multi" ? "multipartitions" : "time";
}
