/**
 * A removed or renamed asset that somebody reads. A consumer is an asset that depended on it at the base and is still there at
 * the head, or one that still names the old key; in any code location, because external assets tie them together by key.
 */
import { compareKeys } from "../../base/order.ts";
import type { BreakingChange } from "../../types/review-report.ts";
import type { LocationDiff } from "../diff-location.ts";
import type { BreakingContext } from "./breaking-reasons.ts";

export function brokenConsumers({ change, diff, all, index }: BreakingContext): BreakingChange | null {
  if (change.subject.kind !== "asset" || (change.type !== "removed" && change.type !== "renamed")) {
    return null;
  }
  const oldKey = change.previousName ?? change.subject.name;
  const affects = all.flatMap((other) => {
    const consumers = index.consumers.get(other)?.get(oldKey) ?? [];
    return other === diff ? consumers : consumers.map((key) => `${nameOf(other)}: ${key}`);
  });
  if (affects.length === 0 || index.definers.head.has(oldKey)) {
    return null;
  }
  return { reason: change.type === "removed" ? "removed-with-consumers" : "renamed-with-consumers", affects: affects.sort(compareKeys) };
}

function nameOf(diff: LocationDiff): string {
  return (diff.head ?? diff.base)?.name ?? "";
}
