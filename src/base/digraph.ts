/**
 * A directed graph over string keys. Everything it answers is in one order, whatever the order of insertion: neighbours and
 * results are sorted by key, so that equal graphs print equal bytes. All walks are loops: a chain of 100,000 is no problem.
 */
import { compareKeys } from "./order.ts";

export interface Edge {
  readonly from: string;
  readonly to: string;
}

export interface Digraph {
  /** Sorted. */
  readonly keys: readonly string[];
  has(key: string): boolean;
  /** Where the edges from `key` lead, sorted; empty for an unknown key. */
  successors(key: string): readonly string[];
  predecessors(key: string): readonly string[];
}

export type Direction = "successors" | "predecessors";

/** Ends of edges that are not among `keys` become keys; the same edge twice is one. */
export function createDigraph(keys: Iterable<string>, edges: Iterable<Edge>): Digraph {
  const successors = new Map<string, Set<string>>();
  const predecessors = new Map<string, Set<string>>();
  function add(key: string): void {
    if (successors.has(key)) return;
    successors.set(key, new Set());
    predecessors.set(key, new Set());
  }
  for (const key of keys) add(key);
  for (const { from, to } of edges) {
    add(from);
    add(to);
    successors.get(from)?.add(to);
    predecessors.get(to)?.add(from);
  }
  const forward = sortedValues(successors);
  const backward = sortedValues(predecessors);
  return {
    keys: [...successors.keys()].sort(compareKeys),
    has: (key) => successors.has(key),
    successors: (key) => forward.get(key) ?? [],
    predecessors: (key) => backward.get(key) ?? [],
  };
}

function sortedValues(neighbours: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Array.from(neighbours, ([key, found]) => [key, [...found].sort(compareKeys)]));
}

/**
 * Keys with predecessors before successors; among those that are free, the smallest first. `cyclic` are the keys that have
 * no place, being on a cycle or after one.
 */
export function topologicalOrder(graph: Digraph): { readonly order: readonly string[]; readonly cyclic: readonly string[] } {
  const waiting = new Map(graph.keys.map((key) => [key, graph.predecessors(key).length]));
  const order: string[] = [];
  let free = graph.keys.filter((key) => waiting.get(key) === 0);
  while (free.length > 0) {
    const freed: string[] = [];
    for (const key of free) {
      order.push(key);
      waiting.delete(key);
      for (const next of graph.successors(key)) {
        const left = (waiting.get(next) ?? 0) - 1;
        waiting.set(next, left);
        if (left === 0) freed.push(next);
      }
    }
    free = freed.sort(compareKeys);
  }
  return { order, cyclic: [...waiting.keys()].sort(compareKeys) };
}

/**
 * The edges on cycles, and those that come after one: what lies before all cycles goes, end by end. None, where there is no cycle. Linear and unsorted, so that whoever
 * only looks for cycles need not make the digraph of a graph that hardly ever has one.
 */
export function edgesOnCycles(edges: readonly Edge[]): readonly Edge[] {
  const nodes = new Map<string, CountedNode>();
  const nodeOf = (key: string): CountedNode => {
    const known = nodes.get(key);
    if (known) return known;
    const node = { outgoing: [], incoming: 0 };
    nodes.set(key, node);
    return node;
  };
  const ends = edges.map(({ from, to }) => ({ from: nodeOf(from), to: nodeOf(to) }));
  for (const { from, to } of ends) {
    from.outgoing.push(to);
    to.incoming += 1;
  }
  const free = [...nodes.values()].filter(({ incoming }) => incoming === 0);
  for (let node = free.pop(); node; node = free.pop()) {
    for (const to of node.outgoing) {
      to.incoming -= 1;
      if (to.incoming === 0) free.push(to);
    }
  }
  return edges.filter((_, index) => (ends[index]?.from.incoming ?? 0) > 0);
}

interface CountedNode {
  readonly outgoing: CountedNode[];
  /** How many edges lead here from nodes that are not gone. */
  incoming: number;
}

interface Visit {
  readonly key: string;
  readonly index: number;
  lowest: number;
  next: number;
  isOpen: boolean;
}

/** Tarjan's components, each sorted, in the order of their smallest keys. A key alone is one, too. */
export function stronglyConnectedComponents(graph: Digraph): readonly (readonly string[])[] {
  const visits = new Map<string, Visit>();
  const open: Visit[] = [];
  const components: string[][] = [];
  function enter(key: string): Visit {
    const visit: Visit = { key, index: visits.size, lowest: visits.size, next: 0, isOpen: true };
    visits.set(key, visit);
    open.push(visit);
    return visit;
  }
  for (const root of graph.keys) {
    if (visits.has(root)) continue;
    const path = [enter(root)];
    for (let visit = path[path.length - 1]; visit; visit = path[path.length - 1]) {
      const to = graph.successors(visit.key)[visit.next++];
      if (to === undefined) {
        path.pop();
        const parent = path[path.length - 1];
        if (parent) parent.lowest = Math.min(parent.lowest, visit.lowest);
        if (visit.lowest === visit.index) components.push(close(open, visit));
        continue;
      }
      const seen = visits.get(to);
      if (!seen) path.push(enter(to));
      else if (seen.isOpen) visit.lowest = Math.min(visit.lowest, seen.index);
    }
  }
  return components.sort(([left = ""], [right = ""]) => compareKeys(left, right));
}

/** Takes a finished component off the stack. */
function close(open: Visit[], root: Visit): string[] {
  const component: string[] = [];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    visit.isOpen = false;
    component.push(visit.key);
    if (visit === root) break;
  }
  return component.sort(compareKeys);
}

/** Components that are cycles: of several keys, or of one that leads to itself. */
export function cycles(graph: Digraph): readonly (readonly string[])[] {
  return stronglyConnectedComponents(graph).filter(
    ([first = "", second]) => second !== undefined || graph.successors(first).includes(first),
  );
}

/**
 * Distance in edges from the nearest of `from` (which have 0), nearest first, then by key. `maximum` bounds it.
 * Unknown keys of `from` are left out.
 */
export function reachable(
  graph: Digraph,
  from: Iterable<string>,
  direction: Direction,
  maximum = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  let front = [...new Set(from)].filter((key) => graph.has(key)).sort(compareKeys);
  for (const key of front) distances.set(key, 0);
  for (let distance = 1; front.length > 0 && distance <= maximum; distance++) {
    const found = new Set<string>();
    for (const key of front) {
      for (const next of graph[direction](key)) if (!distances.has(next)) found.add(next);
    }
    front = [...found].sort(compareKeys);
    for (const key of front) distances.set(key, distance);
  }
  return distances;
}
