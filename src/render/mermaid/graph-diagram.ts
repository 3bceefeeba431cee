/**
 * `dagsight graph --format mermaid`: the assets of one or more code locations, framed by group (or by location when there are several).
 * A graph beyond what GitHub draws is shown by its groups, each with the number of its assets.
 */
import type { CodeLocation } from "../../types/graph-document.ts";
import { collapseByGroup } from "../diagram/collapse.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { diagramOfLocation, groupedGraph } from "../diagram/graph-boxes.ts";
import { renderFlowchart } from "./flowchart.ts";

const MAX_GROUPS = 100;

/** Null when not even the groups fit: the caller says so and asks for a selection. */
export function renderGraphDiagram(locations: readonly CodeLocation[]): string | null {
  const diagrams = locations.map((location) => framed(diagramOfLocation(location), locations.length > 1 ? location.name : null));
  const whole: Diagram = { boxes: diagrams.flatMap(({ boxes }) => boxes), arrows: diagrams.flatMap(({ arrows }) => arrows) };
  return renderFlowchart(whole) ?? renderFlowchart(collapseByGroup(groupedGraph(locations), MAX_GROUPS));
}

function framed(diagram: Diagram, name: string | null): Diagram {
  return name === null ? diagram : { ...diagram, boxes: diagram.boxes.map((box) => ({ ...box, group: name })) };
}
