/** Use case: what lies between two states of a repository, told as a review. Both sides are read with what the other one taught. */
import type { Analysis, AnalysisOptions } from "../../dagster/analysis.ts";
import type { BaselineEntry } from "../../diagnostics/baseline.ts";
import { comparedLocation } from "../../diff/compared-location.ts";
import type { LoadableTree } from "../../ports/source-store.ts";
import { buildReviewReport, type ReviewSide } from "../../report/build-review-report.ts";
import type { TextOf } from "../../report/finding.ts";
import type { Configuration } from "../../types/configuration.ts";
import type { ReviewedRepository, ReviewReport } from "../../types/review-report.ts";
import type { Engine } from "../analysis/engine.ts";
import { loadAnalysis } from "../analysis/load-analysis.ts";
import { sourceTexts } from "../analysis/source-text.ts";
import { findDiagnostics } from "../check/find-diagnostics.ts";
import { loadBaseline } from "../check/load-baseline.ts";
import { changedFiles, renamedFiles } from "./changed-files.ts";

/** One side of a change. `commit` is null for what is in no commit: a working tree, a folder. */
export interface Revision {
  readonly tree: LoadableTree;
  /** As people name it: `main`, `working tree`. */
  readonly ref: string;
  readonly commit: string | null;
}

export interface ReviewRequest {
  readonly repository: ReviewedRepository;
  readonly base: Revision;
  readonly head: Revision;
  readonly options: AnalysisOptions;
  /** `undefined`: the graphs are compared, and no rule is run. */
  readonly rules: Configuration | undefined;
  /** In place of the one that the base has. */
  readonly baseline?: readonly BaselineEntry[];
  /** Where the configuration came from; null for the defaults. */
  readonly configurationOrigin: string | null;
}

export interface ReviewedChange {
  readonly report: ReviewReport;
  /** Of the head; for who shows a finding with its line of code. */
  readonly textOf: TextOf;
}

export async function reviewChange(request: ReviewRequest, engine: Engine): Promise<ReviewedChange> {
  const { base, head, options, rules } = request;
  const before = await loadAnalysis(base.tree, options, engine);
  const after = await loadAnalysis(head.tree, options, engine);
  const baseSide = reviewSide(
    before,
    rules === undefined ? [] : await findDiagnostics({ analysis: before, tree: base.tree }, rules, engine),
  );
  const headSide = reviewSide(
    after,
    rules === undefined ? [] : await findDiagnostics({ analysis: after, tree: head.tree, base: before }, rules, engine),
  );
  const report = buildReviewReport({
    version: engine.version,
    repository: request.repository,
    base: baseSide,
    head: headSide,
    renames: renamedFiles(base.tree, head.tree),
    // A change cannot accept its own findings: the base's baseline decides.
    baseline: request.baseline ?? (rules === undefined ? [] : (await loadBaseline(base.tree, rules.baseline)).entries),
    provenance: {
      base: { ref: base.ref, commit: base.commit },
      head: { ref: head.ref, commit: head.commit },
      changedFiles: changedFiles(base.tree, head.tree),
      configuration: request.configurationOrigin,
      environment: Object.fromEntries([...options.environment].sort()),
    },
  });
  return { report, textOf: headSide.textOf };
}

function reviewSide(analysis: Analysis, diagnostics: ReviewSide["diagnostics"]): ReviewSide {
  return {
    locations: analysis.locations.map(comparedLocation),
    diagnostics,
    textOf: sourceTexts(analysis),
  };
}
