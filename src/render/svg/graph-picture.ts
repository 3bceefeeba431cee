/**
 * `dagsight graph --format svg`: every code location as a section of one picture. What is too large to draw asset by asset is drawn by its
 * groups: a rule of sizes, not of time, so that equal graphs give equal pictures.
 */
import type { CodeLocation } from "../../types/graph-document.ts";
import { collapseByGroup } from "../diagram/collapse.ts";
import { boxId, type Diagram } from "../diagram/diagram.ts";
import { diagramOfLocation, groupedGraph } from "../diagram/graph-boxes.ts";
import { count } from "../wording/phrase.ts";
import { type PictureSection, renderPicture } from "./picture.ts";

/** Beyond them a picture takes more than seconds, and nobody could follow its lines. */
const MAX_BOXES = 1500;
const MAX_ARROWS = 1800;
const MAX_GROUPS = 200;

export interface GraphPictureOptions {
  /** Where a click on an asset leads: `#asset-1-12`. */
  readonly linkOf?: (location: CodeLocation, key: string) => string | null;
}

/** Ends in a newline. Code locations without assets are left out of the picture, and of nothing else. */
export function renderGraphPicture(locations: readonly CodeLocation[], options: GraphPictureOptions = {}): string {
  const shown = locations.filter(({ nodes }) => nodes.length > 0);
  if (shown.length === 0)
    return renderPicture([{ heading: null, caption: "No assets to draw.", diagram: { boxes: [], arrows: [] } }], {
      description: "No assets",
    });
  const whole = drawnWhole(shown);
  const sections = shown.map((location): PictureSection => {
    const heading = locations.length > 1 ? location.name : null;
    if (whole.has(location)) return { heading, caption: null, diagram: diagramOfLocation(location) };
    return { heading, caption: captionOf(location), diagram: collapseByGroup(groupedGraph([location]), MAX_GROUPS) };
  });
  return renderPicture(sections, { description: description(shown), ...linksOf(shown, options) });
}

/** The smaller ones first, as long as all together stay in bounds. */
function drawnWhole(locations: readonly CodeLocation[]): ReadonlySet<CodeLocation> {
  const whole = new Set<CodeLocation>();
  let [boxes, arrows] = [0, 0];
  for (const location of [...locations].sort((left, right) => left.nodes.length - right.nodes.length)) {
    boxes += location.nodes.length;
    arrows += location.edges.length;
    if (boxes <= MAX_BOXES && arrows <= MAX_ARROWS) whole.add(location);
  }
  return whole;
}

function captionOf({ nodes, edges }: CodeLocation): string {
  const size = `${count(nodes.length, "asset")} and ${count(edges.length, "dependency", "dependencies")}`;
  return `${size} are too many to draw one by one: these are their groups. --select draws a part.`;
}

function description(locations: readonly CodeLocation[]): string {
  const sum = (of: (location: CodeLocation) => number) => locations.reduce((total, location) => total + of(location), 0);
  const names = locations.map(({ name }) => name).join(", ");
  const edges = count(
    sum((location) => location.edges.length),
    "dependency",
    "dependencies",
  );
  return `Asset graph of ${names}: ${count(
    sum((location) => location.nodes.length),
    "asset",
  )}, ${edges}`;
}

function linksOf(
  locations: readonly CodeLocation[],
  { linkOf }: GraphPictureOptions,
): { readonly linkOf?: (box: Diagram["boxes"][number]) => string | null } {
  if (linkOf === undefined) return {};
  const links = new Map(locations.flatMap((location) => location.nodes.map(({ key }) => [boxId(location, key), linkOf(location, key)])));
  return { linkOf: (box) => links.get(box.id) ?? null };
}
