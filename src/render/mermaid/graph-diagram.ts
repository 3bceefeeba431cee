/**
 * `dagsight graph --format mermaid`: the assets of one or more code locations, framed by group (or by location when there are several).
 * A graph beyond what GitHub draws is shown by its groups, each with the number of its assets.
 */
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import type { DiagramGraph } from "../../types/review-report.ts";
import { collapseByGroup } from "./collapse.ts";
import { type Arrow, type Box, renderFlowchart } from "./flowchart.ts";

const MAX_GROUPS = 100;

/** Null when not even the groups fit: the caller says so and asks for a selection. */
export function renderGraphDiagram(locations: readonly CodeLocation[]): string | null {
  const several = locations.length > 1;
  const boxes = locations.flatMap((location) => location.nodes.map((node) => boxOf(location, node, several ? location.name : node.group)));
  const arrows = locations.flatMap((location) =>
    location.edges.map((edge): Arrow => ({ from: idOf(location, edge.from), to: idOf(location, edge.to), status: "context" })),
  );
  return renderFlowchart({ boxes, arrows }) ?? renderFlowchart(collapseByGroup(groupedGraph(locations, several), MAX_GROUPS));
}

function boxOf(location: CodeLocation, node: AssetNode, group: string | null): Box {
  const kinds = node.kinds.length === 0 ? "" : ` · ${node.kinds.join(", ")}`;
  const doubtful = node.unresolved.length > 0 || node.conditional !== null;
  return {
    id: idOf(location, node.key),
    label: `${node.key}${kinds}`,
    status: doubtful ? "unresolved" : "context",
    shape: node.kind === "asset" ? "rectangle" : "stadium",
    group,
  };
}

function groupedGraph(locations: readonly CodeLocation[], several: boolean): DiagramGraph {
  const group = (location: CodeLocation, node: AssetNode) => {
    const own = node.group ?? "no group";
    return several ? `${location.name}: ${own}` : own;
  };
  return {
    nodes: locations.flatMap((location) =>
      location.nodes.map((node) => ({
        key: idOf(location, node.key),
        previousKey: null,
        group: group(location, node),
        kind: node.kind,
        kinds: node.kinds,
        status: "context",
        distance: 1,
        findings: { errors: 0, warnings: 0 },
      })),
    ),
    edges: locations.flatMap((location) =>
      location.edges.map((edge) => ({ from: idOf(location, edge.from), to: idOf(location, edge.to), status: "context" })),
    ),
    omitted: 0,
  };
}

function idOf(location: CodeLocation, key: string): string {
  return JSON.stringify([location.name, location.root, key]);
}
