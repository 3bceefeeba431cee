/** The totals of a review and the verdict they add up to. */
import type { ChangeCounts, Finding, LocationReview, ReviewSummary, Verdict } from "../types/review-report.ts";
import { countSeverities } from "./check-report.ts";

export interface SortedFindings {
  readonly new: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly existing: readonly Finding[];
}

export function summarise(locations: readonly LocationReview[], findings: SortedFindings): ReviewSummary {
  const changes = locations.flatMap((location) => location.changes);
  const changed = new Set(changes.filter((change) => change.subject.kind === "asset").map((change) => change.subject.name));
  const reached = locations.flatMap((location) => location.impact.downstream.map((asset) => asset.key));
  return {
    assets: countChanges(locations, true),
    definitions: countChanges(locations, false),
    breaking: changes.reduce((total, change) => total + change.breaking.length, 0),
    downstream: new Set(reached.filter((key) => !changed.has(key))).size,
    findings: {
      ...countSeverities(findings.new),
      wouldFail: findings.new.filter((finding) => finding.tier === "dagster-would-fail").length,
      fixed: findings.fixed.length,
      existing: findings.existing.length,
    },
  };
}

function countChanges(locations: readonly LocationReview[], assets: boolean): ChangeCounts {
  const counts = { added: 0, removed: 0, renamed: 0, moved: 0, changed: 0, unresolved: 0 };
  for (const change of locations.flatMap((location) => location.changes)) {
    if ((change.subject.kind === "asset") === assets) {
      counts[change.type] += 1;
    }
  }
  return counts;
}

/** Breaking before findings before changes: the worst word that is true. Infos alone are no findings. */
export function verdictOf(locations: readonly LocationReview[], summary: ReviewSummary): Verdict {
  if (summary.breaking > 0) {
    return "breaking";
  }
  if (summary.findings.errors + summary.findings.warnings > 0) {
    return "findings";
  }
  if (locations.length === 0) {
    return "nothing-of-dagster";
  }
  return locations.some((location) => location.status !== "unchanged") ? "changed" : "no-change";
}
