/** The picture of a change, or of what findings concern: these assets and two steps around them, in the looks of the comment's diagram. */
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

/** Null when nothing is at distance 0. `description` is for who cannot see it; `linkOf` says where a click leads. */
export function renderChangePicture(graph: DiagramGraph, description: string, linkOf: (box: Box) => string | null): ChangePicture | null {
  const [first] = diagramsOfChange(graph, SIZE);
  if (first === undefined) return null;
  const diagram = first.build();
  return { svg: renderPicture([{ heading: null, caption: null, diagram }], { description, linkOf }), diagram };
}
