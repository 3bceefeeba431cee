/**
 * A picture as one SVG document: sections below each other, each with its frames, boxes and arrows. It needs no script, no font and no
 * network. Equal diagrams give equal bytes.
 */
import type { Box, Diagram } from "../diagram/diagram.ts";
import { printable, printableUpTo } from "../printable.ts";
import { count } from "../wording/phrase.ts";
import { type BoxFace, boxFace } from "./box-face.ts";
import { drawArrow, drawBox, drawRect, drawText, moved, xmlText } from "./draw.ts";
import type { Rect } from "./layout/geometry.ts";
import { type Layout, layOut } from "./layout/layered-layout.ts";
import { PICTURE_STYLE } from "./picture-style.ts";
import { cutMiddle, textWidth } from "./text-width.ts";

export interface PictureSection {
  /** Above the section; null for none. */
  readonly heading: string | null;
  /** Below the heading: what the picture leaves out. */
  readonly caption: string | null;
  readonly diagram: Diagram;
}

export interface PictureOptions {
  /** In one sentence, for who cannot see it. */
  readonly description: string;
  /** Where a click on a box leads; null nowhere. */
  readonly linkOf?: (box: Box) => string | null;
}

const MARGIN = 16;
const HEADING_SIZE = 16;
const FRAME_SIZE = 12;
const MAX_FRAME_NAME = 320;

/** Ends in a newline. */
export function renderPicture(sections: readonly PictureSection[], options: PictureOptions): string {
  let y = MARGIN;
  let width = 0;
  const parts: string[] = [];
  for (const section of sections) {
    const drawn = drawSection(section, options);
    parts.push(`<g transform="translate(${MARGIN},${y})">`, ...drawn.parts, "</g>");
    y += drawn.height + MARGIN;
    width = Math.max(width, drawn.width);
  }
  const size = { x: 0, y: 0, width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(y) };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="dagsight" role="img" aria-label="${xmlText(options.description)}" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" style="--natural:${size.width}px">`,
    `<style>\n${PICTURE_STYLE}\n</style>`,
    drawRect(size, "paper", 0),
    ...parts,
    "</svg>\n",
  ].join("\n");
}

interface DrawnSection {
  readonly parts: readonly string[];
  readonly width: number;
  readonly height: number;
}

function drawSection({ heading, caption, diagram }: PictureSection, { linkOf = () => null }: PictureOptions): DrawnSection {
  const faces = new Map(diagram.boxes.map((box) => [box.id, boxFace(box)]));
  const names = frameNames(diagram);
  const layout = layOutDiagram(diagram, faces, names);
  const lines = [
    ...(heading === null ? [] : [{ text: printableUpTo(heading, 100), size: HEADING_SIZE, look: "heading" }]),
    ...(caption === null ? [] : [{ text: caption, size: FRAME_SIZE, look: "caption" }]),
  ];
  let y = 0;
  const texts = lines.map(({ text, size, look }) => {
    y += size + 6;
    return drawText(text, { x: 0, y: y - 6 }, { size, look });
  });
  const top = lines.length === 0 ? 0 : y + 6;
  const width = Math.max(layout.width, ...lines.map(({ text, size }) => textWidth(text, size)));
  const drawing = ["", ...drawLayout(diagram, { faces, names, layout, linkOf })];
  drawing[0] = `<g transform="translate(0,${top})">`;
  return { parts: [...texts, ...drawing, "</g>"], width, height: top + layout.height };
}

interface Laid {
  readonly faces: ReadonlyMap<string, BoxFace>;
  readonly names: readonly string[];
  readonly layout: Layout;
  readonly linkOf: (box: Box) => string | null;
}

function drawLayout(diagram: Diagram, { faces, names, layout, linkOf }: Laid): readonly string[] {
  const titles = new Map(diagram.boxes.map((box) => [box.id, box.name]));
  const frames = [...layout.frames].map(([index, rect]) => drawFrame(names[index] ?? "", rect));
  const arrows = betweenBoxes(diagram).map((arrow, index) =>
    drawArrow(arrow, layout.routes[index] ?? [], `${titles.get(arrow.from) ?? ""} → ${titles.get(arrow.to) ?? ""}`),
  );
  const boxes = diagram.boxes.flatMap((box) => {
    const [at, face] = [layout.boxes.get(box.id), faces.get(box.id)];
    return at === undefined || face === undefined ? [] : [drawBox(box, face, { at, title: titleOf(box), link: linkOf(box) })];
  });
  return [...frames, ...arrows, ...boxes];
}

function drawFrame(name: string, rect: Rect): string {
  const text = cutMiddle(printable(name), MAX_FRAME_NAME, FRAME_SIZE);
  const title = `<title>${xmlText(name)}</title>`;
  return `<g class="frame">${title}${drawRect(rect, "rim", 10)}${drawText(text, moved(rect, 14, 21), { size: FRAME_SIZE, look: "soft" })}</g>`;
}

const KIND_WORDS: Readonly<Record<Box["kind"], string>> = {
  asset: "",
  group: "",
  rest: "",
  observable: "observable source",
  external: "external asset",
  stub: "named, and nothing here defines it",
};

function titleOf(box: Box): string {
  const group = box.group === null ? "" : `group ${box.group}`;
  const status = box.status === "context" ? "" : box.status;
  return [box.name, status, KIND_WORDS[box.kind], group, ...box.kinds, ...box.marks, ...findingWords(box)]
    .filter((word) => word !== "")
    .join(" · ");
}

function findingWords({ findings }: Box): readonly string[] {
  const { errors, warnings } = findings;
  return [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""];
}

/** The names of the frames: none where all boxes would stand in one. */
function frameNames({ boxes }: Diagram): readonly string[] {
  const groups = new Set(boxes.map((box) => box.group));
  return groups.size < 2 ? [] : [...groups].filter((group) => group !== null);
}

/** Where boxes of a diagram and its arrows between different boxes stand. */
export function layOutDiagram(diagram: Diagram, faces: ReadonlyMap<string, BoxFace>, names: readonly string[]): Layout {
  const frameOf = standsIn(diagram);
  const numbers = new Map(names.map((name, index) => [name, index]));
  return layOut({
    boxes: diagram.boxes.map((box) => {
      const { width, height } = faces.get(box.id) ?? boxFace(box);
      return { id: box.id, width, height, frame: numbers.get(frameOf(box) ?? "") ?? null };
    }),
    arrows: betweenBoxes(diagram),
    frames: names.map((name) => ({ minWidth: Math.min(textWidth(printable(name), FRAME_SIZE), MAX_FRAME_NAME) + 28 })),
  });
}

export function betweenBoxes({ boxes, arrows }: Diagram): Diagram["arrows"] {
  const known = new Set(boxes.map((box) => box.id));
  return arrows.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
}

/** A key that nothing defines has no group: it stands with those that name it, where they are of one group. */
function standsIn({ boxes, arrows }: Diagram): (box: Box) => string | null {
  const groups = new Map(boxes.map((box) => [box.id, box.group]));
  const around = new Map<string, Set<string | null>>();
  for (const { from, to } of arrows) {
    around.set(from, (around.get(from) ?? new Set()).add(groups.get(to) ?? null));
    around.set(to, (around.get(to) ?? new Set()).add(groups.get(from) ?? null));
  }
  return (box) => {
    const near = [...(around.get(box.id) ?? [])];
    return box.kind === "stub" && box.group === null && near.length === 1 ? (near[0] ?? null) : box.group;
  };
}
