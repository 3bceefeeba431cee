/**
 * The review of one change, as plain data: what every output (comment, check run, terminal, HTML, SARIF, JSON) is rendered from.
 * Decisions are made before it; renderers only word it. Schema: `schemas/review-report.schema.json`.
 */
import type { AssetCheck, AssetNode, Job, Resource, Schedule, Sensor, SourceRange, Unresolved } from "./graph-document.ts";

export interface ReviewReport {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: "dagsight"; readonly version: string };
  readonly repository: ReviewedRepository;
  readonly verdict: Verdict;
  readonly summary: ReviewSummary;
  readonly locations: readonly LocationReview[];
  /** Diagnostics that the change brings, takes away, and leaves as they were. */
  readonly findings: { readonly new: readonly Finding[]; readonly fixed: readonly Finding[]; readonly existing: readonly Finding[] };
  readonly provenance: Provenance;
}

export interface ReviewedRepository {
  /** `owner/name`, or the folder's name for a local review. */
  readonly name: string;
  /** `https://github.com/owner/name`, when lines can be linked. */
  readonly url: string | null;
  readonly pullRequest: number | null;
}

/** Totals over all locations, so that every output says the same numbers. Assets and checks are apart from jobs, schedules, sensors and resources. */
export interface ReviewSummary {
  readonly assets: ChangeCounts;
  /** Jobs, schedules, sensors, resources and asset checks. */
  readonly definitions: ChangeCounts;
  /** Breaking reasons, over all changes. */
  readonly breaking: number;
  /** Assets that the change reaches and that did not change themselves. */
  readonly downstream: number;
  readonly findings: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    /** New findings because of which Dagster refuses to load. */
    readonly wouldFail: number;
    readonly fixed: number;
    readonly existing: number;
  };
}

export interface ChangeCounts {
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  readonly moved: number;
  readonly changed: number;
  readonly unresolved: number;
}

/** `nothing-of-dagster`: neither side has a code location. `no-change`: the graph is the same and no finding is new. */
export type Verdict = "nothing-of-dagster" | "no-change" | "changed" | "findings" | "breaking";

export interface Provenance {
  /** Commit ids; null for a working tree. */
  readonly base: { readonly ref: string; readonly commit: string | null };
  readonly head: { readonly ref: string; readonly commit: string | null };
  /** Paths of the change, relative to the repository root. */
  readonly changedFiles: readonly string[];
  readonly configuration: string | null;
  readonly environment: Readonly<Record<string, string>>;
}

/** One code location, present on either side. */
export interface LocationReview {
  readonly name: string;
  readonly root: string;
  readonly status: "added" | "removed" | "changed" | "unchanged";
  readonly counts: {
    readonly assets: number;
    readonly edges: number;
    readonly jobs: number;
    readonly schedules: number;
    readonly sensors: number;
    readonly checks: number;
    readonly resources: number;
    /** All that could not be read; `unresolved` below lists what concerns the change. */
    readonly unresolved: number;
  };
  readonly changes: readonly Change[];
  readonly impact: Impact;
  /** What the diagram draws from: changed nodes and their neighbourhood on both sides. */
  readonly diagram: DiagramGraph;
  /** What could not be read at the head and is new there, concerns a changed object, or may hide whole definitions. */
  readonly unresolved: readonly Unresolved[];
  /** Assumptions of the environment that changed objects rest on: `"REGION unset"`. */
  readonly assumes: readonly string[];
}

export type SubjectKind = "asset" | "check" | "job" | "schedule" | "sensor" | "resource";

/**
 * `moved`: the same name, defined in another file, nothing else. `unresolved`: something may have changed, and one of the
 * sides could not be read well enough to say what; no claim.
 */
export type ChangeType = "added" | "removed" | "renamed" | "moved" | "changed" | "unresolved";

