/**
 * Cron expressions that are written in schedules and automation conditions, valid ones, with the time zone they are meant in. A project has
 * few different ones in many schedules: each is read once, and its ticks are counted once.
 */

import type { Location } from "../../../base/span.ts";
import { type CronExpression, parseCron } from "../../../base/time/cron.ts";
import { cronFiresPerWeek } from "../../../base/time/cron-frequency.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Value } from "../../../python/value.ts";
import { type Call, callsOf } from "../calls.ts";
import { remember } from "../remember.ts";
import { elementsOf, placeInArgument } from "../values.ts";
import { scheduleCalls } from "./instigator-calls.ts";

export interface CronText {
  readonly call: Call;
  readonly text: string;
  readonly cron: CronExpression;
  readonly at: Location;
  /** None: UTC. */
  readonly zone: Value;
  readonly isSchedule: boolean;
}

const CONDITIONS = ["on_cron", "cron_tick_passed", "all_deps_updated_since_cron"].map((name) => `dagster.AutomationCondition.${name}`);

/** In the order of the calls. The same text is the same `cron`. */
export const cronTexts: (location: LoadedLocation) => readonly CronText[] = remember(findCronTexts);

/** Average number of ticks a week; 0 when no date ever matches. */
export const firesPerWeek: (cron: CronExpression) => number = remember(cronFiresPerWeek);

function findCronTexts(location: LoadedLocation): readonly CronText[] {
  const known = new Map<string, ReturnType<typeof parseCron>>();
  const read: typeof parseCron = (text) => {
    const cron = known.get(text) ?? parseCron(text);
    known.set(text, cron);
    return cron;
  };
  const schedules = scheduleCalls(location).flatMap((call) => textsOf(call, { zone: "execution_timezone", isSchedule: true, read }));
  const conditions = callsOf(location, ...CONDITIONS);
  return [...schedules, ...conditions.flatMap((call) => textsOf(call, { zone: "cron_timezone", isSchedule: false, read }))];
}

interface Kind {
  /** Parameter with the time zone. */
  readonly zone: string;
  readonly isSchedule: boolean;
  readonly read: typeof parseCron;
}

function textsOf(call: Call, { zone, isSchedule, read }: Kind): readonly CronText[] {
  const argument = call.given("cron_schedule");
  if (!argument) return [];
  const items = argument.value.kind === "str" ? [argument.value] : elementsOf(argument.value).items;
  return items.flatMap((item) => {
    const cron = item.kind === "str" ? read(item.value) : undefined;
    if (item.kind !== "str" || !cron || "invalid" in cron) return [];
    return [{ call, text: item.value, cron, at: placeInArgument(item, argument), zone: call.value(zone), isSchedule }];
  });
}
