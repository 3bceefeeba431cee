/** A diagram of asset groups instead of assets: each box counts what changed in it, arrows join groups that are joined by an edge. */
import type { DiagramGraph, DiagramNode, DiagramStatus } from "../../types/review-report.ts";
import { type Arrow, type Box, type Flowchart, MAX_EDGES } from "./flowchart.ts";
import { STATUS_STYLES } from "./style.ts";

const COUNTED: readonly DiagramStatus[] = ["added", "changed", "renamed", "moved", "removed", "unresolved", "downstream"];

/** The groups with most changes first, at most `maxNodes` boxes; what is left out is counted in one of its own. */
export function collapseByGroup(graph: DiagramGraph, maxNodes: number): Flowchart {
  const groups = new Map<string, DiagramNode[]>();
  for (const node of graph.nodes) {
    const name = node.group ?? "no group";
    groups.set(name, [...(groups.get(name) ?? []), node]);
  }
  const ranked = [...groups]
    .map(([name, nodes], index) => ({ name, nodes, index }))
    .sort((left, right) => changes(right.nodes) - changes(left.nodes) || left.index - right.index);
  const kept = new Set(ranked.slice(0, ranked.length > maxNodes ? maxNodes - 1 : maxNodes).map((group) => group.name));
  const boxes = [...groups].filter(([name]) => kept.has(name)).map(([name, nodes]) => groupBox(name, nodes));
  const hidden = groups.size - kept.size;
  const more: readonly Box[] =
    hidden === 0 ? [] : [{ id: "\u0000more", label: `… and ${hidden} more groups`, status: "context", shape: "stadium", group: null }];
  return { boxes: [...boxes, ...more], arrows: joinGroups(graph, kept) };
}

function changes(nodes: readonly DiagramNode[]): number {
  return nodes.filter((node) => node.distance === 0).length;
}

function groupBox(name: string, nodes: readonly DiagramNode[]): Box {
  const counts = COUNTED.map((status) => ({ status, count: nodes.filter((node) => node.status === status).length })).filter(
    ({ count }) => count > 0,
  );
  const words = counts.map(({ status, count }) => `${STATUS_STYLES[status].sign}${count}`).join(" ");
  const statuses = counts.filter(({ status }) => status !== "downstream");
  const [only] = statuses;
  const uniform = statuses.length === 1 && only !== undefined && only.count === nodes.length;
  const status = uniform ? only.status : statuses.length > 0 ? "changed" : counts.length > 0 ? "downstream" : "context";
  return {
    id: name,
    label: `${name} · ${nodes.length} ${nodes.length === 1 ? "asset" : "assets"}${words === "" ? "" : ` · ${words}`}`,
    status,
    shape: "subroutine",
    group: null,
  };
}

function joinGroups(graph: DiagramGraph, kept: ReadonlySet<string>): readonly Arrow[] {
  const groupOf = new Map(graph.nodes.map((node) => [node.key, node.group ?? "no group"]));
  const joined = new Map<string, Arrow>();
  for (const edge of graph.edges) {
    const from = groupOf.get(edge.from) ?? "";
    const to = groupOf.get(edge.to) ?? "";
    const known = joined.get(JSON.stringify([from, to]));
    if (from !== to && kept.has(from) && kept.has(to)) {
      const status = known === undefined || known.status === edge.status ? edge.status : "context";
      joined.set(JSON.stringify([from, to]), { from, to, status });
    }
  }
  return [...joined.values()].slice(0, MAX_EDGES);
}
