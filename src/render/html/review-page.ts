/**
 * The review as a page: verdict, numbers, the rendered lineage, tables, findings. It shows more than the comment, because a page scrolls.
 */
import type { Change, DiagramStatus, Finding, LocationReview, ReviewReport } from "../../types/review-report.ts";
import { STATUS_LOOKS, type StatusLook } from "../diagram/status-looks.ts";
import { lineLinks } from "../markdown/links.ts";
import { renderChangePicture } from "../svg/change-picture.ts";
import type { TemplateTexts } from "../templates.ts";
import { breakingSentences } from "../wording/breaking-words.ts";
import { describeChange, inReadingOrder, subjectLink } from "../wording/change-words.ts";
import { footerWords } from "../wording/footer-words.ts";
import { impactWords } from "../wording/impact-words.ts";
import { code, message, phrase } from "../wording/phrase.ts";
import { newFindings, type VerdictWords, verdictWords } from "../wording/verdict-words.ts";
import { type Html, phraseHtml, textHtml } from "./escape.ts";
import { createPage } from "./page.ts";

const MAX_ROWS = 500;

/** Not every machine has a font for emoji. */
const SIGNS: Readonly<Record<VerdictWords["sign"], string>> = { "✅": "✔", "⚠️": "⚠", "❌": "✖", ℹ️: "" };
/** Longer tables are folded. */
const OPEN_ROWS = 30;

export type PageRenderer = (report: ReviewReport) => string;

export function createReviewPageRenderer(templates: TemplateTexts): PageRenderer {
  const page = createPage(templates, "html/review.hbs");
  return (report) => page(textHtml(`${verdictWords(report).title} · ${report.repository.name}`), pageView(report));
}

function pageView(report: ReviewReport): object {
  const linkTo = lineLinks(report);
  const verdict = verdictWords(report);
  const changed = report.locations.filter((location) => location.status !== "unchanged");
  return {
    title: textHtml(verdict.title),
    sign: SIGNS[verdict.sign],
    tone: report.verdict === "breaking" || report.summary.findings.errors > 0 ? "bad" : verdict.sign === "⚠️" ? "unsure" : "good",
    repository: textHtml(`${report.repository.name}${report.repository.pullRequest === null ? "" : ` #${report.repository.pullRequest}`}`),
    cards: cards(report),
    breaking: report.locations.flatMap((location) => breakingSentences(location.changes).map((sentence) => phraseHtml(sentence, linkTo))),
    locations: changed.map((location, index) => locationView(location, report, index)),
    findings: report.findings.new.map((finding) => findingView(finding, report)),
    fixed: report.findings.fixed.map((finding) => findingView(finding, report)),
    unresolved: report.locations.flatMap((location) =>
      location.unresolved.map((entry) => ({
        what: phraseHtml(entry.subject === "location" ? phrase`definitions` : phrase`${code(entry.subject)} ${entry.field ?? ""}`, linkTo),
        why: phraseHtml(message(entry.message), linkTo),
        where: phraseHtml(
          [{ kind: "link", text: `${entry.file}:${entry.line}`, file: entry.file, line: entry.line, side: "head" }],
          linkTo,
        ),
      })),
    ),
    footer: footerWords(report).map((line) => phraseHtml(line, linkTo)),
  };
}

function cards(report: ReviewReport): readonly { readonly label: string; readonly number: string; readonly tone: string }[] {
  const { assets, definitions, downstream } = report.summary;
  const moved = assets.renamed + assets.moved;
  const others = Object.values(definitions).reduce((total, number) => total + number, 0);
  return [
    { label: "added", number: String(assets.added), tone: assets.added > 0 ? "added" : "none" },
    { label: "changed", number: String(assets.changed), tone: assets.changed > 0 ? "changed" : "none" },
    ...(moved > 0 ? [{ label: "renamed, moved", number: String(moved), tone: "renamed" }] : []),
    { label: "removed", number: String(assets.removed), tone: assets.removed > 0 ? "removed" : "none" },
    ...(assets.unresolved > 0 ? [{ label: "unresolved", number: String(assets.unresolved), tone: "unresolved" }] : []),
    { label: "downstream", number: String(downstream), tone: downstream > 0 ? "downstream" : "none" },
    { label: "jobs, schedules, …", number: String(others), tone: others > 0 ? "changed" : "none" },
    {
      label: "new findings",
      number: newFindings(report.summary) === "none" ? "0" : String(report.findings.new.length),
      tone: report.findings.new.length > 0 ? "removed" : "none",
    },
  ];
}

function locationView(location: LocationReview, report: ReviewReport, index: number): object {
  const linkTo = lineLinks(report);
  const ids = new Map(rowsOf(location, "asset").map(({ subject }, row) => [subject.name, `change-${index + 1}-${row + 1}`]));
  const picture = renderChangePicture(location.diagram, `What changes in ${location.name}`, ({ id }) =>
    ids.has(id) ? `#${ids.get(id)}` : null,
  );
  const drawn = new Set(picture?.diagram.boxes.map(({ status }) => status));
  const rows = (listed: readonly Change[]) =>
    listed.slice(0, MAX_ROWS).map((change) => ({
      id: change.subject.kind === "asset" ? ids.get(change.subject.name) : null,
      status: change.type,
      sign: STATUS_LOOKS[change.type].sign,
      breaking: change.breaking.length > 0,
      subject: phraseHtml(phrase`${change.subject.kind === "asset" ? "" : `${change.subject.kind} `}${subjectLink(change)}`, linkTo),
      words: phraseHtml(describeChange(change), linkTo),
    }));
  const impact = impactWords(location);
  return {
    name: textHtml(location.name),
    picture: picture?.svg ?? null,
    legend: Object.entries(STATUS_LOOKS)
      .filter(([status]) => drawn.has(status as DiagramStatus))
      .map(([, look]) => ({ sign: look.sign, word: look.word, style: chipStyle(look) })),
    tables: [
      { title: "Assets", rows: rows(rowsOf(location, "asset")) },
      {
        title: "Jobs, schedules, sensors, resources and checks",
        rows: rows(rowsOf(location, "other")),
      },
    ]
      .filter((table) => table.rows.length > 0)
      .map((table) => ({ ...table, open: table.rows.length <= OPEN_ROWS, count: table.rows.length })),
    impact: impact.length === 0 ? null : phraseHtml(impact, linkTo),
  };
}

/** As the tables show them. */
function rowsOf({ changes }: LocationReview, of: "asset" | "other"): readonly Change[] {
  return inReadingOrder(changes).filter(({ subject }) => (subject.kind === "asset") === (of === "asset"));
}

/** The picture's own colours, so that the legend shows what it explains. */
function chipStyle({ fill, stroke, ink, dash }: StatusLook): string {
  return `background:${fill};border-color:${stroke};color:${ink}${dash === null ? "" : ";border-style:dashed"}`;
}

function findingView(
  finding: Finding,
  report: ReviewReport,
): { readonly severity: string; readonly where: Html; readonly what: Html; readonly help: Html | null; readonly rule: Html } {
  const linkTo = lineLinks(report);
  return {
    severity: finding.severity,
    where: phraseHtml(
      [{ kind: "link", text: `${finding.file}:${finding.line}`, file: finding.file, line: finding.line, side: "head" }],
      linkTo,
    ),
    what: phraseHtml(message(finding.message), linkTo),
    help: finding.help === null ? null : phraseHtml(message(finding.help), linkTo),
    rule: textHtml(finding.rule),
  };
}
