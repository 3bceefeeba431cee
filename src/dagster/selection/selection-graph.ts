/**
 * The asset graph as far as selections look at it: the engine builds it from what it read, the browser from a graph document.
 * What is not known of a node is named in `uncertain`, and the answer then says which assets it is not sure of.
 */

import type { KeyId, KeyPath } from "../model/asset-key.ts";
import type { CheckPath } from "./asset-selection.ts";

export type UncertainAttribute =
  | "group"
  | "tags"
  | "owners"
  | "kinds"
  | "partitions"
  | "execution"
  | "parents"
  | "existence"
  | "execution-set";

export interface SelectionNode {
  readonly id: KeyId;
  readonly path: KeyPath;
  readonly group: string;
  /** All but `dagster/kind/*`. */
  readonly tags: Readonly<Record<string, string>>;
  readonly owners: readonly string[];
  readonly kinds: readonly string[];
  readonly partitions: "none" | "static" | "dynamic" | "time" | "multipartitions";
  /** External assets are both `observation` and `none`; only `materialization` is materializable. */
  readonly execution: "materialization" | "observation" | "none";
  readonly parents: readonly KeyId[];
  /** Assets that must be materialized together with this one; itself when it can be alone. */
  readonly executionSet: readonly KeyId[];
  readonly uncertain?: ReadonlySet<UncertainAttribute>;
}

export interface SelectionGraph {
  readonly nodes: ReadonlyMap<KeyId, SelectionNode>;
  readonly checks: readonly CheckPath[];
  /** True when assets may exist that the graph does not hold. */
  readonly open: boolean;
  /** True when checks on the graph's own assets may exist that it does not hold. */
  readonly checksOpen: boolean;
}
