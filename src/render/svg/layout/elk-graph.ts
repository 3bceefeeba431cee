/**
 * A layout task in ELK's words. Every box has one door to the right, from which all its arrows leave, and one door to the left for every
 * arrow that arrives: so lines that run together always come from the same box, and no line can be misread.
 *
 * Small graphs go to ELK as a whole, which gives the fewest crossings. Others go in parts, frame by frame, the arrows cut at doors in the
 * frames: it takes less time, and a fraction of the paper.
 */
import type { LayoutArrow, LayoutBox, LayoutTask } from "./layered-layout.ts";

type Options = Readonly<Record<string, string>>;

export interface ElkPort {
  readonly id: string;
  readonly width: 0;
  readonly height: 0;
  readonly layoutOptions: Options;
}

export interface ElkEdge {
  readonly id: string;
  readonly sources: readonly [string];
  readonly targets: readonly [string];
}

export interface ElkNode {
  readonly id: string;
  readonly width?: number;
  readonly height?: number;
  readonly layoutOptions: Options;
  readonly ports: readonly ElkPort[];
  readonly children: readonly ElkNode[];
  readonly edges: readonly ElkEdge[];
}

export interface ElkGraph {
  readonly root: ElkNode;
  /** For each arrow the ids of the edges that it consists of, from its start to its end. */
  readonly chains: readonly (readonly string[])[];
}

const SMALL = 120;
const MEDIUM = 400;

const SPACING: Options = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.spacing.nodeNode": "14",
  "elk.spacing.edgeNode": "9",
  "elk.spacing.edgeEdge": "6",
  "elk.spacing.componentComponent": "18",
  "elk.layered.spacing.nodeNodeBetweenLayers": "42",
  "elk.layered.spacing.edgeNodeBetweenLayers": "14",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "6",
  "elk.aspectRatio": "1.6",
  "elk.json.shapeCoords": "ROOT",
  "elk.json.edgeCoords": "ROOT",
};

/** Ids: `b3` box, `f2` frame, `a7` arrow, by their places in the task. */
export function elkGraph(task: LayoutTask): ElkGraph {
  const whole = laidOutWhole(task);
  const options = { ...SPACING, ...(task.boxes.length <= SMALL ? CAREFUL : task.boxes.length <= MEDIUM ? QUICK : QUICKEST) };
  const numbers = new Map(task.boxes.map((box, index) => [box.id, index]));
  const frames = task.frames.map((frame) => new Draft(framePadding(frame.minWidth)));
  const root = new Draft({ ...options, ...(whole ? { "elk.hierarchyHandling": "INCLUDE_CHILDREN" } : {}) });
  const home = (box: LayoutBox | undefined) => (box?.frame == null ? undefined : frames[box.frame]);
  for (const [index, box] of task.boxes.entries()) (home(box) ?? root).children.push(leaf(task, box, index));
  const chains = task.arrows.map((arrow, index) => {
    const [from, to] = [numbers.get(arrow.from) ?? 0, numbers.get(arrow.to) ?? 0];
    const ends = { from: `b${from}-out`, to: `a${index}-in` };
    if (whole) return [root.edge(ends.from, ends.to)];
    return throughDoors(root, { home: home(task.boxes[from]), away: home(task.boxes[to]) }, ends);
  });
  const framed = frames.map((frame, index) => frame.node(`f${index}`, whole ? {} : { ...options, "elk.portConstraints": "FIXED_SIDE" }));
  root.children.unshift(...framed.filter((frame) => frame.children.length > 0));
  return { root: root.node("root", {}), chains };
}

/** Only where most of it hangs together: pieces that do not are packed in parts, and as a whole stand in one long column. */
function laidOutWhole({ boxes, arrows }: LayoutTask): boolean {
  if (boxes.length > SMALL) return false;
  const piece = new Map(boxes.map(({ id }) => [id, new Set([id])]));
  for (const { from, to } of arrows) {
    const [one, other] = [piece.get(from), piece.get(to)];
    if (one === undefined || other === undefined || one === other) continue;
    for (const id of other) piece.set(id, one.add(id));
  }
  return [...piece.values()].some(({ size }) => size * 2 > boxes.length);
}

const CAREFUL: Options = { "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF", "elk.layered.thoroughness": "10" };
const QUICK: Options = { "elk.layered.nodePlacement.strategy": "LINEAR_SEGMENTS", "elk.layered.thoroughness": "3" };
const QUICKEST: Options = { "elk.layered.nodePlacement.strategy": "LINEAR_SEGMENTS", "elk.layered.thoroughness": "1" };

function framePadding(minWidth: number): Options {
  return {
    "elk.padding": "[top=34,left=14,bottom=14,right=14]",
    "elk.nodeSize.constraints": "[MINIMUM_SIZE]",
    "elk.nodeSize.minimum": `(${minWidth},40)`,
  };
}

function leaf(task: LayoutTask, { id, width, height }: LayoutBox, index: number): ElkNode {
  const arriving = task.arrows.flatMap((arrow: LayoutArrow, at) => (arrow.to === id ? [port(`a${at}-in`, "WEST")] : []));
  const ports = [port(`b${index}-out`, "EAST"), ...arriving];
  return { id: `b${index}`, width, height, layoutOptions: { "elk.portConstraints": "FIXED_SIDE" }, ports, children: [], edges: [] };
}

function port(id: string, side: "EAST" | "WEST"): ElkPort {
  return { id, width: 0, height: 0, layoutOptions: { "elk.port.side": side } };
}

/** One door out of a frame for a box, however many arrows of it leave; one door into a frame for all arrows of a box. */
function throughDoors(
  root: Draft,
  { home, away }: { readonly home: Draft | undefined; readonly away: Draft | undefined },
  { from, to }: { readonly from: string; readonly to: string },
): readonly string[] {
  if (home === away) return [(home ?? root).edge(from, to)];
  const out = home?.door(`${from}-door`, "EAST") ?? from;
  const into = away?.door(`${from}-into-${root.numberOf(away)}`, "WEST") ?? to;
  return [
    ...(home === undefined ? [] : [home.edge(from, out)]),
    root.edge(out, into),
    ...(away === undefined ? [] : [away.edge(into, to)]),
  ];
}

/** A node in the making: edges and doors that are asked for twice are made once. */
class Draft {
  readonly children: ElkNode[] = [];
  readonly #options: Options;
  readonly #ports = new Map<string, ElkPort>();
  readonly #edges = new Map<string, ElkEdge>();
  readonly #numbers = new Map<Draft, number>();

  constructor(options: Options) {
    this.#options = options;
  }

  edge(from: string, to: string): string {
    const id = `${from}>${to}`;
    if (!this.#edges.has(id)) this.#edges.set(id, { id, sources: [from], targets: [to] });
    return id;
  }

  door(id: string, side: "EAST" | "WEST"): string {
    if (!this.#ports.has(id)) this.#ports.set(id, port(id, side));
    return id;
  }

  /** Of another draft, in the order in which they are asked for. */
  numberOf(other: Draft): number {
    const number = this.#numbers.get(other) ?? this.#numbers.size;
    this.#numbers.set(other, number);
    return number;
  }

  node(id: string, more: Options): ElkNode {
    const layoutOptions = { ...more, ...this.#options };
    return { id, layoutOptions, ports: [...this.#ports.values()], children: this.children, edges: [...this.#edges.values()] };
  }
}
