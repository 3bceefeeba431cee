/** `dateutil.relativedelta`: years and months as the calendar counts them, days and hours as time does; `day=31` is the last of a month. */
import { numberOf, unknownIn } from "../../builtins/arguments.ts";
import type { SymbolModel, TypeModel } from "../../library.ts";
import { int } from "../../make-value.ts";
import type { LibraryObject, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";
import { isDate, makeMoment, momentOf } from "./datetime.ts";

const RELATIVE = "dateutil.relativedelta.relativedelta";
const SPANS: Readonly<Record<string, number>> = { weeks: 604_800_000, days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 };
const ADDED = ["years", "months", ...Object.keys(SPANS)];
const SET = ["year", "month", "day", "hour", "minute", "second"];

const make: SymbolModel = ({ args, at, interpreter }) => {
  const names = [...args.keywords.keys()];
  const isRead = args.complete && args.positional.length === 0 && names.every((name) => ADDED.includes(name) || SET.includes(name));
  const numbers = names.map((name) => [name, numberOf(args, 99, name)] as const);
  if (!isRead || numbers.some(([, value]) => value === undefined || !Number.isInteger(value)))
    return unknownIn(args) ?? interpreter.unknown("unsupported", "this span of the calendar is not read", at);
  const fields = new Map<string, Value>(numbers.map(([name, value]) => [name, int(value ?? 0)]));
  for (const name of ADDED) if (!fields.has(name)) fields.set(name, int(0));
  return { kind: "object", type: RELATIVE, fields, at };
};

function amount(delta: LibraryObject, name: string): number | undefined {
  const value = delta.fields.get(name);
  return value?.kind === "int" ? Number(value.value) : undefined;
}

/** What is set is set first, then years and months are added, and the day is cut to the month's last; the rest is time. */
function moved(time: number, delta: LibraryObject, sign: 1 | -1): number {
  const date = new Date(time);
  const added = (name: string): number => sign * (amount(delta, name) ?? 0);
  const months =
    ((amount(delta, "year") ?? date.getUTCFullYear()) + added("years")) * 12 +
    (amount(delta, "month") ?? date.getUTCMonth() + 1) -
    1 +
    added("months");
  const [year, month] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(last, amount(delta, "day") ?? date.getUTCDate());
  const clock = [
    amount(delta, "hour") ?? date.getUTCHours(),
    amount(delta, "minute") ?? date.getUTCMinutes(),
    amount(delta, "second") ?? date.getUTCSeconds(),
  ] as const;
  const span = Object.entries(SPANS).reduce((total, [name, length]) => total + added(name) * length, 0);
  return Date.UTC(year, month, day, ...clock, date.getUTCMilliseconds()) + span;
}

const TYPE: TypeModel = {
  operator: (operator, left, right, { at }) => {
    const [moment, delta, sign] =
      operator === "-" ? [left, right, -1 as const] : [momentOf(left) ? left : right, momentOf(left) ? right : left, 1 as const];
    const from = momentOf(moment);
    if ((operator !== "+" && operator !== "-") || !from || delta.kind !== "object" || delta.type !== RELATIVE) return undefined;
    return makeMoment(isDate(moment) ? "datetime.date" : "datetime.datetime", { ...from, time: moved(from.time, delta, sign) }, at);
  },
};

export const RELATIVE_DELTA: LibraryPart = { symbols: { [RELATIVE]: make }, types: { [RELATIVE]: TYPE } };
