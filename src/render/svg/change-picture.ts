/** The picture of a change: what changed and two steps around it, in the looks of the comment's diagram. */
import type { DiagramGraph } from "../../types/review-report.ts";
import { type DiagramSize, diagramsOfChange } from "../diagram/change-boxes.ts";
import type { Box, Diagram } from "../diagram/diagram.ts";
import { renderPicture } from "./picture.ts";

/** A page scrolls: it has more room than a comment. */
const SIZE: DiagramSize = { hops: 2, maxNodes: 200 };

export interface ChangePicture {
  readonly svg: string;
  readonly diagram: Diagram;
}

/** Null when nothing changed that could be drawn. `name` is the code location's; `linkOf` says where a click leads. */
export function renderChangePicture(graph: DiagramGraph, name: string, linkOf: (box: Box) => string | null): ChangePicture | null {
  const [first] = diagramsOfChange(graph, SIZE);
  if (first === undefined) return null;
  const diagram = first.build();
  return { svg: renderPicture([{ heading: null, caption: null, diagram }], { description: `What changes in ${name}`, linkOf }), diagram };
}
