/** The diagram of a change: which of its nodes are shown, as boxes. Changed ones are at distance 0. */
import type { DiagramGraph, DiagramNode } from "../../types/review-report.ts";
import { collapseByGroup } from "./collapse.ts";
import { type Arrow, type Box, type Diagram, restBox } from "./diagram.ts";

export interface DiagramSize {
  /** Nodes this far from a changed one are drawn; `Infinity` draws all that the report holds. */
  readonly hops: number;
  /** Above it the diagram does not stay legible, and a step down is taken. */
  readonly maxNodes: number;
}

/** One way to show a change. */
export interface ChangeView {
  readonly detail: "neighbours" | "changed-only" | "groups";
  readonly build: () => Diagram;
}

/** What fits the size, the best first: changed assets and their neighbours, changed assets only, groups. Empty when nothing changed. */
export function diagramsOfChange(graph: DiagramGraph, size: DiagramSize): readonly ChangeView[] {
  const near = graph.nodes.filter((node) => node.distance <= size.hops);
  const changed = near.filter((node) => node.distance === 0);
  if (changed.length === 0) return [];
  const most: readonly ChangeView[] = [
    { detail: "neighbours", build: () => mostOfChange(graph, near, size.maxNodes) },
    { detail: "changed-only", build: () => diagramOfChange(graph, changed) },
  ];
  return [
    ...(near.length <= size.maxNodes ? [{ detail: "neighbours", build: () => diagramOfChange(graph, near) } as const] : []),
    ...(changed.length <= size.maxNodes ? most : []),
    { detail: "groups", build: () => collapseByGroup(graph, size.maxNodes) },
  ];
}

/** Exactly these nodes. Groups frame them where there are several. */
function diagramOfChange(graph: DiagramGraph, nodes: readonly DiagramNode[], hidden = 0): Diagram {
  const shown = new Set(nodes.map((node) => node.key));
  const framed = new Set(nodes.map((node) => node.group)).size > 1;
  const boxes = nodes.map((node): Box => ({ ...boxOf(node), group: framed ? node.group : null }));
  const arrows = graph.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to)).map((edge): Arrow => edge);
  return { boxes: [...boxes, ...restBox(hidden)], arrows };
}

/** All changed nodes and as many neighbours as there is room for: direct consumers first. */
function mostOfChange(graph: DiagramGraph, near: readonly DiagramNode[], maxNodes: number): Diagram {
  const rank = (node: DiagramNode) => node.distance * 2 + (node.status === "downstream" ? 0 : 1);
  const ranked = near
    .map((node, index) => ({ node, index }))
    .sort((left, right) => rank(left.node) - rank(right.node) || left.index - right.index);
  const kept = new Set(ranked.slice(0, maxNodes - 1).map(({ node }) => node));
  return diagramOfChange(
    graph,
    near.filter((node) => kept.has(node)),
    near.length - kept.size,
  );
}

function boxOf(node: DiagramNode): Omit<Box, "group"> {
  const { errors, warnings } = node.findings;
  const counts = [...(errors > 0 ? [`✖${errors}`] : []), ...(warnings > 0 ? [`⚠${warnings}`] : [])];
  const name = node.previousKey === null ? node.key : `${node.key} (was ${node.previousKey})`;
  return {
    id: node.key,
    kind: node.kind,
    label: [name, ...counts].join(" "),
    name: node.key,
    kinds: node.kinds,
    marks: node.previousKey === null ? [] : [`was ${node.previousKey}`],
    findings: node.findings,
    status: node.status,
  };
}
