/** The shape of a rule: what it is called, what it claims, its documentation with executed examples, and one function that looks. */
import type { Location } from "../base/span.ts";
import type { LoadedLocation } from "../dagster/analysis.ts";
import type { RepositoryGraph } from "../dagster/loading/graph/asset-graph.ts";
import type { Fix, RelatedLocation, Severity, Tier } from "../diagnostics/diagnostic.ts";
import type { Unknown } from "../python/value.ts";
import type { Configuration } from "../types/configuration.ts";

/** Folders of `src/rules/`. */
export type RuleGroup =
  | "python"
  | "names"
  | "metadata"
  | "functions"
  | "resources"
  | "graph"
  | "multi-assets"
  | "ops"
  | "jobs"
  | "selections"
  | "schedules"
  | "cron"
  | "sensors"
  | "partitions"
  | "checks"
  | "loading"
  | "components"
  | "project"
  | "runtime"
  | "practice"
  | "deprecations";

export interface RuleDocs {
  /** "Two definitions of one asset key in a code location." */
  readonly what: string;
  /** Why it matters; for `dagster-would-fail` Dagster's own message, so that it can be searched. */
  readonly why: string;
  /** A file of a code location that gives exactly one finding of this rule. */
  readonly example: string;
  /** The same, mended: gives none. */
  readonly instead: string;
  /** Where Dagster says or does so: documentation, or file@version. */
  readonly source: string;
  /** What a repository must have configured for the example to be a finding. */
  readonly configuration?: Partial<Configuration>;
}

export interface Rule {
  /** Kebab-case, equal to the file's name; reads as "allow NAME". */
  readonly name: string;
  readonly group: RuleGroup;
  readonly tier: Tier;
  readonly severity: Severity;
  /** Version of Dagsight that brought it. */
  readonly since: string;
  readonly fixable: "no" | "safe" | "unsafe";
  readonly docs: RuleDocs;
  check(context: RuleContext): void;
}

/** What a rule says; name and tier are added. */
export interface Reported {
  readonly message: string;
  readonly why?: string;
  readonly help?: string;
  readonly location: Location;
  /** Where this finding weighs more or less than the rule does; a level that the configuration names wins over it. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedLocation[];
  readonly subject?: string;
  readonly fix?: Fix;
  /**
   * What keeps the finding from being certain: an absence in a place that is not wholly known, a definition that may not be there.
   * With any, an error or warning steps down to info and names the first.
   */
  readonly doubts?: readonly Unknown[];
}

export interface RuleContext {
  readonly location: LoadedLocation;
  readonly graphs: readonly RepositoryGraph[];
  readonly configuration: Configuration;
  report(finding: Reported): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
