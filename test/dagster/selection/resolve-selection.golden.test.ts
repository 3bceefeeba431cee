import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type KeyPath, keyId } from "../../../src/dagster/model/asset-key.ts";
import type { AssetSelection, CheckPath } from "../../../src/dagster/selection/asset-selection.ts";
import { resolveSelection } from "../../../src/dagster/selection/resolve-selection.ts";
import { selectionFromString } from "../../../src/dagster/selection/selection-from-string.ts";
import type { SelectionGraph, SelectionNode } from "../../../src/dagster/selection/selection-graph.ts";

type RecordedSelection =
  | AssetSelection
  | { readonly kind: "string"; readonly text: string; readonly includeSources: boolean }
  | { readonly kind: "tree" };

interface RecordedNode extends Omit<SelectionNode, "id" | "parents" | "executionSet"> {
  readonly parents: readonly KeyPath[];
  readonly executionSet: readonly KeyPath[];
}
interface RecordedGraph {
  readonly nodes: readonly RecordedNode[];
  readonly checks: readonly CheckPath[];
  readonly selections: readonly {
    readonly selection: RecordedSelection;
    readonly assets?: readonly string[];
    readonly checks?: readonly string[];
    readonly error?: string;
  }[];
}

const recorded: readonly RecordedGraph[] = JSON.parse(readFileSync(new URL("selection-goldens.json", import.meta.url), "utf8"));

function graphOf({ nodes, checks }: RecordedGraph): SelectionGraph {
  const entries = nodes.map(
    (node) =>
      [
        keyId(node.path),
        { ...node, id: keyId(node.path), parents: node.parents.map(keyId), executionSet: node.executionSet.map(keyId) },
      ] as const,
  );
  return { nodes: new Map(entries), checks, open: false, checksOpen: false };
}

/** Strings inside a recorded tree become what they parse to. */
function parsed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parsed);
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "string" && "text" in value && "includeSources" in value) {
    const result = selectionFromString(String(value.text), value.includeSources === true);
    return result.ok ? result.selection : expect.fail(`does not parse: ${value.text}`);
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, parsed(field)]));
}

describe("selections over random graphs", () => {
  test.each(recorded.map((graph, index) => ({ graph, index })))("select what Dagster selects in graph $index", ({ graph }) => {
    const selectionGraph = graphOf(graph);

    for (const { selection, assets, checks, error } of graph.selections) {
      const resolved = resolveSelection(parsed(selection) as AssetSelection, selectionGraph);
      const actual =
        resolved.errors.length > 0
          ? { selection, error: true }
          : { selection, assets: [...resolved.assets.certain].sort(), checks: [...resolved.checks.certain].sort() };

      expect(actual).toEqual(error === undefined ? { selection, assets, checks } : { selection, error: true });
      expect(resolved.assets.possible.size + resolved.checks.possible.size).toBe(0);
    }
  });
});
