/**
 * How a status looks. Fill, stroke and text colour are all set, because GitHub's light and dark themes would otherwise set one of
 * them; the sign and the dash say the same without colour. Every text has a contrast of at least 7:1 on its fill.
 */
import type { DiagramEdge, DiagramStatus } from "../../types/review-report.ts";

export interface StatusStyle {
  /** Before the key. Empty for what did not change. */
  readonly sign: string;
  /** For a legend and for tables. */
  readonly word: string;
  readonly css: string;
}

export const STATUS_STYLES: Readonly<Record<DiagramStatus, StatusStyle>> = {
  added: { sign: "+", word: "added", css: "fill:#dafbe1,stroke:#1a7f37,stroke-width:2px,color:#0a3d1a" },
  removed: { sign: "−", word: "removed", css: "fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:6 4,color:#6e1119" },
  changed: { sign: "✎", word: "changed", css: "fill:#fff3c4,stroke:#9a6700,stroke-width:2px,color:#4a3200" },
  renamed: { sign: "→", word: "renamed", css: "fill:#ddf4ff,stroke:#0969da,stroke-width:2px,color:#0a2f63" },
  moved: { sign: "→", word: "moved", css: "fill:#ddf4ff,stroke:#0969da,stroke-width:1px,color:#0a2f63" },
  unresolved: { sign: "?", word: "unresolved", css: "fill:#fbefff,stroke:#8250df,stroke-width:2px,stroke-dasharray:2 3,color:#3e1f79" },
  downstream: { sign: "↓", word: "downstream", css: "fill:#fff1e5,stroke:#bc4c00,stroke-width:1px,color:#5c2200" },
  context: { sign: "", word: "unchanged", css: "fill:#f6f8fa,stroke:#8c959f,stroke-width:1px,color:#24292f" },
};

export const GROUP_CSS = "fill:transparent,stroke:#8c959f,stroke-width:1px,stroke-dasharray:1 3,color:#768390";

export const EDGE_CSS: Readonly<Record<DiagramEdge["status"], string>> = {
  added: "stroke:#2da44e,stroke-width:3px",
  removed: "stroke:#cf222e,stroke-width:2px,stroke-dasharray:6 4",
  context: "stroke:#8c959f,stroke-width:1.5px",
};

/** The arrow itself tells, too: thick for new, dotted for gone. */
export const EDGE_ARROWS: Readonly<Record<DiagramEdge["status"], string>> = { added: "==>", removed: "-.->", context: "-->" };
