/**
 * Cron expressions as Dagster's scheduler reads them: five fields, names, ranges, steps, `L`, `#`, `?` and the `@daily` aliases.
 * Knows nothing of schedules or timezones. Surprising: a restricted day of the month and a restricted day of the week are
 * alternatives (either fires), and `10/5` means "from 10 on".
 * Source: dagster 1.13 `_vendored/croniter/croniter.py`, `_utils/schedules.py` (`is_valid_cron_string`).
 */

/** `all` is a `*`; `values` are then every value of the field, ascending. Sunday is 0. */
export interface CronField {
  readonly all: boolean;
  readonly values: readonly number[];
}

export interface CronExpression {
  readonly minute: CronField;
  readonly hour: CronField;
  readonly dayOfMonth: CronField;
  /** `L` stands in the day of month. */
  readonly lastDayOfMonth: boolean;
  readonly month: CronField;
  readonly dayOfWeek: CronField;
  /** `2#3`, `L5`: the n-th (or last) weekday of the month; then {@link dayOfWeek} holds the same weekdays. */
  readonly weekdaysOfMonth: readonly { readonly weekday: number; readonly nth: number | "last" }[];
}

interface FieldRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
  /** Values that mean another one: 7 is Sunday. */
  readonly alias: ReadonlyMap<number, number>;
  /** The same where a range ends: `20-0` ends with day 1, and no other place takes a 0. */
  readonly endAlias?: ReadonlyMap<number, number>;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const MINUTE: FieldRule = { name: "minute", min: 0, max: 59, names: [], alias: new Map() };
const HOUR: FieldRule = { name: "hour", min: 0, max: 23, names: [], alias: new Map() };
const DAY: FieldRule = { name: "day of month", min: 1, max: 31, names: [], alias: new Map(), endAlias: new Map([[0, 1]]) };
const MONTH: FieldRule = { name: "month", min: 1, max: 12, names: MONTHS, alias: new Map(), endAlias: new Map([[0, 1]]) };
const WEEKDAY: FieldRule = { name: "day of week", min: 0, max: 6, names: WEEKDAYS, alias: new Map([[7, 0]]) };

const ALIASES: Readonly<Record<string, string>> = {
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
};

/** The expression, or in words why Dagster refuses it: `{ invalid: "hour 25 is out of range" }`. Never throws. */
export function parseCron(text: string): CronExpression | { readonly invalid: string } {
  const lowered = text.toLowerCase();
  const parts = (Object.hasOwn(ALIASES, lowered) ? (ALIASES[lowered] ?? "") : lowered.trim()).split(/\s+/);
  if (parts.length !== 5) {
    return { invalid: `it has ${parts.length} fields instead of five` };
  }
  const [minuteText = "", hourText = "", dayText = "", monthText = "", weekdayText = ""] = parts;
  const reader = new FieldReader();
  const minute = reader.read(MINUTE, minuteText);
  const hour = reader.read(HOUR, hourText);
  const lastDayOfMonth = dayText.split(",").includes("l");
  const dayOfMonth = reader.read(DAY, dayText === "?" ? "*" : withoutLast(dayText));
  const month = reader.read(MONTH, monthText);
  const { weekdaysOfMonth, plain } = readWeekdays(weekdayText === "?" ? "*" : weekdayText, reader);
  const dayOfWeek = weekdaysOfMonth.length > 0 ? fieldOf(weekdaysOfMonth.map((entry) => entry.weekday)) : reader.read(WEEKDAY, plain);
  if (weekdaysOfMonth.length > 0 && plain !== "") {
    reader.refuse("plain weekdays and `#` or `L` weekdays are mixed");
  }
  if (reader.invalid !== null) {
    return { invalid: reader.invalid };
  }
  return { minute, hour, dayOfMonth, lastDayOfMonth, month, dayOfWeek, weekdaysOfMonth };
}

/** Collects the first complaint, so that the fields read like a list. */
class FieldReader {
  invalid: string | null = null;

  refuse(reason: string): void {
    this.invalid ??= reason;
  }

  read(rule: FieldRule, text: string): CronField {
    const values = new Set<number>();
    let all = false;
    for (const item of text === "" ? [] : text.split(",")) {
      all ||= item === "*";
      for (const value of this.#range(rule, item)) {
        values.add(value);
      }
    }
    return all ? { all, values: span(rule.min, rule.max) } : fieldOf(values);
  }

  value(rule: FieldRule, text: string, alias = rule.alias): number {
    const named = rule.names.indexOf(text);
    const value = named >= 0 ? named + rule.min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    const meant = alias.get(value) ?? value;
    if (Number.isNaN(meant)) {
      this.refuse(text === "" ? `an item of its ${rule.name} is empty` : `${rule.name} \`${text}\` is not known`);
    } else if (meant < rule.min || meant > rule.max) {
      this.refuse(`${rule.name} ${text} is out of range`);
    }
    return meant;
  }

  #range(rule: FieldRule, item: string): readonly number[] {
    // `r`, `r(1-5)`, `r/10`: a value that is drawn anew each time, so any of them.
    if (/^r(?:\(\d+-\d+\))?(?:\/\d+)?$/.test(item)) return span(rule.min, rule.max);
    const [bounds = "", stepText, ...rest] = item.split("/");
    const step = stepText === undefined ? 1 : Number(stepText);
    if (rest.length > 0 || !Number.isInteger(step) || step < 1 || stepText === "") {
      this.refuse(`${rule.name} \`${item}\` has no usable step`);
      return [];
    }
    if (bounds === "*") {
      return span(rule.min, rule.max, step);
    }
    const [lowText = "", highText, ...more] = bounds.split("-");
    const low = this.value(rule, lowText);
    if (more.length > 0) {
      this.refuse(`${rule.name} \`${item}\` is not a range`);
    }
    if (highText === undefined) {
      return stepText === undefined ? [low] : span(low, rule.max, step);
    }
    const high = this.value(rule, rule === DAY && highText === "l" ? "31" : highText, rule.endAlias ?? rule.alias);
    if (this.invalid !== null) {
      return [];
    }
    if (low === high) {
      return span(rule.min, rule.max, step);
    }
    return low < high ? span(low, high, step) : [...span(low, rule.max, step), ...span(rule.min, high, step)];
  }
}

function readWeekdays(text: string, reader: FieldReader): Pick<CronExpression, "weekdaysOfMonth"> & { readonly plain: string } {
  const plain: string[] = [];
  const weekdaysOfMonth: { weekday: number; nth: number | "last" }[] = [];
  for (const item of text.split(",")) {
    const nth = /^([^#]+)#([1-5])$/.exec(item);
    const last = /^l([0-7])$/.exec(item);
    if (nth !== null) {
      weekdaysOfMonth.push({ weekday: reader.value(WEEKDAY, nth[1] ?? ""), nth: Number(nth[2]) });
    } else if (last !== null) {
      weekdaysOfMonth.push({ weekday: reader.value(WEEKDAY, last[1] ?? ""), nth: "last" });
    } else {
      plain.push(item);
    }
  }
  return { weekdaysOfMonth, plain: plain.join(",") };
}

function withoutLast(text: string): string {
  return text
    .split(",")
    .filter((item) => item !== "l")
    .join(",");
}

function fieldOf(values: Iterable<number>): CronField {
  return { all: false, values: [...new Set(values)].sort((left, right) => left - right) };
}

function span(from: number, to: number, step = 1): number[] {
  const values: number[] = [];
  for (let value = from; value <= to; value += step) {
    values.push(value);
  }
  return values;
}
