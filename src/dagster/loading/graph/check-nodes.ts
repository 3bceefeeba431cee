/**
 * The ops of a job that selects checks and no asset: the node of each definition that makes one of them. Nodes are joined only where a check
 * names, besides the asset that it looks at, one that a blocking check of the job looks at. Source: `build_node_deps`.
 */
import { groupBy } from "../../../base/group-by.ts";
import type { LibraryObject, Unknown } from "../../../python/value.ts";
import { checkId, readAssetKey, toUserString } from "../../model/asset-key.ts";
import { gapOf, known, readListing, readStr } from "../../model/read.ts";
import { isExact, type PartialSet } from "../../selection/partial-set.ts";
import type { GraphCheck, GraphJob } from "./asset-graph.ts";

interface CheckNode {
  readonly name: string;
  readonly definition: LibraryObject;
  readonly at: GraphCheck["at"];
  readonly checks: readonly GraphCheck[];
}

/** `opsGap` where the selection, the name of a node, or what blocks what is not known. */
export function checkNodes(selected: PartialSet, checks: readonly GraphCheck[]): Pick<GraphJob, "ops" | "opEdges" | "opsGap"> {
  const gaps: Unknown[] = isExact(selected) ? [] : [gapOf(undefined, "which checks the job selects").gap];
  const nodes: CheckNode[] = [];
  for (const [object, own] of groupBy(
    checks.filter((check) => selected.certain.has(checkId(check))),
    (check) => check.object,
  )) {
    const definition = object.fields.get("node_def");
    const name = readStr(definition?.kind === "object" ? definition.fields.get("name") : definition, "the name of a check's op");
    if (!name.known) gaps.push(name.gap);
    else if (definition?.kind === "object") nodes.push({ name: name.value, definition, at: object.at, checks: own });
  }
  const opEdges = edgesBetween(nodes, gaps);
  const [opsGap] = gaps;
  return { ops: nodes.map(({ name, definition, at }) => ({ name, definition, at })), opEdges, ...(opsGap && { opsGap }) };
}

function edgesBetween(nodes: readonly CheckNode[], gaps: Unknown[]): GraphJob["opEdges"] {
  return nodes.flatMap((to) => {
    // What makes assets too waits for the dependencies of its assets alone.
    if (to.checks.some(({ object }) => object.type !== "dagster.AssetChecksDefinition")) return [];
    const targets = new Set(to.checks.map(({ asset }) => toUserString(asset)));
    const others = new Set(to.checks.flatMap((check) => otherAssets(check, gaps)).filter((key) => !targets.has(key)));
    if (others.size === 0) return [];
    return nodes
      .filter((from) => from.checks.some((check) => blocks(check, others, gaps)))
      .map((from) => ({ from: from.name, to: to.name }));
  });
}

/** Keys that the check depends on besides its asset. */
function otherAssets({ spec }: GraphCheck, gaps: Unknown[]): readonly string[] {
  const deps = readListing(spec.fields.get("additional_deps"), "the additional dependencies of a check", (item) => {
    const key = readAssetKey((item.kind === "object" && item.fields.get("asset_key")) || item);
    return key.known ? known(toUserString(key.value)) : key;
  });
  gaps.push(...deps.gaps);
  return deps.items.map(({ value }) => value);
}

function blocks({ asset, blocking }: GraphCheck, keys: ReadonlySet<string>, gaps: Unknown[]): boolean {
  if (!keys.has(toUserString(asset))) return false;
  if (!blocking.known) gaps.push(blocking.gap);
  return blocking.known && blocking.value;
}
