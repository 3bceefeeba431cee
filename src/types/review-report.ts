/**
 * The review of one change, as plain data: what every output (comment, check run, terminal, HTML, SARIF, JSON) is rendered from.
 * Decisions are made before it; renderers only word it. Schema: `schemas/review-report.schema.json`.
 */
import type { AssetNode, Job, Resource, Schedule, Sensor, SourceRange, Unresolved } from "./graph-document.ts";

export const REVIEW_SCHEMA_VERSION = 1;

export interface ReviewReport {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: "dagsight"; readonly version: string };
  readonly repository: ReviewedRepository;
  readonly verdict: Verdict;
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
  };
  readonly changes: readonly Change[];
  readonly impact: Impact;
  /** What the diagram draws from: changed nodes and their neighbourhood on both sides. */
  readonly diagram: DiagramGraph;
  readonly unresolved: readonly Unresolved[];
  /** Assumptions of the environment that changed objects rest on: `"REGION unset"`. */
  readonly assumes: readonly string[];
}

export type SubjectKind = "asset" | "edge" | "check" | "job" | "schedule" | "sensor" | "resource";

/** One object that changed. `fields` is empty for added and removed objects. */
export interface Change {
  readonly subject: { readonly kind: SubjectKind; readonly name: string };
  readonly type: "added" | "removed" | "renamed" | "moved" | "changed";
  /** The old name of a renamed object. */
  readonly previousName: string | null;
  readonly fields: readonly FieldChange[];
  /** In words: why it breaks somebody; null when it does not. */
  readonly breaking: BreakingChange | null;
  /** At the head, or at the base for what was removed. */
  readonly source: SourceRange;
  readonly conditional: boolean;
  /** The object itself, for tables: at the head, or at the base for what was removed. */
  readonly object: AssetNode | Job | Schedule | Sensor | Resource | null;
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
  /** Keys or names of what it breaks. */
  readonly affects: readonly string[];
}

/** What the change reaches. Distance 1 is a direct consumer. */
export interface Impact {
  readonly downstream: readonly { readonly key: string; readonly distance: number }[];
  readonly jobs: readonly string[];
  readonly schedules: readonly string[];
  readonly sensors: readonly string[];
  readonly checks: readonly string[];
}

export type DiagramStatus = "added" | "removed" | "changed" | "renamed" | "downstream" | "context";

export interface DiagramGraph {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramNode {
  readonly key: string;
  readonly group: string | null;
  readonly kind: AssetNode["kind"];
  readonly kinds: readonly string[];
  readonly status: DiagramStatus;
  /** Hops from the nearest changed node; 0 for a changed one. */
  readonly distance: number;
  readonly findings: { readonly errors: number; readonly warnings: number };
}

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
  readonly fix: FindingFix | null;
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
  readonly summary: { readonly errors: number; readonly warnings: number; readonly infos: number; readonly files: number };
}
