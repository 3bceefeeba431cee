/** The verdict as one line, and the numbers under it. The sign stands for those who only glance. */
import type { ChangeCounts, ReviewReport, ReviewSummary } from "../../types/review-report.ts";
import { count } from "./phrase.ts";

export interface VerdictWords {
  readonly sign: "✅" | "⚠️" | "❌" | "ℹ️";
  readonly title: string;
}

export function verdictWords(report: ReviewReport): VerdictWords {
  const { summary, verdict } = report;
  const changes = changesInWords(summary);
  if (summary.findings.wouldFail > 0) {
    return { sign: "❌", title: `Dagster would not load this: ${count(summary.findings.wouldFail, "error")}` };
  }
  switch (verdict) {
    case "nothing-of-dagster":
      return { sign: "ℹ️", title: "No Dagster code location found" };
    case "no-change":
      return { sign: "✅", title: "No change to the asset graph" };
    case "breaking":
      return { sign: "❌", title: `${count(summary.breaking, "breaking change")}${changes === "" ? "" : ` — ${changes}`}` };
    case "findings":
      return {
        sign: summary.findings.errors > 0 ? "❌" : "⚠️",
        title: `${problemsInWords(summary)}${changes === "" ? "" : ` — ${changes}`}`,
      };
    default:
      return changedWords(report, changes);
  }
}

/** A graph that could not be read whole gets no clean bill. */
function changedWords(report: ReviewReport, changes: string): VerdictWords {
  const { assets, definitions } = report.summary;
  if (changes === "") {
    const gaps = report.locations.some((location) => location.unresolved.length > 0);
    return gaps
      ? { sign: "⚠️", title: "No change in what could be read of the asset graph" }
      : { sign: "✅", title: "Code locations changed, no definition did" };
  }
  return assets.unresolved + definitions.unresolved > 0
    ? { sign: "⚠️", title: `${changes}, nothing that could be read breaks` }
    : { sign: "✅", title: `${changes}, nothing ${assets.removed > 0 ? "that is left " : ""}breaks` };
}

/** `2 assets added, 1 changed; 1 definition changed`. Empty when nothing did. */
export function changesInWords(summary: ReviewSummary): string {
  const assets = countsInWords(summary.assets, "asset");
  const definitions = countsInWords(summary.definitions, "definition");
  return [assets, definitions].filter((part) => part !== "").join("; ");
}

/** `1 error, 2 warnings, 3 notes`; `none`. */
export function newFindings(summary: ReviewSummary): string {
  const { infos } = summary.findings;
  const parts = [problemsInWords(summary), infos === 0 ? "" : count(infos, "note")].filter((part) => part !== "");
  return parts.length === 0 ? "none" : parts.join(", ");
}

/** `1 error, 2 warnings`: what is news. Notes are advice, and of advice there may be any amount. */
function problemsInWords({ findings: { errors, warnings } }: ReviewSummary): string {
  const parts = [errors === 0 ? "" : count(errors, "error"), warnings === 0 ? "" : count(warnings, "warning")];
  return parts.filter((part) => part !== "").join(", ");
}

function countsInWords(counts: ChangeCounts, noun: string): string {
  const parts: string[] = [];
  for (const type of ["added", "changed", "renamed", "moved", "removed", "unresolved"] as const) {
    if (counts[type] > 0) {
      parts.push(`${parts.length === 0 ? count(counts[type], noun) : counts[type]} ${type}`);
    }
  }
  return parts.join(", ");
}
