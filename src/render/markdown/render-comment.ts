/** The pull request comment: the report in GitHub Markdown, at the first step of the size ladder that fits. */
import type { Finding, LocationReview, ReviewReport } from "../../types/review-report.ts";
import { NEAR, WIDE } from "../mermaid/change-diagram.ts";
import { byteLength } from "../printable.ts";
import { compileTemplate, type TemplateTexts } from "../templates.ts";
import { breakingSentences } from "../wording/breaking-words.ts";
import { footerWords } from "../wording/footer-words.ts";
import { code, count, message, phrase } from "../wording/phrase.ts";
import { unresolvedByPlace, unresolvedPlace } from "../wording/unresolved-words.ts";
import { newFindings, verdictWords } from "../wording/verdict-words.ts";
import { type Detail, LADDER, MAX_COMMENT_BYTES } from "./detail.ts";
import { joinMarkdown, type LinkTo, type Markdown, phraseMarkdown, textMarkdown, trusted } from "./escape.ts";
import { lineLinks } from "./links.ts";
import { locationView, sizedDiagramView } from "./location-view.ts";

export interface RenderedComment {
  readonly body: string;
  readonly detail: Detail["name"];
}

/** `maxNodes`: nodes of the first diagram of a location; 40 when left out. */
export type CommentRenderer = (report: ReviewReport, maxNodes?: number) => RenderedComment;

interface CommentView {
  readonly sign: string;
  readonly title: Markdown;
  readonly breaking: readonly Markdown[];
  readonly summary: Markdown | null;
  readonly locations: readonly object[];
  readonly collapseDiagrams: boolean;
  readonly findings: { readonly rows: readonly object[]; readonly more: Markdown | null; readonly folded: Markdown | null };
  readonly folded: readonly { readonly title: Markdown; readonly body: Markdown }[];
  readonly footer: readonly Markdown[];
}

const SEVERITY_SIGNS: Readonly<Record<Finding["severity"], string>> = { error: "❌", warning: "⚠️", info: "ℹ️" };
/** Longer tables of findings are folded. */
const OPEN_FINDINGS = 20;
/** Above it, diagrams are folded, so that the comment stays one page. */
const OPEN_DIAGRAMS = 2;

export function createCommentRenderer(templates: TemplateTexts): CommentRenderer {
  const template = compileTemplate(templates, "comment/comment.hbs");
  return (report, maxNodes = NEAR.maxNodes) => {
    let smallest: RenderedComment = { body: "", detail: "counts" };
    for (const step of LADDER) {
      smallest = { body: tidy(template(commentView(report, { ...step, maxNodes }))), detail: step.name };
      if (byteLength(smallest.body) <= MAX_COMMENT_BYTES) {
        break;
      }
    }
    return smallest;
  };
}

function commentView(report: ReviewReport, detail: Detail): CommentView {
  const linkTo = lineLinks(report);
  const changed = report.locations.filter((location) => location.status !== "unchanged");
  const shown = changed.slice(0, detail.locations);
  const { sign, title } = verdictWords(report);
  return {
    sign,
    title: textMarkdown(title),
    breaking: breakingView(report, detail, linkTo),
    summary: hasNumbers(report) ? summaryTable(report) : null,
    locations: shown.map((location) => locationView(location, detail, linkTo, report.locations.length > 1)),
    collapseDiagrams: shown.length > OPEN_DIAGRAMS,
    findings: findingsView(
      report.findings.new.filter(({ severity }) => severity !== "info"),
      detail.rows,
      linkTo,
    ),
    folded: [
      ...noteList(report, detail, linkTo),
      ...shown.flatMap((location) => wideDiagram(location, detail)),
      ...unresolvedLists(report, detail, linkTo),
      ...fixedList(report, detail, linkTo),
    ],
    footer: footerWords(report).map((line) => phraseMarkdown(line, linkTo)),
  };
}

/** A table of nothing but dots says less than the line above it. */
function hasNumbers({ verdict, findings }: ReviewReport): boolean {
  return verdict !== "nothing-of-dagster" && (verdict !== "no-change" || findings.fixed.length > 0);
}

function breakingView(report: ReviewReport, detail: Detail, linkTo: LinkTo): readonly Markdown[] {
  const all = report.locations.flatMap((location) =>
    breakingSentences(location.changes).map((sentence) => phraseMarkdown(sentence, linkTo)),
  );
  const limit = Math.min(Math.max(detail.rows, 3), 10);
  return all.length <= limit ? all : [...all.slice(0, limit), trusted(`… and ${all.length - limit} more`)];
}

function summaryTable(report: ReviewReport): Markdown {
  const { assets, definitions, downstream, findings } = report.summary;
  const moved = assets.renamed + assets.moved + definitions.renamed + definitions.moved > 0;
  const unresolved = assets.unresolved + definitions.unresolved > 0;
  const columns = ["Added", "Changed", ...(moved ? ["Renamed, moved"] : []), "Removed", ...(unresolved ? ["Unresolved"] : [])];
  const cells = (counts: typeof assets) =>
    [
      counts.added,
      counts.changed,
      ...(moved ? [counts.renamed + counts.moved] : []),
      counts.removed,
      ...(unresolved ? [counts.unresolved] : []),
    ].map((number) => (number === 0 ? "·" : `**${number}**`));
  const touched = Object.values(definitions).some((number) => number > 0);
  const fixed = findings.fixed > 0 ? `, ${findings.fixed} fixed` : "";
  const rows = [
    ["", ...columns, "Downstream", "New findings"],
    [":---", ...columns.map(() => ":---:"), ":---:", ":---"],
    ["**Assets**", ...cells(assets), downstream === 0 ? "·" : `**${downstream}**`, `${newFindings(report.summary)}${fixed}`],
    ...(touched ? [["**Jobs, schedules, …**", ...cells(definitions), "", ""]] : []),
  ];
  return trusted(rows.map((row) => `| ${row.join(" | ")} |`).join("\n"));
}