/** One object that changed. An edge is told by the `dependencies` of the asset it leads to. */
export interface Change {
  /** The name of a check is `asset:name`. */
  readonly subject: { readonly kind: SubjectKind; readonly name: string };
  readonly type: ChangeType;
  /** The old name of a renamed object. */
  readonly previousName: string | null;
  /** Empty for removed objects; of an added one its dependencies, which the object does not hold. */
  readonly fields: readonly FieldChange[];
  /** Why it breaks somebody; empty when it does not. */
  readonly breaking: readonly BreakingChange[];
  /** At the head, or at the base for what was removed. */
  readonly source: SourceRange;
  /** Where it stood at the base, when it stands in another file now. */
  readonly previousSource: SourceRange | null;
  /** What kept us from comparing; null exactly when `type` is not `unresolved` and every field could be compared. */
  readonly uncertainty: Uncertainty | null;
  /** The object itself, for tables: at the head, or at the base for what was removed. */
  readonly object: AssetNode | AssetCheck | Job | Schedule | Sensor | Resource;
}

/** `side`: the one that could not be read. */
export interface Uncertainty {
  readonly side: "base" | "head";
  /** Fields that could not be compared; empty when it is the object's existence. */
  readonly fields: readonly FieldName[];
  /** In words a person can act on. */
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

export type FieldName =
  | "code"
  | "dependencies"
  | "partitions"
  | "group"
  | "kinds"
  | "owners"
  | "tags"
  | "description"
  | "metadata"
  | "code version"
  | "automation"
  | "checks"
  | "resources"
  | "I/O manager"
  | "kind"
  | "pool"
  | "retry policy"
  | "backfill policy"
  | "freshness policy"
  | "compute kind"
  | "assets"
  | "ops"
  | "cron"
  | "timezone"
  | "target"
  | "status"
  | "type"
  | "config"
  | "monitors"
  | "mapping"
  | "blocking"
  | "key path";

/** `added`/`removed` for sets and mappings, `before`/`after` for scalars; values are ready to print. */
export interface FieldChange {
  readonly field: FieldName;
  readonly before: string | null;
  readonly after: string | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export type BreakingReason =
  | "removed-with-consumers"
  | "renamed-with-consumers"
  | "partitions-changed"
  | "left-scheduled-job"
  | "key-collision"
  | "cron-never-fires"
  | "cron-far-more-often";

export interface BreakingChange {
  readonly reason: BreakingReason;
  /** Keys or names of what it breaks, sorted: `daily_revenue`, in another code location `reporting: daily_revenue`. */
  readonly affects: readonly string[];
}

/** What the change reaches. Distance 1 is a direct consumer. */
export interface Impact {
  /** Sorted by distance, then key. `location` is the code location that the asset is defined in. */
  readonly downstream: readonly { readonly key: string; readonly distance: number; readonly location: string }[];
  readonly jobs: readonly string[];
  readonly schedules: readonly string[];
  readonly sensors: readonly string[];
  readonly checks: readonly string[];
}

export type DiagramStatus = "added" | "removed" | "changed" | "renamed" | "moved" | "unresolved" | "downstream" | "context";

export interface DiagramGraph {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** Nodes in reach that are not listed because there are too many. */
  readonly omitted: number;
}

export interface DiagramNode {
  readonly key: string;
  /** Of a renamed asset. */
  readonly previousKey: string | null;
  readonly group: string | null;
  readonly kind: AssetNode["kind"];
  readonly kinds: readonly string[];
  readonly status: DiagramStatus;
  /** Hops from the nearest changed node; 0 for a changed one. */
  readonly distance: number;
  readonly findings: { readonly errors: number; readonly warnings: number };
}

/** `from` and `to` are keys of nodes in the same graph. */
export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly status: "added" | "removed" | "context";
}

/** A diagnostic with people's positions; the JSON of `dagsight check` holds the same objects. */
export interface Finding {
  readonly rule: string;
  readonly tier: "dagster-would-fail" | "dagster-would-not-notice" | "practice";
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly why: string | null;
  readonly help: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly subject: string | null;
  /** Other places that matter to it. */
  readonly related: readonly RelatedPlace[];
  readonly fix: FindingFix | null;
}

export interface RelatedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Why it matters: "also defined here". */
  readonly message: string;
}

export interface FindingFix {
  readonly title: string;
  readonly applicability: "safe" | "unsafe" | "display-only";
  readonly edits: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly text: string;
  }[];
}

/** `dagsight check --format json`. */
export interface CheckReport {
  readonly schemaVersion: 1;
  readonly findings: readonly Finding[];
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    /** Files with findings. */
    readonly files: number;
    /** Findings that the baseline accepts; they are not listed. */
    readonly baselined: number;
  };
}
