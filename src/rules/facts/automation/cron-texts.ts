/** Cron expressions that are written in schedules and automation conditions, valid ones, with the time zone they are meant in. */

import type { Location } from "../../../base/span.ts";
import { type CronExpression, parseCron } from "../../../base/time/cron.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Value } from "../../../python/value.ts";
import { type Call, callsOf } from "../calls.ts";
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

export function cronTexts(location: LoadedLocation): readonly CronText[] {
  const schedules = scheduleCalls(location).flatMap((call) => textsOf(call, "execution_timezone", true));
  return [...schedules, ...callsOf(location, ...CONDITIONS).flatMap((call) => textsOf(call, "cron_timezone", false))];
}

function textsOf(call: Call, zone: string, isSchedule: boolean): readonly CronText[] {
  const argument = call.given("cron_schedule");
  if (!argument) return [];
  const items = argument.value.kind === "str" ? [argument.value] : elementsOf(argument.value).items;
  return items.flatMap((item) => {
    const cron = item.kind === "str" ? parseCron(item.value) : undefined;
    if (item.kind !== "str" || !cron || "invalid" in cron) return [];
    return [{ call, text: item.value, cron, at: placeInArgument(item, argument), zone: call.value(zone), isSchedule }];
  });
}
