/** The pieces of a picture as SVG. Every text goes through {@link xmlText}, every number is a number: no name can break out. */
import type { Arrow, Box } from "../diagram/diagram.ts";
import { textHtml } from "../html/escape.ts";
import { printable } from "../printable.ts";
import { BADGE_HEIGHT, type BoxFace, NAME_SIZE, SMALL_SIZE } from "./box-face.ts";
import type { Point, Rect } from "./layout/geometry.ts";

const CORNER = 6;
const HEAD = { length: 6, half: 3.5 } as const;

/** Safe in an element and in a quoted attribute. Two characters exist in Unicode's numbering and cannot stand in XML. */
export function xmlText(text: string): string {
  return textHtml(printable(text).replace(/[\ufffe\uffff]/g, "\ufffd"));
}

export function drawText(text: string, { x, y }: Point, { size, look }: { readonly size: number; readonly look: string }): string {
  return `<text x="${number(x)}" y="${number(y)}" font-size="${size}" class="${look}">${xmlText(text)}</text>`;
}

export function drawRect(rect: Rect, look: string, corner: number): string {
  const { x, y, width, height } = rect;
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="${corner}" class="${look}"/>`;
}

/** `title` is what the pointer and a screen reader are told; `link` may be null. */
export function drawBox(
  box: Box,
  face: BoxFace,
  place: { readonly at: Rect; readonly title: string; readonly link: string | null },
): string {
  const { at, title, link } = place;
  const corner = box.kind === "asset" || box.kind === "group" ? CORNER : Math.min(at.height / 2, 20);
  const parts = [
    `<title>${xmlText(title)}</title>`,
    drawRect(at, "body", corner),
    box.kind === "group" ? drawRect({ x: at.x + 4, y: at.y, width: at.width - 8, height: at.height }, "body inner", 0) : "",
    face.prefix === null ? "" : drawText(face.prefix.text, moved(at, face.x, face.prefix.y), { size: SMALL_SIZE, look: "soft" }),
    drawText(face.name.text, moved(at, face.x, face.name.y), { size: NAME_SIZE, look: "name" }),
    ...face.badges.map((badge) => {
      const rect = { ...moved(at, face.x + badge.x, face.badgesY), width: badge.width, height: BADGE_HEIGHT };
      return drawRect(rect, badge.look, 4) + drawText(badge.text, moved(rect, 5, 11), { size: SMALL_SIZE, look: "small" });
    }),
  ];
  const drawn = `<g class="box ${box.kind} ${box.status}">${parts.join("")}</g>`;
  return link === null ? drawn : `<a href="${xmlText(link)}">${drawn}</a>`;
}

export function drawArrow(arrow: Arrow, route: readonly Point[], title: string): string {
  return `<path class="edge ${arrow.status}" d="${roundedLine(route)}${head(route)}"><title>${xmlText(title)}</title></path>`;
}

/** A line along the points with round corners. */
function roundedLine(points: readonly Point[]): string {
  const steps = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) return `M${at(point)}`;
    if (after === undefined) return `L${at(point)}`;
    const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2);
    return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
  });
  return steps.join("");
}

/** Two strokes that meet where the line ends. Every line ends going right. */
function head(points: readonly Point[]): string {
  const end = points.at(-1);
  if (end === undefined) return "";
  const [x, y] = [end.x - HEAD.length, end.y];
  return `M${at({ x, y: y - HEAD.half })}L${at(end)}L${at({ x, y: y + HEAD.half })}`;
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function distance(left: Point, right: Point): number {
  return Math.abs(left.x - right.x) + Math.abs(left.y - right.y);
}

export function moved({ x, y }: Point, right: number, down: number): Point {
  return { x: x + right, y: y + down };
}

function at({ x, y }: Point): string {
  return `${number(x)},${number(y)}`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
