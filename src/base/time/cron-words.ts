/**
 * A cron expression in words a reviewer reads faster than five fields: "every day at 02:30", "every 15 minutes on Monday to Friday".
 * English, 24-hour clock, no timezone: whoever shows it adds that.
 */
import { type CronExpression, type CronField, parseCron } from "./cron.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth"];

/** Null when the text is no cron expression. */
export function cronInWords(text: string): string | null {
  const expression = parseCron(text);
  return "invalid" in expression ? null : describe(expression);
}

function describe(expression: CronExpression): string {
  const time = timeWords(expression.minute, expression.hour);
  const days = dayWords(expression);
  const months = expression.month.all ? "" : ` in ${join(runs(expression.month.values, (value) => MONTHS[value - 1] ?? ""))}`;
  const atTime = time.startsWith("at ");
  if (days === "") {
    return `${atTime ? "every day " : ""}${time}${months}`;
  }
  return `${time} ${days}${months}`;
}

function timeWords(minute: CronField, hour: CronField): string {
  const frequency = minuteWords(minute);
  if (hour.all) {
    return frequency;
  }
  const hours = hour.values;
  const [firstMinute = 0] = minute.values;
  if (minute.values.length * hours.length <= 4) {
    return `at ${join(hours.flatMap((value) => minute.values.map((part) => clock(value, part))))}`;
  }
  const step = evenStep(hours, 24);
  if (minute.values.length === 1 && step !== null && step > 1) {
    return `every ${step} hours${firstMinute === 0 ? "" : ` at :${pad(firstMinute)}`}`;
  }
  const first = hours[0] ?? 0;
  const last = hours.at(-1) ?? 0;
  if (last - first + 1 === hours.length) {
    return `${frequency} from ${clock(first, firstMinute)} to ${clock(last, minute.values.at(-1) ?? 0)}`;
  }
  return `${frequency} in the hours ${join(hours.map(pad))}`;
}

function minuteWords(minute: CronField): string {
  const step = evenStep(minute.values, 60);
  if (minute.all || step === 1) {
    return "every minute";
  }
  if (minute.values.length === 1) {
    const [only = 0] = minute.values;
    return only === 0 ? "every hour" : `every hour at :${pad(only)}`;
  }
  if (step !== null && minute.values[0] === 0) {
    return `every ${step} minutes`;
  }
  return `every hour at ${join(minute.values.map((value) => `:${pad(value)}`))}`;
}

function dayWords(expression: CronExpression): string {
  const parts = [dayOfMonthWords(expression), weekdayWords(expression)].filter((part) => part !== "");
  return parts.join(" or ");
}

function dayOfMonthWords(expression: CronExpression): string {
  if (expression.dayOfMonth.all) {
    return "";
  }
  const numbered = runs(expression.dayOfMonth.values, String);
  const days = numbered.length === 0 ? [] : [`day ${join(numbered)}`];
  const last = expression.lastDayOfMonth ? ["the last day"] : [];
  return `on ${[...days, ...last].join(" and ")} of the month`;
}

function weekdayWords(expression: CronExpression): string {
  if (expression.weekdaysOfMonth.length > 0) {
    const named = expression.weekdaysOfMonth.map(
      (entry) => `the ${entry.nth === "last" ? "last" : ORDINALS[entry.nth]} ${WEEKDAYS[entry.weekday]}`,
    );
    return `on ${join(named)} of the month`;
  }
  return expression.dayOfWeek.all ? "" : `on ${join(runs(expression.dayOfWeek.values, (value) => WEEKDAYS[value] ?? ""))}`;
}

/** The distance between values that are spread evenly over the whole cycle; null when they are not. */
function evenStep(values: readonly number[], cycle: number): number | null {
  const step = cycle / values.length;
  const even = values.length > 1 && values.every((value, index) => index === 0 || value - (values[index - 1] ?? 0) === step);
  return even ? step : null;
}

/** Three and more in a row are a range: `Monday to Friday`. */
function runs(values: readonly number[], word: (value: number) => string): string[] {
  const words: string[] = [];
  for (let start = 0; start < values.length; ) {
    let end = start;
    while (end + 1 < values.length && values[end + 1] === (values[end] ?? 0) + 1) {
      end += 1;
    }
    const members = values.slice(start, end + 1).map(word);
    words.push(...(members.length >= 3 ? [`${members[0]} to ${members.at(-1)}`] : members));
    start = end + 1;
  }
  return words;
}

function join(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function clock(hour: number, minute: number): string {
  return `${pad(hour)}:${pad(minute)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
