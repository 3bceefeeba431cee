/** A finding about a file that configures Dagsight: the configuration itself, or the baseline. It has no rule that could be switched off. */
import type { Span } from "../base/span.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";

export interface ConfigurationProblem {
  readonly path: string;
  readonly span: Span;
  /** `error`: what was meant is not known. `warning`: it is passed over. */
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string | undefined;
}

export function configurationProblem({ path, span, severity, message, help }: ConfigurationProblem): Diagnostic {
  return {
    rule: "invalid-configuration",
    tier: "practice",
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    location: { path, start: span.start, end: span.end },
    related: [],
    subject: `file:${path}`,
  };
}
