/**
 * An asset selection as a tree, named after Dagster's `AssetSelection` subclasses. Made by the models of `AssetSelection`,
 * resolved over a graph by `selection/`. Strings stay strings here: their grammar belongs to `selection/`.
 * What could not be read is a node of its own, so the rest of the selection is still known.
 */
import type { Location } from "../../base/span.ts";
import type { Unknown } from "../../python/value.ts";
import type { KeyPath } from "./asset-key.ts";

export type SelectionExpression =
  | { readonly kind: "all"; readonly includeSources: boolean }
  /** Every key must exist, or Dagster does not load. */
  | { readonly kind: "keys"; readonly keys: readonly KeyPath[]; readonly at?: Location }
  | { readonly kind: "key-prefixes"; readonly prefixes: readonly KeyPath[]; readonly includeSources: boolean }
  | { readonly kind: "key-substring"; readonly substring: string; readonly includeSources: boolean }
  | { readonly kind: "groups"; readonly groups: readonly string[]; readonly includeSources: boolean }
  | { readonly kind: "tag"; readonly key: string; readonly value: string; readonly includeSources: boolean }
  /** `null`: assets without any. */
  | { readonly kind: "kind"; readonly name: string | null; readonly includeSources: boolean }
  | { readonly kind: "owner"; readonly owner: string | null }
  /** The selection language; `includeSources` as given to `from_string`. */
  | { readonly kind: "string"; readonly text: string; readonly includeSources: boolean; readonly at?: Location }
  | { readonly kind: "all-checks" }
  | { readonly kind: "checks-for-keys"; readonly keys: readonly KeyPath[] }
  | { readonly kind: "check-keys"; readonly checks: readonly { readonly asset: KeyPath; readonly name: string }[] }
  | { readonly kind: "and" | "or"; readonly operands: readonly SelectionExpression[] }
  | { readonly kind: "subtract"; readonly left: SelectionExpression; readonly right: SelectionExpression }
  /** `depth` null is without limit. */
  | {
      readonly kind: "downstream" | "upstream";
      readonly child: SelectionExpression;
      readonly depth: number | null;
      readonly includeSelf: boolean;
    }
  | {
      readonly kind: "sinks" | "roots" | "required-neighbors" | "materializable" | "upstream-sources";
      readonly child: SelectionExpression;
    }
  /** dbt's own selection of the assets of one manifest; resolved by whoever reads dbt projects. */
  | { readonly kind: "dbt"; readonly select: string; readonly exclude: string; readonly selector: string | null; readonly source: unknown }
  | { readonly kind: "unknown"; readonly gap: Unknown };
