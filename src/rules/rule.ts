/** The shape of a rule: what it is called, what it claims, its documentation with executed examples, and one function that looks. */
import type { Location } from "../base/span.ts";
import type { Analysis, LoadedLocation } from "../dagster/analysis.ts";
import type { RepositoryGraph } from "../dagster/loading/graph/asset-graph.ts";
import type { ProjectFiles } from "../dagster/version/project-files.ts";
import type { Fix, RelatedLocation, Severity, Tier } from "../diagnostics/diagnostic.ts";
import type { NamedRule } from "../diagnostics/suppression/directive.ts";
import type { FileSuppressions } from "../diagnostics/suppression/suppressions.ts";
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
  | "dbt"
  | "runtime"
  | "practice"
  | "deprecations"
  | "suppressions";

export interface RuleDocs {
  /** "Two definitions of one asset key in a code location." */
  readonly what: string;
  /** Why it matters; for `dagster-would-fail` Dagster's own message, so that it can be searched. */
  readonly why: string;
  /** Of a rule about a change: the file before it. */
  readonly base?: string;
  /** A file of a code location that gives exactly one finding of this rule. */
  readonly example: string;
  /** The same, mended: gives none. */
  readonly instead: string;
  /** Where Dagster says or does so: documentation, or file@version. */
  readonly source: string;
  /** What a repository must have configured for the example to be a finding. */
  readonly configuration?: Partial<Configuration>;
  /** Where the example is no code location of its own: its path, and the files around it. Locations are then discovered. */
  readonly setting?: { readonly path: string; readonly files: Readonly<Record<string, string>> };
}

/**
 * A rule looks at one code location after the other, or once at the project with all of them, or at the comments that suppress findings once
 * all others have spoken.
 */
export type Rule = LocationRule | ProjectRule | SuppressionRule;

/** What there is to say about a rule. */
export interface RuleDescription {
  /** Kebab-case, equal to the file's name; reads as "allow NAME". */
  readonly name: string;
  readonly group: RuleGroup;
  readonly tier: Tier;
  readonly severity: Severity;
  /** Off until the configuration or `--select` names it: a matter of taste. */
  readonly onRequest?: true;
  /** Version of Dagsight that brought it. */
  readonly since: string;
  readonly fixable: "no" | "safe" | "unsafe";
  readonly docs: RuleDocs;
}

export interface LocationRule extends RuleDescription {
  check(context: RuleContext): void;
}

export interface ProjectRule extends RuleDescription {
  checkProject(context: ProjectContext): void;
}

export interface SuppressionRule extends RuleDescription {
  checkSuppressions(context: SuppressionContext): void;
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

export interface ProjectContext {
  readonly analysis: Analysis;
  /** The state that a change starts from; absent where one state is looked at alone. */
  readonly base: Analysis | undefined;
  /** Of the whole repository, Python or not. A file that is asked for and not loaded is brought, and the rules run again. */
  readonly files: ProjectFiles;
  readonly configuration: Configuration;
  report(finding: Reported): void;
}

export interface RuleContext extends ProjectContext {
  readonly location: LoadedLocation;
  readonly graphs: readonly RepositoryGraph[];
}

export interface SuppressionContext extends ProjectContext {
  /** Of the files that were judged, those that suppress or try to. */
  readonly suppressing: readonly FileSuppressions[];
  /** What a name in a directive came to. `not-judged`: the rule is off here, and nobody knows whether it would have found something. */
  outcomeOf(named: NamedRule, path: string): "used" | "unused" | "not-judged" | "unknown-rule";
  /** All that a directive may name. */
  readonly names: readonly string[];
}

export function defineRule<Kind extends Rule>(rule: Kind): Kind {
  return rule;
}
