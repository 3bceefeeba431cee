/**
 * How often a cron expression fires, averaged over the 28 years after which dates and weekdays repeat (2001 to 2028).
 * Knows no timezone: a missing or doubled hour of daylight saving time does not count.
 */
import type { CronExpression } from "./cron.ts";

const YEARS = 28;
const WEEKS = (YEARS * 365.25) / 7;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Average number of ticks a week; 0 when no date ever matches (`0 0 31 2 *`). Linear in the days of 28 years. */
export function cronFiresPerWeek(expression: CronExpression): number {
  const first = Date.UTC(2001, 0, 1);
  const end = Date.UTC(2001 + YEARS, 0, 1);
  let days = 0;
  for (let time = first; time < end; time += MILLISECONDS_PER_DAY) {
    days += matchesDay(expression, new Date(time)) ? 1 : 0;
  }
  return (days * expression.minute.values.length * expression.hour.values.length) / WEEKS;
}

function matchesDay(expression: CronExpression, date: Date): boolean {
  if (!expression.month.values.includes(date.getUTCMonth() + 1)) {
    return false;
  }
  const anyDay = expression.dayOfMonth.all;
  const anyWeekday = expression.dayOfWeek.all;
  if (anyDay || anyWeekday) {
    return (anyDay || matchesDayOfMonth(expression, date)) && (anyWeekday || matchesWeekday(expression, date));
  }
  return matchesDayOfMonth(expression, date) || matchesWeekday(expression, date);
}

function matchesDayOfMonth(expression: CronExpression, date: Date): boolean {
  const day = date.getUTCDate();
  return expression.dayOfMonth.values.includes(day) || (expression.lastDayOfMonth && day === lastDay(date));
}

function matchesWeekday(expression: CronExpression, date: Date): boolean {
  const weekday = date.getUTCDay();
  if (expression.weekdaysOfMonth.length === 0) {
    return expression.dayOfWeek.values.includes(weekday);
  }
  const day = date.getUTCDate();
  return expression.weekdaysOfMonth.some(
    (entry) => entry.weekday === weekday && (entry.nth === "last" ? day + 7 > lastDay(date) : Math.ceil(day / 7) === entry.nth),
  );
}

function lastDay(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
