/** Why a change breaks somebody, as one sentence that begins with the change itself. */
import type { BreakingChange, Change } from "../../types/review-report.ts";
import { subjectLink } from "./change-words.ts";
import { code, count, list, type Phrase, phrase } from "./phrase.ts";

const NAMED = 6;

/** One sentence each; assets that are partitioned differently, which a shared definition brings by the dozen, in one. */
export function breakingSentences(changes: readonly Change[]): readonly Phrase[] {
  const repartitioned = changes.filter(({ breaking }) => breaking.some(({ reason }) => reason === "partitions-changed"));
  const together = repartitioned.length > 1;
  const each = changes.flatMap((change) =>
    change.breaking
      .filter(({ reason }) => !together || reason !== "partitions-changed")
      .map((breaking) => describeBreaking(change, breaking)),
  );
  if (!together) return each;
  const names = list(repartitioned.map(subjectLink), NAMED);
  return [
    phrase`${count(repartitioned.length, "asset")} are partitioned differently (${names}): what was materialised no longer lines up with their partitions`,
    ...each,
  ];
}

function describeBreaking(change: Change, breaking: BreakingChange): Phrase {
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
