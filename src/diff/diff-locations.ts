/** The diff of a whole repository: its code locations paired, each compared, then what only all of them together tell. */
import { breakingReasons } from "./breaking/breaking-reasons.ts";
import { indexDefinitions } from "./breaking/definition-index.ts";
import type { ComparedLocation } from "./compared-location.ts";
import { diffLocation, type LocationDiff } from "./diff-location.ts";
import { pairLocations } from "./pair-locations.ts";

/** In the order of the locations' names. */
export function diffLocations(base: readonly ComparedLocation[], head: readonly ComparedLocation[]): readonly LocationDiff[] {
  const all = pairLocations(base, head).map(diffLocation);
  if (all.every((diff) => diff.changes.length === 0)) {
    return all;
  }
  const index = indexDefinitions(all);
  return all.map((diff) => ({
    ...diff,
    changes: diff.changes.map((change) => ({ ...change, breaking: breakingReasons({ change, diff, all, index }) })),
  }));
}
