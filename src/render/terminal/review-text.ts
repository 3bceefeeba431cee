/** The review and the diff as text: verdict, changes by location, what breaks, new findings with their code. */
import type { Change, LocationReview, ReviewReport } from "../../types/review-report.ts";
import { STATUS_LOOKS } from "../diagram/status-looks.ts";
import { printable } from "../printable.ts";
import { breakingSentences } from "../wording/breaking-words.ts";
import { describeChange, inReadingOrder } from "../wording/change-words.ts";
import { footerWords } from "../wording/footer-words.ts";
import { impactWords } from "../wording/impact-words.ts";
import { code, message, phrase } from "../wording/phrase.ts";
import { changesInWords, newFindings, verdictWords } from "../wording/verdict-words.ts";
import { findingText, type TextOptions } from "./findings-text.ts";
import { CHANGE_INKS, type Paint, paintWith } from "./palette.ts";
import { phraseText } from "./phrase-text.ts";

const UNRESOLVED_SHOWN = 20;

/** Ends in a newline. */
export function renderReviewText(report: ReviewReport, options: TextOptions): string {
  const paint = paintWith(options.colour);
  const { title } = verdictWords(report);
  const failed = report.verdict === "breaking" || report.summary.findings.errors > 0;
  const blocks = [
    paint("bold", paint(failed ? "red" : "green", title)),
    ...report.locations.filter((location) => location.status !== "unchanged").map((location) => locationText(location, paint)),
    breakingText(report, paint),
    findingsBlock(report, options, paint),
    unresolvedText(report, paint),
    footerWords(report)
      .map((line) => paint("dim", phraseText(line, paintWith(false))))
      .join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** `dagsight diff`: only what changed. Ends in a newline. */
export function renderDiffText(report: ReviewReport, options: Pick<TextOptions, "colour">): string {
  const paint = paintWith(options.colour);
  const changed = report.locations.filter((location) => location.status !== "unchanged");
  const words = changesInWords(report.summary);
  const blocks = [...changed.map((location) => locationText(location, paint)), words === "" ? "Nothing changed" : words];
  return `${blocks.join("\n\n")}\n`;
}

function locationText(location: LocationReview, paint: Paint): string {
  const status = location.status === "changed" ? "" : ` (${location.status})`;
  const lines = [
    `${paint("bold", printable(location.name))}${status}`,
    ...inReadingOrder(location.changes).map((change) => changeText(change, paint)),
  ];
  const impact = impactWords(location);
  return [...lines, ...(impact.length === 0 ? [] : [`  ${phraseText(impact, paint)}`])].join("\n");
}

function changeText(change: Change, paint: Paint): string {
  const sign = STATUS_LOOKS[change.type].sign;
  const name = `${change.subject.kind} ${phraseText([code(change.subject.name)], paint)}`;
  const place = paint("dim", `${printable(change.source.file)}:${change.source.line}`);
  const words = change.type === "removed" ? "" : `  ${phraseText(describeChange(change), paint)}`;
  return `  ${paint(CHANGE_INKS[change.type], sign)} ${name}${words}  ${place}`;
}

function breakingText(report: ReviewReport, paint: Paint): string {
  const lines = report.locations.flatMap((location) =>
    breakingSentences(location.changes).map((sentence) => `  ${phraseText(sentence, paint)}`),
  );
  return lines.length === 0 ? "" : [paint("red", "Breaking"), ...lines].join("\n");
}

function findingsBlock(report: ReviewReport, options: TextOptions, paint: Paint): string {
  const { findings, summary } = report;
  const fixed = findings.fixed.length > 0 ? [paint("green", `${findings.fixed.length} fixed`)] : [];
  if (findings.new.length === 0) {
    return fixed.join("");
  }
  const texts = findings.new.map((finding) => findingText(finding, paint, { sourceLine: options.sourceLine }));
  return [paint("bold", `New findings: ${newFindings(summary)}`), ...texts, ...fixed].join("\n").trimEnd();
}

function unresolvedText(report: ReviewReport, paint: Paint): string {
  const entries = report.locations.flatMap((location) => location.unresolved);
  const lines = entries.slice(0, UNRESOLVED_SHOWN).map((entry) => {
    const what =
      entry.subject === "location" ? phrase`definitions` : phrase`${code(entry.subject)}${entry.field === null ? "" : `, ${entry.field}`}`;
    return `  ${phraseText(phrase`${what}: ${message(entry.message)}`, paint)}  ${paint("dim", `${printable(entry.file)}:${entry.line}`)}`;
  });
  const more = entries.length > lines.length ? [`  … and ${entries.length - lines.length} more`] : [];
  return lines.length === 0 ? "" : [paint("magenta", "Could not be read, and nothing is claimed about it"), ...lines, ...more].join("\n");
}
