/** Everything there is to say about an analysis: what loading found, and what the rules find and no comment suppresses. */
import { compareKeys } from "../../base/order.ts";
import type { Analysis } from "../../dagster/analysis.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { orderDiagnostics } from "../../diagnostics/order.ts";
import type { LoadableTree } from "../../ports/source-store.ts";
import { runRules } from "../../rules/run-rules.ts";
import type { Configuration } from "../../types/configuration.ts";
import type { Engine } from "../analysis/engine.ts";
import { computeInRounds } from "../analysis/rounds.ts";

export interface JudgedState {
  readonly analysis: Analysis;
  /** What the analysis's own tree loads from. */
  readonly tree: LoadableTree;
  /** The state that a change starts from. */
  readonly base?: Analysis;
}

/** In the one order. Runs again while rules ask for files that are not loaded. */
export async function findDiagnostics(
  { analysis, tree, base }: JudgedState,
  configuration: Configuration,
  { parser }: Pick<Engine, "parser">,
): Promise<readonly Diagnostic[]> {
  const { needs } = analysis.files;
  const { found } = await computeInRounds(tree, () => {
    needs.clear();
    const found = runRules(analysis, configuration, { parser, ...(base ? { base } : {}) });
    return { found, needs: [...needs].sort(compareKeys) };
  });
  const ofLoading = analysis.locations.flatMap(({ diagnostics }) => diagnostics);
  return ofLoading.length === 0 ? found : orderDiagnostics([...ofLoading, ...found]);
}
