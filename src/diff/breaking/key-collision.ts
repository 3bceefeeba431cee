/** A key that two definitions now claim: in one code location Dagster refuses to load, in two it shows whichever it meets first. */
import { compareKeys } from "../../base/order.ts";
import type { BreakingChange } from "../../types/review-report.ts";
import type { BreakingContext } from "./breaking-reasons.ts";

export function collidingKeys({ change, diff, index }: BreakingContext): BreakingChange | null {
  const key = change.subject.name;
  const definers = index.definers.head.get(key) ?? [];
  const own = diff.head?.name ?? "";
  if (change.subject.kind !== "asset" || change.type === "removed" || definers.length < 2 || !definers.includes(own)) {
    return null;
  }
  if ((index.definers.base.get(key) ?? []).length >= 2) {
    return null;
  }
  const others = [...new Set(definers.filter((name) => name !== own))].map((name) => `${name}: ${key}`);
  return { reason: "key-collision", affects: others.length === 0 ? [key] : others.sort(compareKeys) };
}
