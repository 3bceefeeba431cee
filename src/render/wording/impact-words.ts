/** What a change reaches, in one line: "Reaches 14 assets downstream (nearest: …), 2 jobs, 1 schedule". */
import type { LocationReview } from "../../types/review-report.ts";
import { code, count, join, list, type Phrase, phrase, plain, strong } from "./phrase.ts";

const NAMED = 5;

/** Empty when nothing is reached beyond the change itself. */
export function impactWords(location: LocationReview): Phrase {
  const { impact } = location;
  const changed = new Set(location.changes.map((change) => change.subject.name));
  const reached = impact.downstream.filter((asset) => !changed.has(asset.key));
  const assets = reached.map((asset) => code(asset.location === location.name ? asset.key : `${asset.location}: ${asset.key}`));
  const parts = [
    reached.length === 0 ? [] : phrase`${count(reached.length, "asset")} downstream (${list(assets, NAMED)})`,
    impact.jobs.length === 0 ? [] : phrase`${count(impact.jobs.length, "job")} (${list(impact.jobs.map(code), NAMED)})`,
    impact.schedules.length === 0 ? [] : phrase`${count(impact.schedules.length, "schedule")} (${list(impact.schedules.map(code), NAMED)})`,
    impact.sensors.length === 0 ? [] : phrase`${count(impact.sensors.length, "sensor")} (${list(impact.sensors.map(code), NAMED)})`,
    impact.checks.length === 0 ? [] : plain(count(impact.checks.length, "check")),
  ];
  const joined = join(parts, ", ");
  return joined.length === 0 ? [] : phrase`${strong("Reaches")} ${joined}.`;
}
