/**
 * From the selection that Dagster code built to the one that is resolved: strings are parsed, places are kept for what Dagster refuses,
 * and what could not be read selects nobody knows what.
 */
import type { Location } from "../../base/span.ts";
import type { Unknown } from "../../python/value.ts";
import { type KeyId, type KeyPath, keyId } from "../model/asset-key.ts";
import type { SelectionExpression } from "../model/selection-expression.ts";
import type { AssetSelection } from "./asset-selection.ts";
import { type ResolvedSelection, resolveSelection, type SelectionError } from "./resolve-selection.ts";
import { selectionFromString } from "./selection-from-string.ts";
import type { SelectionGraph } from "./selection-graph.ts";

export interface JobSelection {
  readonly tree: AssetSelection;
  readonly resolved: ResolvedSelection;
  /** Keys that exist and cannot be executed: Dagster refuses an asset job that selects one. */
  readonly notExecutable: readonly KeyId[];
  readonly problems: readonly SelectionProblem[];
  /** Parts of the selection that could not be read. */
  readonly gaps: readonly Unknown[];
}

/** Something in a selection that Dagster refuses, with the place where it is written. */
export interface SelectionProblem {
  readonly at: Location;
  readonly error:
    | SelectionError
    | { readonly kind: "invalid-string"; readonly text: string; readonly message: string; readonly certain: true };
}

interface Reading {
  /** Where a key or a string is written, by the id of the key. */
  readonly places: Map<KeyId, Location>;
  readonly problems: SelectionProblem[];
  readonly gaps: Unknown[];
  readonly at: Location;
}

/** Resolves `expression` over `graph`; `at` is the place of problems that have none of their own. */
export function resolveExpression(expression: SelectionExpression, graph: SelectionGraph, at: Location): JobSelection {
  const reading: Reading = { places: new Map(), problems: [], gaps: [], at };
  const tree = treeOf(expression, reading);
  const resolved = resolveSelection(tree, graph);
  const notExecutable = [...resolved.assets.certain].filter((id) => {
    const node = graph.nodes.get(id);
    return node?.execution === "none" && !node.uncertain?.has("execution");
  });
  const refused = resolved.errors.map((error) => ({ at: placeOf(error, reading), error }));
  return { tree, resolved, notExecutable, problems: [...reading.problems, ...refused], gaps: reading.gaps };
}

function placeOf(error: SelectionError, { places, at }: Reading): Location {
  if (error.kind === "unknown-asset") return places.get(keyId(error.key)) ?? at;
  return at;
}

function treeOf(expression: SelectionExpression, reading: Reading): AssetSelection {
  switch (expression.kind) {
    case "all":
    case "key-prefixes":
    case "key-substring":
    case "groups":
    case "tag":
    case "owner":
      return expression;
    case "keys":
      note(expression.keys, expression.at, reading);
      return { kind: "keys", keys: expression.keys };
    case "kind":
      return { kind: "asset-kind", assetKind: expression.name, includeSources: expression.includeSources };
    case "string":
      return parseString(expression, reading);
    case "all-checks":
      return { kind: "all-asset-checks" };
    case "checks-for-keys":
      return { kind: "checks-for-assets", keys: expression.keys };
    case "check-keys":
      return { kind: "checks", checks: expression.checks };
    case "and":
    case "or":
      return { kind: expression.kind, operands: expression.operands.map((operand) => treeOf(operand, reading)) };
    case "subtract":
      return { kind: "subtract", left: treeOf(expression.left, reading), right: treeOf(expression.right, reading) };
    case "upstream":
    case "downstream":
      return { ...expression, child: treeOf(expression.child, reading) };
    case "sinks":
    case "roots":
    case "required-neighbors":
    case "materializable":
    case "upstream-sources":
      return { kind: expression.kind, child: treeOf(expression.child, reading) };
    case "dbt":
      reading.gaps.push({
        kind: "unknown",
        reason: "unsupported",
        message: "the selection of a dbt project is not resolved",
        at: reading.at,
      });
      return { kind: "unknown", message: "the selection of a dbt project is not resolved" };
    case "unknown":
      reading.gaps.push(expression.gap);
      return { kind: "unknown", message: expression.gap.message };
  }
}

function parseString(expression: Extract<SelectionExpression, { readonly kind: "string" }>, reading: Reading): AssetSelection {
  const parsed = selectionFromString(expression.text, expression.includeSources);
  if (!parsed.ok) {
    const error = { kind: "invalid-string", text: expression.text, message: parsed.error.message, certain: true } as const;
    reading.problems.push({ at: expression.at ?? reading.at, error });
    return { kind: "unknown", message: parsed.error.message };
  }
  noteKeysOf(parsed.selection, expression.at, reading);
  return parsed.selection;
}

function noteKeysOf(selection: AssetSelection, at: Location | undefined, reading: Reading): void {
  if (selection.kind === "keys") note(selection.keys, at, reading);
  else if ("child" in selection) noteKeysOf(selection.child, at, reading);
  else if ("operands" in selection) for (const operand of selection.operands) noteKeysOf(operand, at, reading);
}

function note(keys: readonly KeyPath[], at: Location | undefined, { places }: Reading): void {
  if (at) for (const key of keys) places.set(keyId(key), at);
}
