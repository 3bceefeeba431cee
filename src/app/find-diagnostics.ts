/** Everything there is to say about an analysis: what loading found, and what the rules find. */
import type { Analysis } from "../dagster/analysis.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderDiagnostics } from "../diagnostics/order.ts";
import { runRules } from "../rules/run-rules.ts";
import type { Configuration } from "../types/configuration.ts";

export function findDiagnostics(analysis: Analysis, configuration: Configuration): readonly Diagnostic[] {
  return orderDiagnostics([...analysis.locations.flatMap(({ diagnostics }) => diagnostics), ...runRules(analysis, configuration)]);
}
