/**
 * How a status looks. Fill, stroke and ink are all set, because GitHub's light and dark themes would otherwise set one of
 * them; the sign and the dash say the same without colour. Every text has a contrast of at least 7:1 on its fill.
 */
import type { DiagramEdge, DiagramStatus } from "../../types/review-report.ts";

export interface StatusLook {
  /** Before the key. Empty for what did not change. */
  readonly sign: string;
  /** For a legend and for tables. */
  readonly word: string;
  readonly fill: string;
  readonly stroke: string;
  readonly ink: string;
  /** Of the outline, in pixels. */
  readonly width: number;
  /** Null is a solid line. */
  readonly dash: string | null;
}

export const STATUS_LOOKS: Readonly<Record<DiagramStatus, StatusLook>> = {
  added: { sign: "+", word: "added", fill: "#dafbe1", stroke: "#1a7f37", ink: "#0a3d1a", width: 2, dash: null },
  removed: { sign: "−", word: "removed", fill: "#ffebe9", stroke: "#cf222e", ink: "#6e1119", width: 2, dash: "6 4" },
  changed: { sign: "✎", word: "changed", fill: "#fff3c4", stroke: "#9a6700", ink: "#4a3200", width: 2, dash: null },
  renamed: { sign: "→", word: "renamed", fill: "#ddf4ff", stroke: "#0969da", ink: "#0a2f63", width: 2, dash: null },
  moved: { sign: "→", word: "moved", fill: "#ddf4ff", stroke: "#0969da", ink: "#0a2f63", width: 1, dash: null },
  unresolved: { sign: "?", word: "unresolved", fill: "#fbefff", stroke: "#8250df", ink: "#3e1f79", width: 2, dash: "2 3" },
  downstream: { sign: "↓", word: "downstream", fill: "#fff1e5", stroke: "#bc4c00", ink: "#5c2200", width: 1, dash: null },
  context: { sign: "", word: "unchanged", fill: "#f6f8fa", stroke: "#8c959f", ink: "#24292f", width: 1, dash: null },
};

export const EDGE_LOOKS: Readonly<Record<DiagramEdge["status"], Pick<StatusLook, "stroke" | "width" | "dash">>> = {
  added: { stroke: "#2da44e", width: 3, dash: null },
  removed: { stroke: "#cf222e", width: 2, dash: "6 4" },
  context: { stroke: "#8c959f", width: 1.5, dash: null },
};
