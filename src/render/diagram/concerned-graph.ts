/** The graph of a code location as seen from its findings: an asset that one names is at distance 0, its neighbours at 1, the rest far away. */
import { groupBy } from "../../base/group-by.ts";
import type { CodeLocation } from "../../types/graph-document.ts";
import type { DiagramGraph, Finding } from "../../types/review-report.ts";
import { NO_FINDINGS } from "./diagram.ts";

/** Infos are left out: they are advice, and on some projects every asset has one. */
export function concernedGraph({ nodes, edges }: CodeLocation, findings: readonly Finding[]): DiagramGraph {
  const named = groupBy(
    findings.filter(({ severity }) => severity !== "info"),
    ({ subject }) => subject ?? "",
  );
  const concerned = new Set(nodes.map(({ key }) => key).filter((key) => named.has(`asset:${key}`)));
  const near = new Set(edges.flatMap(({ from, to }) => (concerned.has(from) ? [to] : concerned.has(to) ? [from] : [])));
  return {
    nodes: nodes.map((node) => {
      const own = named.get(`asset:${node.key}`) ?? [];
      const errors = own.filter(({ severity }) => severity === "error").length;
      return {
        key: node.key,
        previousKey: null,
        group: node.group,
        kind: node.kind,
        kinds: node.kinds,
        status: "context",
        distance: concerned.has(node.key) ? 0 : near.has(node.key) ? 1 : Number.POSITIVE_INFINITY,
        findings: own.length === 0 ? NO_FINDINGS : { errors, warnings: own.length - errors },
      };
    }),
    edges: edges.map(({ from, to }) => ({ from, to, status: "context" })),
    omitted: 0,
  };
}
