/**
 * A selection of assets as data: what `AssetSelection.*` methods, its operators and the selection language build.
 * One node for each class in Dagster's asset_selection.py; what it selects is `resolve-selection.ts`.
 * `unknown` stands where a part of the selection could not be read: it may select anything.
 */
import type { Span } from "../../base/span.ts";
import type { KeyPath } from "../model/asset-key.ts";

interface Parsed {
  /** Where it stands in the selection string, when it was parsed from one. */
  readonly span?: Span;
}
interface Sources {
  /** External assets are selected too. */
  readonly includeSources: boolean;
}
interface Chained {
  readonly child: AssetSelection;
}

/** Attributes that only Dagster's web interface can resolve: in code they fail when a job resolves them. */
export type InterfaceAttribute =
  | "code_location"
  | "status"
  | "column"
  | "table_name"
  | "column_tag"
  | "changed_in_branch"
  | "automation_type"
  | "sensor"
  | "schedule"
  | "job";

export interface CheckPath {
  readonly asset: KeyPath;
  readonly name: string;
}

export type AssetSelection = Parsed &
  (
    | ({ readonly kind: "all" } & Sources)
    | { readonly kind: "all-asset-checks" }
    /** Exact keys; a missing one is an error. */
    | { readonly kind: "keys"; readonly keys: readonly KeyPath[] }
    /** `key:raw/*`: matched against the user string; nothing found is no error. */
    | { readonly kind: "key-wildcard"; readonly pattern: string }
    | ({ readonly kind: "key-prefixes"; readonly prefixes: readonly KeyPath[] } & Sources)
    | ({ readonly kind: "key-substring"; readonly substring: string } & Sources)
    | ({ readonly kind: "groups"; readonly groups: readonly string[] } & Sources)
    | ({ readonly kind: "group-wildcard"; readonly pattern: string } & Sources)
    | ({ readonly kind: "tag"; readonly key: string; readonly value: string } & Sources)
    /** `owner: null` is `owner:<null>`, which selects nothing. */
    | { readonly kind: "owner"; readonly owner: string | null }
    /** `assetKind: null`: assets without any kind. */
    | ({ readonly kind: "asset-kind"; readonly assetKind: string | null } & Sources)
    | { readonly kind: "is"; readonly attribute: "external" | "materializable" }
    /** `none`, `static`, `dynamic`, `time`, `multipartitions`; any other selects nothing. */
    | { readonly kind: "partitions"; readonly partitions: string | null }
    | { readonly kind: "interface-only"; readonly attribute: InterfaceAttribute; readonly value: string | null }
    | { readonly kind: "checks"; readonly checks: readonly CheckPath[] }
    | { readonly kind: "checks-for-assets"; readonly keys: readonly KeyPath[] }
    | { readonly kind: "and" | "or"; readonly operands: readonly AssetSelection[] }
    | { readonly kind: "subtract"; readonly left: AssetSelection; readonly right: AssetSelection }
    /** `depth: null` is unlimited. */
    | ({ readonly kind: "upstream" | "downstream"; readonly depth: number | null; readonly includeSelf: boolean } & Chained)
    | ({ readonly kind: "sinks" | "roots" | "required-neighbors" | "materializable" | "upstream-sources" } & Chained)
    | { readonly kind: "unknown"; readonly message: string }
  );

/** `left | right`. */
export function union(left: AssetSelection, right: AssetSelection): AssetSelection {
  return { kind: "or", operands: [...operandsOf("or", left), ...operandsOf("or", right)] };
}

/** `left & right`. */
export function intersection(left: AssetSelection, right: AssetSelection): AssetSelection {
  return { kind: "and", operands: [...operandsOf("and", left), ...operandsOf("and", right)] };
}

/** As Dagster's operators do: `(a | b) | c` is one union of three. */
function operandsOf(kind: "and" | "or", selection: AssetSelection): readonly AssetSelection[] {
  return (selection.kind === "and" || selection.kind === "or") && selection.kind === kind ? selection.operands : [selection];
}
