/** The looks of the statuses in Mermaid's words. */
import type { DiagramEdge, DiagramStatus } from "../../types/review-report.ts";
import { EDGE_LOOKS, STATUS_LOOKS } from "../diagram/status-looks.ts";

export const GROUP_CSS = "fill:transparent,stroke:#8c959f,stroke-width:1px,stroke-dasharray:1 3,color:#768390";

/** Of a `classDef`. */
export function statusCss(status: DiagramStatus): string {
  const { fill, ink } = STATUS_LOOKS[status];
  return `fill:${fill},${lineCss(STATUS_LOOKS[status])},color:${ink}`;
}

/** Of a `linkStyle`. */
export function edgeCss(status: DiagramEdge["status"]): string {
  return lineCss(EDGE_LOOKS[status]);
}

function lineCss({ stroke, width, dash }: (typeof EDGE_LOOKS)["context"]): string {
  return `stroke:${stroke},stroke-width:${width}px${dash === null ? "" : `,stroke-dasharray:${dash}`}`;
}

/** The arrow itself tells, too: thick for new, dotted for gone. */
export const EDGE_ARROWS: Readonly<Record<DiagramEdge["status"], string>> = { added: "==>", removed: "-.->", context: "-->" };
