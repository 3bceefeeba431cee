/**
 * How one definition came to be, as `dagsight graph --explain NAME --format json` prints it. Schema: `schemas/explanation.schema.json`.
 *
 * Everything has its place; the code that stands there is for whoever shows it. Lists are in the order in which things happened.
 */
import type { SourceRange, UnresolvedReason } from "./graph-document.ts";

export interface ExplanationDocument {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: "dagsight"; readonly version: string };
  readonly environment: Readonly<Record<string, string>>;
  /** One for each definition of the name: an asset and a job may share it, and so may two code locations. */
  readonly explanations: readonly Explanation[];
}

export type SubjectKind = "asset" | "check" | "job" | "schedule" | "sensor" | "resource";

export interface Explanation {
  /** Of the code location. */
  readonly location: string;
  readonly entry: string;
  readonly subject: SubjectKind;
  /** `raw/orders`, `raw/orders:no_nulls`, `daily`. */
  readonly name: string;
  /** `asset`, `external`, `stub` of an asset; `op` of a job; `standard` of a sensor; null for what has no kinds. */
  readonly kind: string | null;
  /** Null for a key that is only named. */
  readonly definition: DefinitionSite | null;
  /** The line of a data file that it comes from, where there is one: a model of dbt, a table in YAML. */
  readonly writtenAt: SourceRange | null;
  /** Calls of the repository's own functions that lead to the definition, outermost first: the factory behind it. At most the innermost eight. */
  readonly calls: readonly SourceRange[];
  /** What changed it after it was defined. */
  readonly steps: readonly DerivationStep[];
  /** The loaders and `Definitions` that hold it in the end. */
  readonly heldBy: readonly CallSite[];
  /** Places that name a key which nothing defines, or that define it again. */
  readonly mentions: readonly Mention[];
  /** Path of the component that made it. */
  readonly component: string | null;
  /** Only what has a value, was changed or is not known; one field where one was asked for. */
  readonly fields: readonly FieldExplanation[];
  readonly conditional: { readonly reason: string; readonly place: SourceRange } | null;
  readonly assumes: readonly string[];
}

export interface DefinitionSite {
  /** `@asset`, `AssetSpec`, `define_asset_job`; what the graph document calls it where no call is known. */
  readonly by: string;
  /** `shop.assets:orders`. */
  readonly function: string | null;
  readonly place: SourceRange;
}

export interface CallSite {
  /** `load_assets_from_modules`. */
  readonly by: string;
  readonly place: SourceRange;
}

export interface DerivationStep extends CallSite {
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

export interface Mention {
  readonly how: "named" | "defined-again";
  readonly place: SourceRange;
}

export interface FieldExplanation {
  readonly field: string;
  /** As in the graph document; for dependencies the keys. */
  readonly value: unknown;
  readonly origin: FieldOrigin | null;
  /** The members, where each has an origin of its own: dependencies, configuration. */
  readonly members: readonly FieldMember[];
  /** Why it is not, or not fully, known: each chain from what was met to its root. Empty: it is known. */
  readonly unknown: readonly (readonly UnknownCause[])[];
}

/**
 * - `argument`: given to the call that defines it, or to one of its steps
 * - `function`: the decorated function says it (its name, its parameters, its docstring)
 * - `data`: written in a data file
 * - `default`: nobody says anything; Dagster's own default
 */
export type OriginKind = "argument" | "function" | "data" | "default";

export interface FieldOrigin {
  readonly how: OriginKind;
  /** `group_name= of load_assets_from_modules`, `the docstring`. */
  readonly words: string;
  readonly place: SourceRange | null;
  /** Where the literal stands that the value comes from, when that is another place. */
  readonly literal: SourceRange | null;
}

export interface FieldMember {
  readonly name: string;
  /** `parameter`, `resolved by its group`; the variable behind a configuration. */
  readonly words: string;
  readonly place: SourceRange | null;
}

export interface UnknownCause {
  readonly reason: UnresolvedReason;
  readonly message: string;
  readonly place: SourceRange;
}
