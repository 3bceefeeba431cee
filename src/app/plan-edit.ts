/** Use case: what an edit of a project would change. Files that the edit asks for are loaded and it is asked again. */
import { DEFAULT_CONFIGURATION } from "../configuration/default-configuration.ts";
import type { Analysis, AnalysisOptions } from "../dagster/analysis.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { EditOutcome } from "../edit/change-set.ts";
import { editProject } from "../edit/edit-project.ts";
import type { EditRequest } from "../edit/edit-request.ts";
import type { LoadableTree } from "../ports/source-store.ts";
import { runRules } from "../rules/run-rules.ts";
import type { Engine } from "./analysis/engine.ts";
import { loadAnalysis } from "./analysis/load-analysis.ts";
import { computeInRounds } from "./analysis/rounds.ts";

export interface PlannedEdit {
  readonly outcome: EditOutcome;
  /** Code locations that were found: with none there is nothing to edit. */
  readonly locations: number;
}

export async function planEdit(tree: LoadableTree, options: AnalysisOptions, request: EditRequest, engine: Engine): Promise<PlannedEdit> {
  const analysis = await loadAnalysis(tree, options, engine);
  const context = { options, parser: engine.parser, lowered: engine.lowered, refusals: (read: Analysis) => refusals(read, engine) };
  const { outcome } = await computeInRounds(tree, () => editProject(analysis, request, context));
  return { outcome, locations: analysis.locations.length };
}

/** What Dagster would refuse for certain, whatever the project's configuration says of it. */
function refusals(analysis: Analysis, { parser }: Engine): readonly Diagnostic[] {
  return runRules(analysis, DEFAULT_CONFIGURATION, { parser }).filter(
    ({ tier, severity }) => tier === "dagster-would-fail" && severity === "error",
  );
}
