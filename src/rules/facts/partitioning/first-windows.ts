/** The keys of the first two windows of time partitions, in the definition's own format; days are those of UTC, whatever the time zone. */
import { type CronExpression, parseCron } from "../../../base/time/cron.ts";
import { formatTime, parseTime } from "../../../python/stdlib/datetime/strftime.ts";
import type { Value } from "../../../python/value.ts";
import { remember } from "../remember.ts";
import { partitionsField } from "./partitions.ts";

const DAY = 86_400_000;
/** Windows that begin before are past for everyone who checks; later ones may not exist yet. */
const SURELY_PAST = Date.UTC(2026, 0, 1);
const LONGEST = 800;

/** `undefined` when they are not known, or may not have begun. Many assets share their partitions. */
export const firstTwoKeys: (partitions: Value) => readonly [string, string] | undefined = remember(findFirstTwoKeys);

function findFirstTwoKeys(partitions: Value): readonly [string, string] | undefined {
  const [cron, fmt, start, end] = ["cron_schedule", "fmt", "start", "end"].map((name) => partitionsField(partitions, name));
  if (cron?.kind !== "str" || fmt?.kind !== "str" || start?.kind !== "str" || end?.kind !== "none") return undefined;
  const parsed = parseCron(cron.value);
  const from = parseTime(start.value, fmt.value);
  if ("invalid" in parsed || from === undefined || parsed.weekdaysOfMonth.length > 0 || parsed.lastDayOfMonth) return undefined;
  const [first, second] = firstTicks(parsed, from);
  if (first === undefined || second === undefined || second > SURELY_PAST) return undefined;
  return [formatTime(first, fmt.value), formatTime(second, fmt.value)];
}

function firstTicks(cron: CronExpression, from: number): readonly number[] {
  const found: number[] = [];
  const midnight = from - (from % DAY);
  for (let day = 0; day < LONGEST && found.length < 2; day += 1) {
    const date = new Date(midnight + day * DAY);
    if (!matches(cron, date)) continue;
    for (const hour of cron.hour.values)
      for (const minute of cron.minute.values) {
        const tick = date.getTime() + (hour * 60 + minute) * 60_000;
        if (tick >= from && found.length < 2) found.push(tick);
      }
  }
  return found;
}

function matches({ month, dayOfMonth, dayOfWeek }: CronExpression, date: Date): boolean {
  if (!month.values.includes(date.getUTCMonth() + 1)) return false;
  const [inMonth, inWeek] = [dayOfMonth.values.includes(date.getUTCDate()), dayOfWeek.values.includes(date.getUTCDay())];
  return dayOfMonth.all || dayOfWeek.all ? inMonth && inWeek : inMonth || inWeek;
}
