/**
 * The configuration of Dagsight: what `.github/dagsight.yml` or `[tool.dagsight]` in pyproject.toml may say (everything optional),
 * and what comes out of it when all layers are merged (everything present). Schema of the file: `schemas/configuration.schema.json`.
 */

/** A finding of a rule that is `off` is not made; any other level replaces the severity that the rule comes with. */
export type RuleLevel = "off" | "info" | "warning" | "error";

/** Globs over paths relative to the repository root: `**` crosses folders, `*` and `?` do not, `{a,b}` is a choice. */
export interface PathSelection {
  /** Empty means everything. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Levels for some paths only. Later overrides win over earlier ones, and all of them over `rules`. */
export interface RuleOverride {
  readonly paths: readonly string[];
  /** By rule or group name. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
}

/**
 * What happens to the comment of an earlier run: `update` edits it in place, `new` leaves it and adds one, `hide-and-new` and
 * `delete-and-new` put it away then, `escalate` edits in place and does as `hide-and-new` when the verdict got worse, `off` never comments.
 */
export type CommentBehaviour = "update" | "escalate" | "new" | "hide-and-new" | "delete-and-new" | "off";

export interface CommentConfiguration {
  readonly behaviour: CommentBehaviour;
  /** Nodes of the first diagram; beyond it the diagram is collapsed by group. 1 to 200. */
  readonly maxNodes: number;
}

export interface CheckConfiguration {
  /** The least severity at which the check run concludes with a failure. */
  readonly failOn: "error" | "warning" | "never";
  /** True: only findings that the change brings decide the conclusion. */
  readonly newOnly: boolean;
}

/** Comments that suppress findings: `# dagsight: ignore[rule-name] reason`. */
export interface SuppressionConfiguration {
  /** Every one has to say why. */
  readonly requireReason: boolean;
}

export interface HealthConfiguration {
  /** Keep a dashboard issue. */
  readonly issue: boolean;
  readonly schedule: "daily" | "weekly" | "monthly" | "never";
}

export interface ScaffoldConfiguration {
  /** Answer issue forms with pull requests. */
  readonly enabled: boolean;
  /** Open them as drafts. */
  readonly draft: boolean;
  /** Folder with the repository's own templates; null: only the built-in ones. */
  readonly templates: string | null;
}

export interface ThresholdConfiguration {
  /** Lines of an asset's function from which it is too large. */
  readonly "asset-lines": number;
  /** Direct consumers from which an asset wants a check. */
  readonly "check-from-downstream": number;
  /** Seconds below which the interval of a sensor is short. */
  readonly "sensor-interval-seconds": number;
}

/** The merged configuration: every key present. */
export interface Configuration {
  /** The environment that the code is read in; every variable that is not named counts as unset. */
  readonly environment: Readonly<Record<string, string>>;
  /** Which folders are searched for code locations. */
  readonly locations: PathSelection;
  /** Which files findings may be about. */
  readonly paths: PathSelection;
  /** By rule or group name; a rule's own entry wins over its group's. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly overrides: readonly RuleOverride[];
  /** Rules or groups to run; empty means all. */
  readonly select: readonly string[];
  /** Rules or groups not to run; wins over `select`. */
  readonly ignore: readonly string[];
  /** Fields every asset must have: `owners`, `description`, `metadata.<key>`, `tags.<key>`, … */
  readonly requiredMetadata: readonly string[];
  /** Limits of rules. */
  readonly thresholds: ThresholdConfiguration;
  readonly comment: CommentConfiguration;
  readonly check: CheckConfiguration;
  readonly suppressions: SuppressionConfiguration;
  readonly health: HealthConfiguration;
  readonly scaffold: ScaffoldConfiguration;
  /** File of accepted findings, relative to the repository root: they are not reported again. It need not be there; null: none. */
  readonly baseline: string | null;
}

/** What one file says: any part of a {@link Configuration}. */
export interface ConfigurationFile {
  readonly $schema?: string;
  /** Repository whose `.github/dagsight.yml` is the layer below this file: `name` (same owner) or `owner/name`. */
  readonly _extends?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly locations?: Partial<PathSelection>;
  readonly paths?: Partial<PathSelection>;
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  readonly overrides?: readonly RuleOverride[];
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly requiredMetadata?: readonly string[];
  readonly thresholds?: Partial<ThresholdConfiguration>;
  readonly comment?: Partial<CommentConfiguration>;
  readonly check?: Partial<CheckConfiguration>;
  readonly suppressions?: Partial<SuppressionConfiguration>;
  readonly health?: Partial<HealthConfiguration>;
  readonly scaffold?: Partial<ScaffoldConfiguration>;
  readonly baseline?: string | null;
}
