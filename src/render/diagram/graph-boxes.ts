/** The diagram of a code location: a box for every asset and for every key that is only named, and the same collapsed into its groups. */
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import type { DiagramGraph } from "../../types/review-report.ts";
import { type Arrow, type Box, boxId, type Diagram, NO_FINDINGS } from "./diagram.ts";

/** Frames are the asset groups. */
export function diagramOfLocation(location: CodeLocation): Diagram {
  const itself = new Set(location.edges.filter(({ from, to }) => from === to).map(({ from }) => from));
  const boxes = location.nodes.map((node) => boxOf(location, node, itself.has(node.key)));
  const arrows = location.edges.map(
    (edge): Arrow => ({ from: boxId(location, edge.from), to: boxId(location, edge.to), status: "context" }),
  );
  return { boxes, arrows };
}

function boxOf(location: CodeLocation, node: AssetNode, dependsOnItself: boolean): Box {
  const kinds = node.kinds.length === 0 ? "" : ` · ${node.kinds.join(", ")}`;
  const doubtful = node.unresolved.length > 0 || node.conditional !== null;
  return {
    id: boxId(location, node.key),
    kind: node.kind,
    label: `${node.key}${kinds}`,
    name: node.key,
    kinds: node.kinds,
    marks: [
      ...(node.partitions === null ? [] : [node.partitions.type]),
      ...(node.automation === null ? [] : [automationMark(node.automation.label)]),
      ...(dependsOnItself ? ["on itself"] : []),
      ...(node.checks.length === 0 ? [] : [`✓ ${node.checks.length}`]),
    ],
    findings: NO_FINDINGS,
    status: doubtful ? "unresolved" : "context",
    group: node.group,
  };
}

/** `eager` and its like are names; an expression is no mark. */
function automationMark(label: string | null): string {
  return label !== null && /^\w{1,12}$/.test(label) ? label : "automated";
}

/** What {@link collapseByGroup} takes. The groups of several locations are told apart by the names of these. */
export function groupedGraph(locations: readonly CodeLocation[]): DiagramGraph {
  const several = locations.length > 1;
  const group = (location: CodeLocation, node: AssetNode) => {
    const own = node.group ?? "no group";
    return several ? `${location.name}: ${own}` : own;
  };
  return {
    nodes: locations.flatMap((location) =>
      location.nodes.map((node) => ({
        key: boxId(location, node.key),
        previousKey: null,
        group: group(location, node),
        kind: node.kind,
        kinds: node.kinds,
        status: "context",
        distance: 1,
        findings: NO_FINDINGS,
      })),
    ),
    edges: locations.flatMap((location) =>
      location.edges.map((edge) => ({ from: boxId(location, edge.from), to: boxId(location, edge.to), status: "context" })),
    ),
    omitted: 0,
  };
}
