/** Lengths of time: of `timedelta` values, and between the ticks of a cron expression. In seconds, where they are known. */
import type { CronExpression } from "../../../base/time/cron.ts";
import { millisecondsOf } from "../../../python/stdlib/datetime/timedelta.ts";
import type { Value } from "../../../python/value.ts";

/** `undefined` when it is not a timedelta, or not known. */
export function secondsOf(value: Value | undefined): number | undefined {
  const length = millisecondsOf(value);
  return length === undefined ? undefined : length / 1000;
}

const DAY = 86_400;

/** The shortest time between two ticks; `undefined` where days of the month or months are restricted. */
export function smallestInterval({ minute, hour, dayOfMonth, month, dayOfWeek, weekdaysOfMonth }: CronExpression): number | undefined {
  if (!dayOfMonth.all || !month.all || weekdaysOfMonth.length > 0) return undefined;
  const ticks = hour.values.flatMap((hours) => minute.values.map((minutes) => hours * 3600 + minutes * 60));
  const within = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
  const days = dayOfWeek.all ? [0, 1, 2, 3, 4, 5, 6] : dayOfWeek.values;
  const [first = 0] = days;
  const gaps = [...days.slice(1), first + 7].map((day, index) => day - (days[index] ?? 0));
  const overnight = Math.min(...gaps) * DAY - ((ticks.at(-1) ?? 0) - (ticks[0] ?? 0));
  return Math.min(overnight, ...within);
}
