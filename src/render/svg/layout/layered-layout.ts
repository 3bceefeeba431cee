/**
 * Where boxes, frames and arrows stand: left to right by ELK's layered algorithm. Nothing here knows what a box means. Equal tasks give
 * equal places, down to the last digit, and nothing is asked of the clock.
 */
import elk from "elkjs/lib/elk-worker.min.js";
import { Bug } from "../../../base/exhaustive.ts";
import { type ElkGraph, elkGraph } from "./elk-graph.ts";
import type { Point, Rect } from "./geometry.ts";

export interface LayoutBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Index into `frames`; null stands outside. */
  readonly frame: number | null;
}

export interface LayoutArrow {
  readonly from: string;
  readonly to: string;
}

export interface LayoutTask {
  readonly boxes: readonly LayoutBox[];
  /** Between different boxes of the task. */
  readonly arrows: readonly LayoutArrow[];
  /** Wide enough for their names. */
  readonly frames: readonly { readonly minWidth: number }[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Rect>;
  /** By the index in the task; frames without boxes are left out. */
  readonly frames: ReadonlyMap<number, Rect>;
  /** One for each arrow, from the right side of one box to the left side of the other; horizontal and vertical pieces. */
  readonly routes: readonly (readonly Point[])[];
}

/** What ELK adds to its input. */
interface PlacedNode extends Rect {
  readonly id: string;
  readonly children?: readonly PlacedNode[];
  readonly edges?: readonly { readonly id: string; readonly sections?: readonly Section[] }[];
}

interface Section {
  readonly startPoint: Point;
  readonly bendPoints?: readonly Point[];
  readonly endPoint: Point;
}

export function layOut(task: LayoutTask): Layout {
  if (task.boxes.length === 0) return { width: 0, height: 0, boxes: new Map(), frames: new Map(), routes: [] };
  const { root, chains } = elkGraph(task);
  const placed = runElk(root);
  const [boxes, frames] = [new Map<string, Rect>(), new Map<number, Rect>()];
  const lines = new Map<string, readonly Point[]>();
  const visit = (node: PlacedNode) => {
    for (const edge of node.edges ?? []) lines.set(edge.id, (edge.sections ?? []).flatMap(pointsOf));
    for (const child of node.children ?? []) {
      const index = Number(child.id.slice(1));
      if (child.id.startsWith("f")) frames.set(index, rectOf(child));
      else boxes.set(task.boxes[index]?.id ?? "", rectOf(child));
      visit(child);
    }
  };
  visit(placed);
  const routes = chains.map((chain) => withoutDetours(chain.flatMap((id) => lines.get(id) ?? [])));
  return { width: round(placed.width), height: round(placed.height), boxes, frames, routes };
}

/** In this thread, and at once: ELK's worker protocol, without a worker. */
function runElk(root: ElkGraph["root"]): PlacedNode {
  const worker = new elk.Worker();
  let answer: { readonly data?: unknown; readonly error?: unknown } = {};
  worker.onmessage = ({ data }) => {
    answer = data;
  };
  worker.dispatcher.saveDispatch({ data: { id: 0, cmd: "register", algorithms: ["layered"] } });
  worker.dispatcher.saveDispatch({ data: { id: 1, cmd: "layout", graph: root, layoutOptions: {}, options: {} } });
  if (answer.data === undefined) throw new Bug(`ELK could not lay out a graph of ${root.children.length} nodes: ${String(answer.error)}`);
  return answer.data as PlacedNode;
}

function pointsOf({ startPoint, bendPoints = [], endPoint }: Section): readonly Point[] {
  return [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x: round(x), y: round(y) }));
}

function rectOf({ x, y, width, height }: Rect): Rect {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** A tenth of a pixel is finer than any screen. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Where two pieces meet in a door the same point stands twice, and a straight line has a point in its middle. */
function withoutDetours(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const straight = before !== undefined && last !== undefined && inLine(before, last, point);
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

function inLine(first: Point, second: Point, third: Point): boolean {
  return (first.x === second.x && second.x === third.x) || (first.y === second.y && second.y === third.y);
}
