/** `dagsight graph --format mermaid`: the assets of one or more code locations, framed by group (or by location when there are several). */
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import { type Arrow, type Box, renderFlowchart } from "./flowchart.ts";

/** Null when the graph exceeds what GitHub draws: the caller says so and asks for a selection. */
export function renderGraphDiagram(locations: readonly CodeLocation[]): string | null {
  const several = locations.length > 1;
  const boxes = locations.flatMap((location) => location.nodes.map((node) => boxOf(location, node, several ? location.name : node.group)));
  const arrows = locations.flatMap((location) =>
    location.edges.map((edge): Arrow => ({ from: idOf(location, edge.from), to: idOf(location, edge.to), status: "context" })),
  );
  return renderFlowchart({ boxes, arrows });
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

function idOf(location: CodeLocation, key: string): string {
  return JSON.stringify([location.name, location.root, key]);
}
