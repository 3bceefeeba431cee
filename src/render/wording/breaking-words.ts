/** Why a change breaks somebody, as one sentence that begins with the change itself. */
import type { BreakingChange, Change } from "../../types/review-report.ts";
import { subjectLink } from "./change-words.ts";
import { code, count, list, type Phrase, phrase } from "./phrase.ts";

const NAMED = 6;

export function describeBreaking(change: Change, breaking: BreakingChange): Phrase {
  const subject = subjectLink(change);
  const affected = list(breaking.affects.map(code), NAMED);
  const many = breaking.affects.length;
  switch (breaking.reason) {
    case "removed-with-consumers":
      return phrase`${subject} is removed, and ${count(many, "asset depends", "assets depend")} on it: ${affected}`;
    case "renamed-with-consumers":
      return phrase`${code(change.previousName ?? "")} is now called ${subject}: its history stays under the old key, and ${count(many, "asset depends", "assets depend")} on it: ${affected}`;
    case "partitions-changed":
      return phrase`${subject} is partitioned differently: what was materialised no longer lines up with its partitions`;
    case "left-scheduled-job":
      return phrase`${change.subject.kind} ${subject} no longer runs ${affected}, and no schedule does`;
    case "key-collision":
      return phrase`${subject} is defined more than once: ${affected}`;
    case "cron-never-fires":
      return phrase`schedule ${subject} never fires: no date matches its cron`;
    default:
      return phrase`schedule ${subject} now fires far more often than before`;
  }
}
