/**
 * What every picture is drawn from, whichever language it is written in: boxes, arrows, groups. It knows no syntax, no colour and no
 * place on paper. Mermaid and DOT show a box by its one-line label; SVG has room for the parts.
 */
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import type { DiagramStatus } from "../../types/review-report.ts";

export interface Box {
  /** Unique among the boxes of a diagram; never printed. */
  readonly id: string;
  /** `asset` and its like, a group of assets, or `rest` for what there was no room for. */
  readonly kind: AssetNode["kind"] | "group" | "rest";
  /** In one line: `raw/orders · python`. */
  readonly label: string;
  /** The asset key, or the name of the group: `raw/orders`. */
  readonly name: string;
  /** Small words about it: kinds (`duckdb`). */
  readonly kinds: readonly string[];
  /** What else is worth a glance: `daily`, `✓ 3`, `12 assets`. */
  readonly marks: readonly string[];
  /** How many concern it. */
  readonly findings: { readonly errors: number; readonly warnings: number };
  readonly status: DiagramStatus;
  /** Boxes of one group stand in one frame; null stands outside. */
  readonly group: string | null;
}

/** `from` and `to` are ids of boxes; a box may depend on itself. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly status: "added" | "removed" | "context";
}

export interface Diagram {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export const NO_FINDINGS: Box["findings"] = { errors: 0, warnings: 0 };

/** What there was no room for, counted. Empty where nothing is hidden. */
export function restBox(hidden: number, what = ""): readonly Box[] {
  const label = `… and ${hidden} more${what}`;
  const rest = {
    id: "\u0000more",
    kind: "rest",
    label,
    name: label,
    kinds: [],
    marks: [],
    findings: NO_FINDINGS,
    status: "context",
    group: null,
  } as const;
  return hidden === 0 ? [] : [rest];
}

/** Of the box of an asset: keys repeat between code locations. */
export function boxId(location: CodeLocation, key: string): string {
  return JSON.stringify([location.name, location.root, key]);
}
