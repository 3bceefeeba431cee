/** A partitions definition under which what was materialised has no place any more. */
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import type { BreakingChange } from "../../types/review-report.ts";
import { stillLineUp } from "../fields/partitions.ts";
import type { BreakingContext } from "./breaking-reasons.ts";

export function orphanedPartitions({ change, diff }: BreakingContext): BreakingChange | null {
  if (change.subject.kind !== "asset" || !change.fields.some((field) => field.field === "partitions")) {
    return null;
  }
  const base = nodeOf(diff.base, change.previousName ?? change.subject.name);
  const head = nodeOf(diff.head, change.subject.name);
  if (base === undefined || head === undefined || base.kind !== "asset" || stillLineUp(base.partitions, head.partitions)) {
    return null;
  }
  return { reason: "partitions-changed", affects: [head.key] };
}

function nodeOf(location: CodeLocation | null, key: string): AssetNode | undefined {
  return location?.nodes.find((node) => node.key === key);
}
