/**
 * Writes a Mermaid flowchart from plain boxes and arrows. Only syntax that Mermaid 10, 11 and 12 share and GitHub allows: no click,
 * no ELK, no directives, one subgraph level. Ids come from a counter, so no name can break or collide; what is removed counts apart.
 */
import type { DiagramStatus } from "../../types/review-report.ts";
import { byteLength } from "../printable.ts";
import { mermaidLabel } from "./label.ts";
import { EDGE_ARROWS, EDGE_CSS, GROUP_CSS, STATUS_STYLES } from "./style.ts";

/** GitHub refuses 500 edges and 50,000 characters; both limits cannot be raised from inside a diagram. */
export const MAX_EDGES = 450;
export const MAX_CHARACTERS = 45_000;

export interface Box {
  /** Unique among the boxes; never printed. */
  readonly id: string;
  readonly label: string;
  readonly status: DiagramStatus;
  readonly shape: "rectangle" | "stadium" | "subroutine";
  /** Boxes of one group stand in one frame; null stands outside. */
  readonly group: string | null;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly status: "added" | "removed" | "context";
}

export interface Flowchart {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const SHAPES: Readonly<Record<Box["shape"], readonly [string, string]>> = {
  rectangle: ["[", "]"],
  stadium: ["([", "])"],
  subroutine: ["[[", "]]"],
};

/** Ends in a newline. Null when the diagram would exceed what GitHub draws. */
export function renderFlowchart(flowchart: Flowchart): string | null {
  const ids = nameBoxes(flowchart.boxes);
  const arrows = flowchart.arrows.filter((arrow) => ids.has(arrow.from) && ids.has(arrow.to));
  const lines = [
    "flowchart LR",
    ...renderBoxes(flowchart.boxes, ids),
    ...renderArrows(arrows, ids),
    ...renderStyles(flowchart.boxes, arrows),
  ];
  const text = `${lines.join("\n")}\n`;
  return arrows.length > MAX_EDGES || byteLength(text) > MAX_CHARACTERS ? null : text;
}

function nameBoxes(boxes: readonly Box[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  let live = 0;
  let removed = 0;
  for (const box of boxes) {
    if (box.status === "removed") {
      removed += 1;
      ids.set(box.id, `r${removed}`);
    } else {
      live += 1;
      ids.set(box.id, `n${live}`);
    }
  }
  return ids;
}

function renderBoxes(boxes: readonly Box[], ids: ReadonlyMap<string, string>): readonly string[] {
  const groups = [...new Set(boxes.map((box) => box.group).filter((group) => group !== null))];
  const framed = groups.flatMap((group, index) => [
    `  subgraph g${index + 1}[${mermaidLabel(group)}]`,
    ...boxes.filter((box) => box.group === group).map((box) => `    ${renderBox(box, ids)}`),
    "  end",
  ]);
  return [...framed, ...boxes.filter((box) => box.group === null).map((box) => `  ${renderBox(box, ids)}`)];
}

function renderBox(box: Box, ids: ReadonlyMap<string, string>): string {
  const [open, close] = SHAPES[box.shape];
  const sign = STATUS_STYLES[box.status].sign;
  return `${ids.get(box.id)}${open}${mermaidLabel(box.label, sign)}${close}`;
}

function renderArrows(arrows: readonly Arrow[], ids: ReadonlyMap<string, string>): readonly string[] {
  return arrows.map((arrow) => `  ${ids.get(arrow.from)} ${EDGE_ARROWS[arrow.status]} ${ids.get(arrow.to)}`);
}

function renderStyles(boxes: readonly Box[], arrows: readonly Arrow[]): readonly string[] {
  const lines: string[] = [];
  const ids = nameBoxes(boxes);
  for (const [status, style] of Object.entries(STATUS_STYLES)) {
    const members = boxes.filter((box) => box.status === status).map((box) => ids.get(box.id));
    if (members.length > 0) {
      lines.push(`  classDef ${status} ${style.css}`, `  class ${members.join(",")} ${status}`);
    }
  }
  const groups = new Set(boxes.map((box) => box.group).filter((group) => group !== null)).size;
  if (groups > 0) {
    const members = Array.from({ length: groups }, (_, index) => `g${index + 1}`);
    lines.push(`  classDef group ${GROUP_CSS}`, `  class ${members.join(",")} group`);
  }
  for (const [status, css] of Object.entries(EDGE_CSS)) {
    const members = arrows.flatMap((arrow, index) => (arrow.status === status ? [index] : []));
    if (members.length > 0) {
      lines.push(`  linkStyle ${members.join(",")} ${css}`);
    }
  }
  return lines;
}
