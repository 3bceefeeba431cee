/**
 * The diagram of a change, at a chosen width and never larger than a person can read: changed assets and their neighbours, then
 * changed assets only, then groups. The ladder is walked in that order, and the first step that fits is taken.
 */
import type { DiagramGraph, DiagramNode } from "../../types/review-report.ts";
import { collapseByGroup } from "./collapse.ts";
import { type Arrow, type Box, type Flowchart, renderFlowchart } from "./flowchart.ts";

export interface DiagramSize {
  /** Nodes this far from a changed one are drawn; `Infinity` draws all that the report holds. */
  readonly hops: number;
  /** Above it the diagram does not stay legible, and a step down is taken. */
  readonly maxNodes: number;
}

/** What a comment shows at first sight. */
export const NEAR: DiagramSize = { hops: 1, maxNodes: 40 };
/** What a click opens. */
export const WIDE: DiagramSize = { hops: Number.POSITIVE_INFINITY, maxNodes: 120 };

export interface ChangeDiagram {
  readonly source: string;
  readonly detail: "neighbours" | "changed-only" | "groups";
}

/** Null when nothing is to be drawn, or when not even the groups fit. */
export function renderChangeDiagram(graph: DiagramGraph, size: DiagramSize): ChangeDiagram | null {
  const near = graph.nodes.filter((node) => node.distance <= size.hops);
  const changed = near.filter((node) => node.distance === 0);
  if (changed.length === 0) {
    return null;
  }
  const steps: readonly (() => ChangeDiagram | null)[] = [
    () => draw(near.length <= size.maxNodes, "neighbours", () => assetFlowchart(graph, near, 0)),
    () => draw(changed.length <= size.maxNodes, "neighbours", () => mostOf(graph, near, size.maxNodes)),
    () => draw(changed.length <= size.maxNodes, "changed-only", () => assetFlowchart(graph, changed, 0)),
    () => renderGroupDiagram(graph, size.maxNodes),
  ];
  for (const step of steps) {
    const diagram = step();
    if (diagram !== null) {
      return diagram;
    }
  }
  return null;
}

/** The last step of the ladder on its own. Null when nothing changed. */
export function renderGroupDiagram(graph: DiagramGraph, maxNodes: number): ChangeDiagram | null {
  return draw(
    graph.nodes.some((node) => node.distance === 0),
    "groups",
    () => collapseByGroup(graph, maxNodes),
  );
}

function draw(fits: boolean, detail: ChangeDiagram["detail"], build: () => Flowchart): ChangeDiagram | null {
  const source = fits ? renderFlowchart(build()) : null;
  return source === null ? null : { source, detail };
}

/** All changed assets and as many neighbours as there is room for: direct consumers first. */
function mostOf(graph: DiagramGraph, near: readonly DiagramNode[], maxNodes: number): Flowchart {
  const rank = (node: DiagramNode) => node.distance * 2 + (node.status === "downstream" ? 0 : 1);
  const ranked = near
    .map((node, index) => ({ node, index }))
    .sort((left, right) => rank(left.node) - rank(right.node) || left.index - right.index);
  const kept = new Set(ranked.slice(0, maxNodes - 1).map(({ node }) => node));
  return assetFlowchart(
    graph,
    near.filter((node) => kept.has(node)),
    near.length - kept.size,
  );
}

function assetFlowchart(graph: DiagramGraph, nodes: readonly DiagramNode[], hidden: number): Flowchart {
  const shown = new Set(nodes.map((node) => node.key));
  const groups = new Set(nodes.map((node) => node.group));
  const framed = groups.size > 1;
  const boxes = nodes.map((node): Box => ({ ...boxOf(node), group: framed ? node.group : null }));
  const arrows = graph.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to)).map((edge): Arrow => edge);
  return { boxes: [...boxes, ...moreBox(hidden)], arrows };
}

function boxOf(node: DiagramNode): Omit<Box, "group"> {
  const badges = [
    node.findings.errors > 0 ? ` ✖${node.findings.errors}` : "",
    node.findings.warnings > 0 ? ` ⚠${node.findings.warnings}` : "",
  ].join("");
  const name = node.previousKey === null ? node.key : `${node.key} (was ${node.previousKey})`;
  return { id: node.key, label: `${name}${badges}`, status: node.status, shape: node.kind === "asset" ? "rectangle" : "stadium" };
}

function moreBox(hidden: number): readonly Box[] {
  return hidden === 0 ? [] : [{ id: "\u0000more", label: `… and ${hidden} more`, status: "context", shape: "stadium", group: null }];
}