function findingsView(findings: readonly Finding[], limit: number, linkTo: LinkTo): CommentView["findings"] {
  const ranked = [...findings].sort((left, right) => rank(left) - rank(right));
  const rows = ranked.slice(0, limit).map((finding) => ({
    sign: SEVERITY_SIGNS[finding.severity],
    where: phraseMarkdown(
      [{ kind: "link", text: `${finding.file}:${finding.line}`, file: finding.file, line: finding.line, side: "head" }],
      linkTo,
    ),
    what: joinMarkdown(
      [
        phraseMarkdown(phrase`${message(finding.message)} (${code(finding.rule)})`, linkTo),
        ...(finding.help === null ? [] : [phraseMarkdown(message(finding.help), linkTo)]),
      ],
      "<br>",
    ),
  }));
  const hidden = findings.length - rows.length;
  return {
    rows,
    more: hidden > 0 && limit > 0 ? trusted(`… and ${hidden} more`) : null,
    folded: rows.length > OPEN_FINDINGS ? trusted(count(findings.length, "finding")) : null,
  };
}

/** Advice: there for who wants it, and no news. */
function noteList(report: ReviewReport, detail: Detail, linkTo: LinkTo): CommentView["folded"] {
  const notes = report.findings.new.filter(({ severity }) => severity === "info");
  if (notes.length === 0 || detail.rows === 0) return [];
  const lines = notes.slice(0, detail.rows).map((note) => {
    const where = { kind: "link", text: `${note.file}:${note.line}`, file: note.file, line: note.line, side: "head" } as const;
    return trusted(`- ${phraseMarkdown(phrase`${where} — ${message(note.message)} (${code(note.rule)})`, linkTo)}`);
  });
  const more = notes.length > lines.length ? [trusted(`- … and ${notes.length - lines.length} more`)] : [];
  return [{ title: trusted(count(notes.length, "note")), body: joinMarkdown([...lines, ...more], "\n") }];
}

function rank(finding: Finding): number {
  return { error: 0, warning: 1, info: 2 }[finding.severity];
}

function wideDiagram(location: LocationReview, detail: Detail): CommentView["folded"] {
  const wider = location.diagram.nodes.some((node) => node.distance > 1);
  const diagram = detail.wide && wider ? sizedDiagramView(location, WIDE, false) : null;
  const near = sizedDiagramView(location, { hops: NEAR.hops, maxNodes: detail.maxNodes }, false);
  if (diagram === null || diagram.source === near?.source) {
    return [];
  }
  const title = trusted(`Wider lineage of ${textMarkdown(location.name)}`);
  return [{ title, body: trusted(`\`\`\`mermaid\n${diagram.source}\`\`\`\n\n<sub>${diagram.legend}</sub>`) }];
}

function unresolvedLists(report: ReviewReport, detail: Detail, linkTo: LinkTo): CommentView["folded"] {
  const entries = report.locations.flatMap((location) => location.unresolved);
  if (entries.length === 0 || detail.rows === 0) {
    return [];
  }
  const places = unresolvedByPlace(entries);
  const lines = places.slice(0, detail.rows).map((place) => trusted(`- ${phraseMarkdown(unresolvedPlace(place), linkTo)}`));
  const total = report.locations.reduce((sum, location) => sum + location.counts.unresolved, 0);
  const elsewhere =
    total > entries.length ? [trusted(`- ${count(total - entries.length, "more fact")} that this change does not touch`)] : [];
  const more = [
    ...(places.length > lines.length ? [trusted(`- … and ${count(places.length - lines.length, "more place")}`)] : []),
    ...elsewhere,
  ];
  const title = `Could not be read: ${count(places.length, "place")} — nothing is claimed about what depends on ${places.length === 1 ? "it" : "them"}`;
  return [{ title: trusted(title), body: joinMarkdown([...lines, ...more], "\n") }];
}

function fixedList(report: ReviewReport, detail: Detail, linkTo: LinkTo): CommentView["folded"] {
  const { fixed } = report.findings;
  if (fixed.length === 0 || detail.rows === 0) {
    return [];
  }
  const lines = fixed
    .slice(0, detail.rows)
    .map((finding) =>
      trusted(`- ${phraseMarkdown(phrase`${message(finding.message)} (${code(finding.rule)}, ${code(finding.file)})`, linkTo)}`),
    );
  const more = fixed.length > lines.length ? [trusted(`- … and ${fixed.length - lines.length} more`)] : [];
  return [{ title: trusted(`Fixed: ${count(fixed.length, "finding")}`), body: joinMarkdown([...lines, ...more], "\n") }];
}

/** No runs of empty lines, one newline at the end. */
function tidy(text: string): string {
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`;
}
