/** A cron that never fires, or one that now fires so much oftener that it looks like a slip of the five fields. */
import { parseCron } from "../../base/time/cron.ts";
import { cronFiresPerWeek } from "../../base/time/cron-frequency.ts";
import type { CodeLocation, Schedule } from "../../types/graph-document.ts";
import type { BreakingChange } from "../../types/review-report.ts";
import type { BreakingContext } from "./breaking-reasons.ts";

/** Daily to hourly (24 times) is far more often; weekly to daily (7 times) is not. */
const FAR_MORE_OFTEN = 10;

export function brokenCron({ change, diff }: BreakingContext): BreakingChange | null {
  const touchesCron = change.type === "added" || change.fields.some((field) => field.field === "cron");
  const schedule = scheduleNamed(diff.head, change.subject.name);
  if (change.subject.kind !== "schedule" || !touchesCron || schedule === undefined) {
    return null;
  }
  const after = firesPerWeek(schedule);
  if (after === 0) {
    return { reason: "cron-never-fires", affects: targetOf(schedule) };
  }
  const previous = scheduleNamed(diff.base, change.previousName ?? change.subject.name);
  const before = previous === undefined ? null : firesPerWeek(previous);
  const often = before !== null && before > 0 && after !== null && after >= before * FAR_MORE_OFTEN;
  return often ? { reason: "cron-far-more-often", affects: targetOf(schedule) } : null;
}

/** Null when one of the expressions is none: a rule says so. */
function firesPerWeek(schedule: Schedule): number | null {
  let total = 0;
  for (const text of schedule.cron) {
    const expression = parseCron(text);
    if ("invalid" in expression) {
      return null;
    }
    total += cronFiresPerWeek(expression);
  }
  return schedule.cron.length === 0 ? null : total;
}

function targetOf(schedule: Schedule): readonly string[] {
  if (schedule.target === null) {
    return [];
  }
  return "job" in schedule.target ? [schedule.target.job] : schedule.target.assets;
}

function scheduleNamed(location: CodeLocation | null, name: string): Schedule | undefined {
  return location?.schedules.find((schedule) => schedule.name === name);
}
