/**
 * The diagram of a change, at a chosen width and never larger than a person can read: changed assets and their neighbours, then
 * changed assets only, then groups. The ladder is walked in that order, and the first step that fits is taken.
 */
import type { DiagramGraph } from "../../types/review-report.ts";
import { type ChangeView, type DiagramSize, diagramsOfChange } from "../diagram/change-boxes.ts";
import { renderFlowchart } from "./flowchart.ts";

/** What a comment shows at first sight. */
export const NEAR: DiagramSize = { hops: 1, maxNodes: 40 };
/** What a click opens. */
export const WIDE: DiagramSize = { hops: Number.POSITIVE_INFINITY, maxNodes: 120 };

export interface ChangeDiagram {
  readonly source: string;
  readonly detail: ChangeView["detail"];
}

/** Null when nothing is to be drawn, or when not even the groups fit. */
export function renderChangeDiagram(graph: DiagramGraph, size: DiagramSize): ChangeDiagram | null {
  return firstThatFits(diagramsOfChange(graph, size));
}

/** The last step of the ladder on its own. Null when nothing changed. */
export function renderGroupDiagram(graph: DiagramGraph, maxNodes: number): ChangeDiagram | null {
  const views = diagramsOfChange(graph, { hops: Number.POSITIVE_INFINITY, maxNodes });
  return firstThatFits(views.filter(({ detail }) => detail === "groups"));
}

function firstThatFits(views: readonly ChangeView[]): ChangeDiagram | null {
  for (const { detail, build } of views) {
    const source = renderFlowchart(build());
    if (source !== null) return { source, detail };
  }
  return null;
}
