/** Use case: the baseline that makes the present findings accepted. What this run could not have found stays as it was. */
import { type BaselineEntry, rewriteBaseline } from "../../diagnostics/baseline.ts";
import { INTERNAL_ERROR } from "../../diagnostics/diagnostic.ts";
import type { Engine } from "../analysis/engine.ts";
import { loadAnalysis } from "../analysis/load-analysis.ts";
import type { CheckRequest } from "./check-project.ts";
import { findDiagnostics } from "./find-diagnostics.ts";
import { judgedByRun } from "./judged-by-run.ts";

export interface AcceptRequest extends CheckRequest {
  /** Accept nothing new: only take out what is gone. */
  readonly pruneOnly: boolean;
}

export async function acceptFindings(request: AcceptRequest, engine: Engine): Promise<readonly BaselineEntry[]> {
  const { tree, options, configuration, baseline, pruneOnly } = request;
  const analysis = await loadAnalysis(tree, options, engine);
  const diagnostics = await findDiagnostics({ analysis, tree }, configuration, engine);
  return rewriteBaseline({
    before: baseline,
    // A defect of ours is nothing to get used to.
    found: diagnostics.filter(({ rule }) => rule !== INTERNAL_ERROR),
    isJudged: judgedByRun(analysis, request),
    pruneOnly,
    isGone: (path) => !tree.has(path),
  });
}
