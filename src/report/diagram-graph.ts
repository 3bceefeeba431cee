/**
 * What a diagram of the change draws from: the changed assets, two hops around them, and everything downstream, with the edges of both
 * sides. How much of it is drawn is the renderer's matter; that an edge which could not be read is not called removed is decided here.
 */
import { compareKeys } from "../base/order.ts";
import type { LocationDiff } from "../diff/diff-location.ts";
import type { AssetNode } from "../types/graph-document.ts";
import type { Change, DiagramEdge, DiagramGraph, DiagramNode, DiagramStatus, Finding, Impact } from "../types/review-report.ts";

const MAX_NODES = 400;
const HOPS = 2;

interface UnionEdge {
  readonly from: string;
  readonly to: string;
  readonly status: DiagramEdge["status"];
}

export function buildDiagramGraph(diff: LocationDiff, impact: Impact, findings: readonly Finding[]): DiagramGraph {
  if (!diff.changes.some((change) => change.subject.kind === "asset")) {
    return { nodes: [], edges: [], omitted: 0 };
  }
  const nodes = unionNodes(diff);
  const changes = new Map(diff.changes.filter((change) => change.subject.kind === "asset").map((change) => [change.subject.name, change]));
  const edges = unionEdges(diff, changes);
  const distances = hopsFrom([...changes.keys()], edges);
  const downstream = new Set(impact.downstream.map((reached) => reached.key));
  const reached = [...distances]
    .filter(([key, distance]) => nodes.has(key) && (distance <= HOPS || downstream.has(key)))
    .sort(([left, a], [right, b]) => a - b || compareKeys(left, right));
  const shown = new Set(reached.slice(0, MAX_NODES).map(([key]) => key));
  const badges = countFindings(findings);
  return {
    nodes: reached
      .slice(0, MAX_NODES)
      .flatMap(([key, distance]) => {
        const node = nodes.get(key);
        const status = changes.get(key)?.type ?? (downstream.has(key) ? "downstream" : "context");
        return node === undefined ? [] : [diagramNode(node, { status, distance, change: changes.get(key), badges })];
      })
      .sort((left, right) => compareKeys(left.key, right.key)),
    edges: edges
      .filter((edge) => shown.has(edge.from) && shown.has(edge.to))
      .sort((left, right) => compareKeys(left.from, right.from) || compareKeys(left.to, right.to)),
    omitted: Math.max(reached.length - MAX_NODES, 0),
  };
}

function diagramNode(
  node: AssetNode,
  at: {
    readonly status: DiagramStatus;
    readonly distance: number;
    readonly change: Change | undefined;
    readonly badges: ReadonlyMap<string, DiagramNode["findings"]>;
  },
): DiagramNode {
  return {
    key: node.key,
    previousKey: at.change?.previousName ?? null,
    group: node.group,
    kind: node.kind,
    kinds: node.kinds,
    status: at.status,
    distance: at.distance,
    findings: at.badges.get(node.key) ?? { errors: 0, warnings: 0 },
  };
}

/** The head's nodes; the base's where the head has none, or only a stub in place of a definition. */
function unionNodes(diff: LocationDiff): ReadonlyMap<string, AssetNode> {
  const nodes = new Map<string, AssetNode>();
  for (const node of diff.base?.nodes ?? []) {
    nodes.set(diff.renamed.assets.get(node.key) ?? node.key, node);
  }
  for (const node of diff.head?.nodes ?? []) {
    const before = nodes.get(node.key);
    nodes.set(node.key, node.kind === "stub" && before !== undefined ? before : node);
  }
  return nodes;
}

function unionEdges(diff: LocationDiff, changes: ReadonlyMap<string, Change>): readonly UnionEdge[] {
  const follow = (key: string) => diff.renamed.assets.get(key) ?? key;
  const before = new Map((diff.base?.edges ?? []).map((edge) => [identity(follow(edge.from), follow(edge.to)), edge]));
  const after = new Set((diff.head?.edges ?? []).map((edge) => identity(edge.from, edge.to)));
  const atHead = (diff.head?.edges ?? []).map((edge): UnionEdge => {
    const known = before.has(identity(edge.from, edge.to)) || edge.conditional !== null || isDoubtful(changes.get(edge.to));
    return { from: edge.from, to: edge.to, status: known ? "context" : "added" };
  });
  const gone = (diff.base?.edges ?? [])
    .map((edge) => ({ from: follow(edge.from), to: follow(edge.to), conditional: edge.conditional }))
    .filter((edge) => !after.has(identity(edge.from, edge.to)))
    .map((edge): UnionEdge => {
      const doubtful = edge.conditional !== null || isDoubtful(changes.get(edge.to)) || isDoubtful(changes.get(edge.from));
      return { from: edge.from, to: edge.to, status: doubtful ? "context" : "removed" };
    });
  return [...atHead, ...gone];
}

/** Nobody knows what the asset depends on, on one of the sides. */
function isDoubtful(change: Change | undefined): boolean {
  const uncertainty = change?.uncertainty ?? null;
  return uncertainty !== null && (uncertainty.fields.length === 0 || uncertainty.fields.includes("dependencies"));
}

function hopsFrom(sources: readonly string[], edges: readonly UnionEdge[]): ReadonlyMap<string, number> {
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known === undefined) {
      neighbours.set(from, [to]);
    } else {
      known.push(to);
    }
  };
  for (const edge of edges) {
    join(edge.from, edge.to);
    join(edge.to, edge.from);
  }
  const distances = new Map(sources.map((key) => [key, 0]));
  const queue = [...distances.keys()];
  for (const key of queue) {
    for (const next of neighbours.get(key) ?? []) {
      if (!distances.has(next)) {
        distances.set(next, (distances.get(key) ?? 0) + 1);
        queue.push(next);
      }
    }
  }
  return distances;
}

function countFindings(findings: readonly Finding[]): ReadonlyMap<string, DiagramNode["findings"]> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const finding of findings) {
    if (finding.subject?.startsWith("asset:") === true && finding.severity !== "info") {
      const key = finding.subject.slice("asset:".length);
      const count = counts.get(key) ?? { errors: 0, warnings: 0 };
      counts.set(key, {
        errors: count.errors + (finding.severity === "error" ? 1 : 0),
        warnings: count.warnings + (finding.severity === "warning" ? 1 : 0),
      });
    }
  }
  return counts;
}

function identity(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
