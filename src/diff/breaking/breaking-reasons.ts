/** Why a change breaks somebody. One reason a file; an unresolved change never breaks, because it claims nothing. */
import type { BreakingChange, Change } from "../../types/review-report.ts";
import type { LocationDiff } from "../diff-location.ts";
import { brokenConsumers } from "./consumers.ts";
import { brokenCron } from "./cron.ts";
import type { DefinitionIndex } from "./definition-index.ts";
import { collidingKeys } from "./key-collision.ts";
import { orphanedPartitions } from "./partitions.ts";
import { lostScheduling } from "./scheduled-job.ts";

/** A change, its location, and every location of the repository. */
export interface BreakingContext {
  readonly change: Change;
  readonly diff: LocationDiff;
  readonly all: readonly LocationDiff[];
  readonly index: DefinitionIndex;
}

const REASONS: readonly ((context: BreakingContext) => BreakingChange | null)[] = [
  brokenConsumers,
  orphanedPartitions,
  lostScheduling,
  collidingKeys,
  brokenCron,
];

export function breakingReasons(context: BreakingContext): readonly BreakingChange[] {
  if (context.change.type === "unresolved" || context.change.type === "moved") {
    return [];
  }
  return REASONS.map((reason) => reason(context)).filter((reason) => reason !== null);
}
