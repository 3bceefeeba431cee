/**
 * A finding about the user's repository, as plain data: no positions for people, no colours, no wording for one output.
 * Order and fingerprint are in files of their own.
 */
import type { Location } from "../base/span.ts";

/** What a finding claims: Dagster refuses to load this; Dagster loads it and it is a defect; it is a matter of practice. */
export type Tier = "dagster-would-fail" | "dagster-would-not-notice" | "practice";

/** Stands for the rule where a rule of ours has crashed. */
export const INTERNAL_ERROR = "internal-error";

export type Severity = "error" | "warning" | "info";

export interface RelatedLocation {
  readonly location: Location;
  /** Why this place matters to the finding: "also defined here". */
  readonly message: string;
}

/** Replaces `start..end` of a file by `text`; an insertion has `start === end`. */
export interface FileEdit extends Location {
  readonly text: string;
}

/**
 * - `safe`: valid syntax, comments kept, the same behaviour except for the defect.
 * - `unsafe`: valid syntax, but behaviour may change or a comment may be lost.
 * - `display-only`: a proposal to read, never applied by a machine.
 */
export type Applicability = "safe" | "unsafe" | "display-only";

export interface Fix {
  /** In the imperative: "Replace `compute_kind` by `kinds`". */
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly FileEdit[];
}

export interface Diagnostic {
  /** The rule's kebab-case name, its only identity. */
  readonly rule: string;
  readonly tier: Tier;
  readonly severity: Severity;
  /** What is wrong: one sentence, names in backticks, no full stop. */
  readonly message: string;
  /** Why it matters; for `dagster-would-fail` it quotes Dagster's own message. */
  readonly why?: string;
  /** What to do. */
  readonly help?: string;
  readonly location: Location;
  readonly related: readonly RelatedLocation[];
  /** `asset:KEY`, `job:NAME`, `file:PATH`, … */
  readonly subject?: string;
  readonly fix?: Fix;
}
