/**
 * Walks over the dependency edges, as Dagster's subset_selector does: breadth first by level, the start not included unless it is met again.
 * Where a node's parents are not fully known, what may lie beyond them is possible, never certain.
 */
import type { KeyId } from "../model/asset-key.ts";
import { type PartialSet, unionOf } from "./partial-set.ts";
import type { SelectionGraph } from "./selection-graph.ts";

export type Direction = "upstream" | "downstream";

export type Neighbours = (id: KeyId) => readonly KeyId[];

/** Both directions of a graph's edges. */
export interface Adjacency {
  readonly upstream: Neighbours;
  readonly downstream: Neighbours;
  /** Nodes whose parents are not fully known. */
  readonly loose: ReadonlySet<KeyId>;
}

const adjacencies = new WeakMap<SelectionGraph, Adjacency>();

/** Found once for each graph: every job, schedule and sensor asks. */
export function adjacencyOf(graph: SelectionGraph): Adjacency {
  const known = adjacencies.get(graph) ?? findAdjacency(graph);
  adjacencies.set(graph, known);
  return known;
}

function findAdjacency(graph: SelectionGraph): Adjacency {
  const children = new Map<KeyId, KeyId[]>();
  const loose = new Set<KeyId>();
  for (const node of graph.nodes.values()) {
    if (node.uncertain?.has("parents")) loose.add(node.id);
    for (const parent of node.parents) {
      const list = children.get(parent);
      if (list) list.push(node.id);
      else children.set(parent, [node.id]);
    }
  }
  return {
    upstream: (id) => graph.nodes.get(id)?.parents ?? [],
    downstream: (id) => children.get(id) ?? [],
    loose,
  };
}

/** What is reached from `start` in one to `depth` steps; `depth` null is without limit. */
export function reached(start: Iterable<KeyId>, neighbours: Neighbours, depth: number | null): Set<KeyId> {
  const result = new Set<KeyId>();
  let level = [...start];
  for (let step = 0; level.length > 0 && (depth === null || step < depth); step += 1) {
    const next: KeyId[] = [];
    for (const id of level) {
      for (const neighbour of neighbours(id)) {
        if (result.has(neighbour)) continue;
        result.add(neighbour);
        next.push(neighbour);
      }
    }
    level = next;
  }
  return result;
}

/** The selection and what it reaches. */
export function expand(
  selection: PartialSet,
  { graph, adjacency }: { graph: SelectionGraph; adjacency: Adjacency },
  direction: Direction,
  depth: number | null,
): PartialSet {
  const neighbours = adjacency[direction];
  const certain = reached(selection.certain, neighbours, depth);
  const possible = reached(selection.possible, neighbours, depth);
  const found = unionOf(selection, { certain, possible, open: selection.open });
  if (depth === 0) return found;
  return unionOf(found, direction === "downstream" ? looseDownstream(found, graph, adjacency) : looseUpstream(found, graph, adjacency));
}

/** Any node whose parents are not known may depend on the selection, and then so does all that depends on it. */
function looseDownstream(found: PartialSet, graph: SelectionGraph, adjacency: Adjacency): PartialSet {
  const isEmpty = found.certain.size === 0 && found.possible.size === 0 && !found.open;
  const possible = isEmpty ? new Set<KeyId>() : new Set([...adjacency.loose, ...reached(adjacency.loose, adjacency.downstream, null)]);
  return { certain: new Set(), possible, open: graph.open && !isEmpty };
}

/** A node of the selection whose parents are not known may depend on anything. */
function looseUpstream(found: PartialSet, graph: SelectionGraph, adjacency: Adjacency): PartialSet {
  const isLoose = [...found.certain, ...found.possible].some((id) => adjacency.loose.has(id));
  return { certain: new Set(), possible: isLoose ? new Set(graph.nodes.keys()) : new Set(), open: isLoose && graph.open };
}

/** Members without a descendant in the selection. A node that only reaches itself is one. Source: `fetch_sinks`. */
export function sinksOf(selection: ReadonlySet<KeyId>, adjacency: Adjacency): Set<KeyId> {
  return farEnds(selection, adjacency.downstream, adjacency.upstream);
}

/** Members without an ancestor in the selection, themselves aside. Source: `fetch_sources`. */
export function rootsOf(selection: ReadonlySet<KeyId>, adjacency: Adjacency): Set<KeyId> {
  return farEnds(selection, adjacency.upstream, adjacency.downstream);
}

/** One walk back from all members finds those that lead to another member; only what lies on a cycle needs a look of its own. */
function farEnds(selection: ReadonlySet<KeyId>, forth: Neighbours, back: Neighbours): Set<KeyId> {
  const leading = reached(selection, back, null);
  return new Set([...selection].filter((id) => !leading.has(id) || !leadsToAnother(id, selection, forth)));
}

function leadsToAnother(start: KeyId, selection: ReadonlySet<KeyId>, forth: Neighbours): boolean {
  const seen = new Set([start]);
  const pending = [start];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const neighbour of forth(id)) {
      if (neighbour !== start && selection.has(neighbour)) return true;
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      pending.push(neighbour);
    }
  }
  return false;
}
