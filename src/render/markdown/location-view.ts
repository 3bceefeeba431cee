/** One code location of the comment: its diagram, its tables, what it reaches. */
import type { Change, LocationReview } from "../../types/review-report.ts";
import type { DiagramSize } from "../diagram/change-boxes.ts";
import { STATUS_LOOKS } from "../diagram/status-looks.ts";
import { NEAR, renderChangeDiagram, renderGroupDiagram } from "../mermaid/change-diagram.ts";
import { describeChange, inReadingOrder, subjectLink } from "../wording/change-words.ts";
import { impactWords } from "../wording/impact-words.ts";
import { count, phrase } from "../wording/phrase.ts";
import type { Detail } from "./detail.ts";
import { type LinkTo, type Markdown, phraseMarkdown, textMarkdown, trusted } from "./escape.ts";

export interface DiagramView {
  readonly source: string;
  readonly legend: Markdown;
  readonly caption: Markdown;
}

interface TableView {
  readonly rows: readonly { readonly sign: Markdown; readonly subject: Markdown; readonly words: Markdown }[];
  readonly more: Markdown | null;
  /** The title under which a table too long to read at a glance is folded. */
  readonly folded: Markdown | null;
}

export interface LocationView {
  readonly heading: Markdown | null;
  readonly note: Markdown | null;
  readonly diagram: DiagramView | null;
  readonly assets: TableView;
  readonly definitions: TableView;
  readonly impact: Markdown | null;
}

const OPEN_ROWS = 20;

/** `headed`: the comment speaks of more than one location. */
export function locationView(location: LocationReview, detail: Detail, linkTo: LinkTo, headed: boolean): LocationView {
  const changes = inReadingOrder(location.changes);
  const assets = changes.filter((change) => change.subject.kind === "asset");
  const definitions = changes.filter((change) => change.subject.kind !== "asset");
  const impact = impactWords(location);
  return {
    heading: headed ? phraseMarkdown(phrase`Code location ${{ kind: "code", text: location.name }}`, linkTo) : null,
    note: noteOf(location),
    diagram: diagramView(location, detail),
    assets: tableView(assets, detail.rows, linkTo),
    definitions: tableView(definitions, detail.rows, linkTo),
    impact: impact.length === 0 ? null : phraseMarkdown(impact, linkTo),
  };
}

function noteOf(location: LocationReview): Markdown | null {
  if (location.status === "added" || location.status === "removed") {
    return textMarkdown(
      `This code location is ${location.status === "added" ? "new" : "gone"}: ${count(location.counts.assets, "asset")}.`,
    );
  }
  return null;
}

function diagramView(location: LocationReview, detail: Detail): DiagramView | null {
  if (detail.diagram === "none") {
    return null;
  }
  const size: DiagramSize = { hops: detail.diagram === "changed-only" ? 0 : NEAR.hops, maxNodes: detail.maxNodes };
  return sizedDiagramView(location, size, detail.diagram === "groups");
}

export function sizedDiagramView(location: LocationReview, size: DiagramSize, grouped: boolean): DiagramView | null {
  const diagram = grouped ? renderGroupDiagram(location.diagram, size.maxNodes) : renderChangeDiagram(location.diagram, size);
  if (diagram === null) {
    return null;
  }
  const caption = diagram.detail === "groups" ? "Lineage by asset group" : "Lineage";
  return { source: diagram.source, legend: legendOf(diagram.source), caption: trusted(caption) };
}

/** Only what the diagram shows. */
function legendOf(source: string): Markdown {
  const words = Object.entries(STATUS_LOOKS)
    .filter(([status]) => source.includes(`classDef ${status} `))
    .map(([, style]) => (style.sign === "" ? style.word : `${style.sign} ${style.word}`));
  return trusted(words.join(" · "));
}

function tableView(changes: readonly Change[], limit: number, linkTo: LinkTo): TableView {
  const hidden = changes.length - limit;
  return {
    rows: changes.slice(0, limit).map((change) => ({
      sign: trusted(change.breaking.length > 0 ? `💥 ${signOf(change)}` : signOf(change)),
      subject: subjectCell(change, linkTo),
      words: phraseMarkdown(describeChange(change), linkTo),
    })),
    more: hidden > 0 && limit > 0 ? trusted(`… and ${hidden} more`) : null,
    folded: changes.length > OPEN_ROWS ? trusted(count(changes.length, "change")) : null,
  };
}

function signOf(change: Change): string {
  const sign = STATUS_LOOKS[change.type].sign;
  return sign === "+" ? "**+**" : sign === "−" ? "**−**" : sign;
}

function subjectCell(change: Change, linkTo: LinkTo): Markdown {
  const kind = change.subject.kind === "asset" ? "" : `${change.subject.kind} `;
  return phraseMarkdown(phrase`${kind}${subjectLink(change)}`, linkTo);
}
