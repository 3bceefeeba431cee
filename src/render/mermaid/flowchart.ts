/**
 * Writes a Mermaid flowchart from plain boxes and arrows. Only syntax that Mermaid 10, 11 and 12 share and GitHub allows: no click,
 * no ELK, no directives, one subgraph level. Ids come from a counter, so no name can break or collide; what is removed counts apart.
 */
import type { DiagramStatus } from "../../types/review-report.ts";
import type { Arrow, Box, Diagram } from "../diagram/diagram.ts";
import { STATUS_LOOKS } from "../diagram/status-looks.ts";
import { byteLength } from "../printable.ts";
import { mermaidLabel } from "./label.ts";
import { EDGE_ARROWS, edgeCss, GROUP_CSS, statusCss } from "./style.ts";

/** GitHub refuses 500 edges and 50,000 characters; both limits cannot be raised from inside a diagram. */
export const MAX_EDGES = 450;
export const MAX_CHARACTERS = 45_000;

const STATUSES = Object.keys(STATUS_LOOKS) as readonly DiagramStatus[];

const RECTANGLE = ["[", "]"] as const;
const STADIUM = ["([", "])"] as const;
const SUBROUTINE = ["[[", "]]"] as const;

const SHAPES: Readonly<Record<Box["kind"], readonly [string, string]>> = {
  asset: RECTANGLE,
  observable: STADIUM,
  external: STADIUM,
  stub: STADIUM,
  group: SUBROUTINE,
  rest: STADIUM,
};

/** Ends in a newline. Null when the diagram would exceed what GitHub draws. */
export function renderFlowchart(flowchart: Diagram): string | null {
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
  const [open, close] = SHAPES[box.kind];
  const sign = STATUS_LOOKS[box.status].sign;
  return `${ids.get(box.id)}${open}${mermaidLabel(box.label, sign)}${close}`;
}

function renderArrows(arrows: readonly Arrow[], ids: ReadonlyMap<string, string>): readonly string[] {
  return arrows.map((arrow) => `  ${ids.get(arrow.from)} ${EDGE_ARROWS[arrow.status]} ${ids.get(arrow.to)}`);
}

function renderStyles(boxes: readonly Box[], arrows: readonly Arrow[]): readonly string[] {
  const lines: string[] = [];
  const ids = nameBoxes(boxes);
  for (const status of STATUSES) {
    const members = boxes.filter((box) => box.status === status).map((box) => ids.get(box.id));
    if (members.length > 0) {
      lines.push(`  classDef ${status} ${statusCss(status)}`, `  class ${members.join(",")} ${status}`);
    }
  }
  const groups = new Set(boxes.map((box) => box.group).filter((group) => group !== null)).size;
  if (groups > 0) {
    const members = Array.from({ length: groups }, (_, index) => `g${index + 1}`);
    lines.push(`  classDef group ${GROUP_CSS}`, `  class ${members.join(",")} group`);
  }
  for (const status of ["added", "removed", "context"] as const) {
    const members = arrows.flatMap((arrow, index) => (arrow.status === status ? [index] : []));
    if (members.length > 0) {
      lines.push(`  linkStyle ${members.join(",")} ${edgeCss(status)}`);
    }
  }
  return lines;
}
