/**
 * A code location of the graph document as selections see it: for who has the document and no analysis (the browser, the command line's
 * filter). What the document leaves unresolved stays uncertain here.
 */
import { groupBy } from "../../base/group-by.ts";
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import { type KeyId, keyId } from "../model/asset-key.ts";
import type { SelectionGraph, SelectionNode, UncertainAttribute } from "./selection-graph.ts";

const PARTITIONS = {
  daily: "time",
  hourly: "time",
  weekly: "time",
  monthly: "time",
  "time-window": "time",
  static: "static",
  dynamic: "dynamic",
  multi: "multipartitions",
} as const;

const EXECUTION = { asset: "materialization", observable: "observation", external: "none", stub: "none" } as const;

const FIELDS: Readonly<Record<string, UncertainAttribute>> = {
  group: "group",
  tags: "tags",
  owners: "owners",
  kinds: "kinds",
  partitions: "partitions",
  deps: "parents",
};

export function selectionGraphOfDocument(location: CodeLocation): SelectionGraph {
  const edgesInto = groupBy(location.edges, ({ to }) => to);
  const ids = new Map(location.nodes.map((node) => [node.key, keyId(node.keyPath)]));
  const parentsOf = (key: string): readonly KeyId[] => (edgesInto.get(key) ?? []).map(({ from }) => ids.get(from) ?? from);
  const missing = (subject: string) =>
    location.unresolved.some((gap) => gap.field === null && (gap.subject === "location" || gap.subject.startsWith(subject)));
  return {
    nodes: new Map(location.nodes.map((node) => [keyId(node.keyPath), selectionNode(node, parentsOf(node.key))])),
    checks: location.checks.map(({ asset, name }) => ({
      asset: location.nodes.find((node) => node.key === asset)?.keyPath ?? asset.split("/"),
      name,
    })),
    open: missing("asset:"),
    checksOpen: missing("check:"),
  };
}

function selectionNode(node: AssetNode, parents: readonly KeyId[]): SelectionNode {
  const id = keyId(node.keyPath);
  const uncertain = new Set(node.unresolved.flatMap((field) => FIELDS[field] ?? []));
  if (node.conditional) uncertain.add("existence");
  return {
    id,
    path: node.keyPath,
    group: node.group ?? "default",
    tags: node.tags,
    owners: node.owners,
    kinds: node.kinds,
    partitions: node.partitions ? PARTITIONS[node.partitions.type] : "none",
    execution: EXECUTION[node.kind],
    parents,
    executionSet: [id],
    ...(uncertain.size > 0 ? { uncertain } : {}),
  };
}
