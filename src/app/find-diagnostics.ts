/** Everything there is to say about an analysis: what loading found, and what the rules find. */
import { compareKeys } from "../base/order.ts";
import type { Analysis } from "../dagster/analysis.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderDiagnostics } from "../diagnostics/order.ts";
import type { LoadableTree } from "../ports/source-store.ts";
import { runRules } from "../rules/run-rules.ts";
import type { Configuration } from "../types/configuration.ts";
import { computeInRounds } from "./rounds.ts";

/** `tree` is the analysis's own; `base` the state that a change starts from. Runs again while rules ask for files that are not loaded. */
export async function findDiagnostics(
  analysis: Analysis,
  configuration: Configuration,
  tree: LoadableTree,
  base?: Analysis,
): Promise<readonly Diagnostic[]> {
  const { needs } = analysis.files;
  const { found } = await computeInRounds(tree, () => {
    needs.clear();
    const found = runRules(analysis, configuration, base ? { base } : {});
    return { found, needs: [...needs].sort(compareKeys) };
  });
  return orderDiagnostics([...analysis.locations.flatMap(({ diagnostics }) => diagnostics), ...found]);
}
