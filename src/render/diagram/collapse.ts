/** A diagram of asset groups instead of assets: each box counts what changed in it, arrows join groups that are joined by an edge. */
import { groupBy } from "../../base/group-by.ts";
import type { DiagramGraph, DiagramNode, DiagramStatus } from "../../types/review-report.ts";
import { type Arrow, type Box, type Diagram, NO_FINDINGS, restBox } from "./diagram.ts";
import { STATUS_LOOKS } from "./status-looks.ts";

/** GitHub refuses more, and nobody reads them. */
const MAX_ARROWS = 450;

const COUNTED: readonly DiagramStatus[] = ["added", "changed", "renamed", "moved", "removed", "unresolved", "downstream"];

/** The groups with most changes first, at most `maxNodes` boxes; what is left out is counted in one of its own. */
export function collapseByGroup(graph: DiagramGraph, maxNodes: number): Diagram {
  const groups = groupBy(graph.nodes, ({ group }) => group ?? "no group");
  const ranked = [...groups]
    .map(([name, nodes], index) => ({ name, nodes, index }))
    .sort((left, right) => changes(right.nodes) - changes(left.nodes) || left.index - right.index);
  const kept = new Set(ranked.slice(0, ranked.length > maxNodes ? maxNodes - 1 : maxNodes).map((group) => group.name));
  const boxes = [...groups].filter(([name]) => kept.has(name)).map(([name, nodes]) => groupBox(name, nodes));
  const rest = restBox(groups.size - kept.size, " groups");
  return { boxes: [...boxes, ...rest], arrows: joinGroups(graph, kept) };
}

function changes(nodes: readonly DiagramNode[]): number {
  return nodes.filter((node) => node.distance === 0).length;
}

function groupBox(name: string, nodes: readonly DiagramNode[]): Box {
  const counts = COUNTED.map((status) => ({ status, count: nodes.filter((node) => node.status === status).length })).filter(
    ({ count }) => count > 0,
  );
  const words = counts.map(({ status, count }) => `${STATUS_LOOKS[status].sign}${count}`).join(" ");
  const statuses = counts.filter(({ status }) => status !== "downstream");
  const [only] = statuses;
  const uniform = statuses.length === 1 && only !== undefined && only.count === nodes.length;
  const status = uniform ? only.status : statuses.length > 0 ? "changed" : counts.length > 0 ? "downstream" : "context";
  const marks = [`${nodes.length} ${nodes.length === 1 ? "asset" : "assets"}`, ...(words === "" ? [] : [words])];
  return {
    id: name,
    kind: "group",
    label: [name, ...marks].join(" · "),
    name,
    kinds: [],
    marks,
    findings: NO_FINDINGS,
    status,
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
  return [...joined.values()].slice(0, MAX_ARROWS);
}
