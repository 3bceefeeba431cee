/**
 * Assembles the review from two read sides: what changed, what it breaks and reaches, which findings it brings. The last place that
 * decides anything; what comes after only words the report. Deterministic, and JSON all through.
 */
import { compareKeys } from "../base/order.ts";
import { applyBaseline, type BaselineEntry } from "../diagnostics/baseline.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type MatchedDiagnostics, matchDiagnostics } from "../diagnostics/match.ts";
import type { ComparedLocation } from "../diff/compared-location.ts";
import type { LocationDiff } from "../diff/diff-location.ts";
import { diffLocations } from "../diff/diff-locations.ts";
import { buildImpactGraph, type ImpactGraph, impactOf } from "../diff/impact.ts";
import type { CodeLocation, Unresolved } from "../types/graph-document.ts";
import type { Finding, LocationReview, Provenance, ReviewedRepository, ReviewReport } from "../types/review-report.ts";
import { buildDiagramGraph } from "./diagram-graph.ts";
import { findingsOf, type TextOf } from "./finding.ts";
import { summarise, verdictOf } from "./review-summary.ts";

export interface ReviewSide {
  readonly locations: readonly ComparedLocation[];
  /** Of loading and of all rules. */
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: TextOf;
}

export interface ReviewInput {
  /** Of Dagsight. */
  readonly version: string;
  readonly repository: ReviewedRepository;
  readonly base: ReviewSide;
  readonly head: ReviewSide;
  /** Files that were renamed, by their path at the base. */
  readonly renames: ReadonlyMap<string, string>;
  readonly provenance: Provenance;
  /** Accepted findings: they are neither new nor existing. */
  readonly baseline: readonly BaselineEntry[];
}

export function buildReviewReport(input: ReviewInput): ReviewReport {
  const matched = withoutAccepted(matchDiagnostics(input.base.diagnostics, input.head.diagnostics, input.renames), input);
  const findings = {
    new: findingsOf(matched.new, input.head.textOf),
    fixed: findingsOf(matched.fixed, input.base.textOf),
    existing: findingsOf(matched.existing, input.head.textOf),
  };
  const diffs = diffLocations(input.base.locations, input.head.locations);
  const graph = buildImpactGraph(diffs);
  const locations = diffs.map((diff) => reviewLocation(diff, graph, findings.new));
  const summary = summarise(locations, findings);
  return {
    schemaVersion: 1,
    generator: { name: "dagsight", version: input.version },
    repository: input.repository,
    verdict: verdictOf(locations, summary),
    summary,
    locations,
    findings,
    provenance: { ...input.provenance, changedFiles: [...input.provenance.changedFiles].sort(compareKeys) },
  };
}

/** What was there before the change has the first claim on an entry. */
function withoutAccepted(matched: MatchedDiagnostics, { baseline, renames }: ReviewInput): MatchedDiagnostics {
  const pathsAtBase = new Map([...renames].map(([before, after]) => [after, before]));
  const { known } = applyBaseline([...matched.existing, ...matched.new], baseline, {
    pathOf: (path) => pathsAtBase.get(path) ?? path,
  });
  const accepted = new Set(known);
  const open = (diagnostics: readonly Diagnostic[]) => diagnostics.filter((diagnostic) => !accepted.has(diagnostic));
  return { ...matched, new: open(matched.new), existing: open(matched.existing) };
}

function reviewLocation(diff: LocationDiff, graph: ImpactGraph, findings: readonly Finding[]): LocationReview {
  const impact = impactOf(diff, graph);
  const side = diff.head ?? diff.base;
  return {
    name: side?.name ?? "",
    root: side?.root ?? "",
    status: statusOf(diff),
    counts: countObjects(side),
    changes: diff.changes,
    impact,
    diagram: buildDiagramGraph(diff, impact, findings),
    unresolved: concerning(diff),
    assumes: [...new Set(diff.changes.flatMap((change) => change.object.assumes))].sort(compareKeys),
  };
}

/** An old field of an untouched asset that nobody could ever read is no news to this review. */
function concerning(diff: LocationDiff): readonly Unresolved[] {
  const known = new Set(diff.base?.unresolved.map(identityOf));
  const touched = new Set(diff.changes.map((change) => `${change.subject.kind}:${change.subject.name}`));
  const relevant = diff.head?.unresolved.filter(
    (entry) => !known.has(identityOf(entry)) || entry.field === null || touched.has(entry.subject),
  );
  return diff.changes.length === 0 && relevant?.every((entry) => known.has(identityOf(entry))) === true ? [] : (relevant ?? []);
}

function identityOf(entry: Unresolved): string {
  return JSON.stringify([entry.subject, entry.field, entry.reason, entry.message, entry.file]);
}

function statusOf(diff: LocationDiff): LocationReview["status"] {
  if (diff.base === null) {
    return "added";
  }
  if (diff.head === null) {
    return "removed";
  }
  return diff.changes.length === 0 && concerning(diff).length === 0 ? "unchanged" : "changed";
}

function countObjects(location: CodeLocation | null): LocationReview["counts"] {
  return {
    assets: location?.nodes.filter((node) => node.kind !== "stub").length ?? 0,
    edges: location?.edges.length ?? 0,
    jobs: location?.jobs.length ?? 0,
    schedules: location?.schedules.length ?? 0,
    sensors: location?.sensors.length ?? 0,
    checks: location?.checks.length ?? 0,
    resources: location?.resources.length ?? 0,
    unresolved: location?.unresolved.length ?? 0,
  };
}
