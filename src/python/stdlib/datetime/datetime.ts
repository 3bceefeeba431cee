/**
 * `datetime`: dates, times and spans with known fields. A moment is kept as a proleptic UTC instant without a zone of its own
 * (field `time`, milliseconds) and the name of its zone, if it has one; what reads the clock is run-time input.
 */
import type { Location } from "../../../base/span.ts";
import { argumentOf, numberOf, textOf, unknownIn } from "../../builtins/arguments.ts";
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../../library.ts";
import { bool, float, int, NONE, NOWHERE, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { InstanceValue, LibraryObject, Value } from "../../value.ts";
import { EQUALITY_FIELD } from "../../values/hash-key.ts";
import type { LibraryPart } from "../part.ts";
import { formatTime, parseTime } from "./strftime.ts";
import { DELTA, DELTA_TYPE, makeDelta, millisecondsOf, timedelta } from "./timedelta.ts";

const DATETIME = "datetime.datetime";
const DATE = "datetime.date";
const ZONE = "datetime.timezone";

type Kind = typeof DATETIME | typeof DATE;

/** Wall-clock milliseconds since 1970 as if the zone were UTC. */
export interface Moment {
  readonly time: number;
  /** `UTC`, `Europe/Zurich`; absent for a naive one. */
  readonly zone?: string;
}

export function makeMoment(kind: Kind, moment: Moment, at: Location): LibraryObject {
  const date = new Date(moment.time);
  const parts: [string, number][] = [
    ["year", date.getUTCFullYear()],
    ["month", date.getUTCMonth() + 1],
    ["day", date.getUTCDate()],
  ];
  if (kind === DATETIME) parts.push(["hour", date.getUTCHours()], ["minute", date.getUTCMinutes()], ["second", date.getUTCSeconds()]);
  const fields = new Map<string, Value>(parts.map(([name, value]) => [name, int(value)]));
  if (kind === DATETIME) {
    fields.set("microsecond", int(date.getUTCMilliseconds() * 1000));
    fields.set("tzinfo", moment.zone === undefined ? NONE : makeZone(moment.zone, at));
  }
  fields.set("\0time", float(moment.time));
  fields.set(EQUALITY_FIELD, str(`${moment.time} ${moment.zone ?? ""}`));
  return { kind: "object", type: kind, fields, at };
}

/** The moment of a `datetime` or `date` value; `undefined` for anything else. */
export function momentOf(value: Value | undefined): Moment | undefined {
  if (value?.kind !== "object" || (value.type !== DATETIME && value.type !== DATE)) return undefined;
  const time = value.fields.get("\0time");
  const zone = zoneName(value.fields.get("tzinfo"));
  return time?.kind === "float" ? { time: time.value, ...(zone !== undefined && { zone }) } : undefined;
}

export function isDate(value: Value): boolean {
  return value.kind === "object" && value.type === DATE;
}

/** Reads `isoformat()`. */
export function parseMoment(text: string): Moment | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", offset] = match;
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Math.floor(Number(fraction.padEnd(6, "0")) / 1000),
  );
  if (offset === undefined) return { time };
  return { time, zone: /^(Z|[+-]00:?00)$/.test(offset) ? "UTC" : offset };
}

function makeZone(name: string, at: Location): LibraryObject {
  return {
    kind: "object",
    type: ZONE,
    fields: new Map<string, Value>([
      ["key", str(name)],
      ["zone", str(name)],
      [EQUALITY_FIELD, str(name)],
    ]),
    at,
  };
}

function zoneName(value: Value | undefined): string | undefined {
  const key = value?.kind === "object" && value.type === ZONE ? value.fields.get("key") : undefined;
  return key?.kind === "str" ? key.value : undefined;
}

const NAMES = ["year", "month", "day", "hour", "minute", "second", "microsecond"];

function constructMoment(kind: Kind): SymbolModel {
  return (context) => {
    const { args, at, interpreter } = context;
    const numbers = NAMES.slice(0, kind === DATE ? 3 : 7).map(
      (name, index) => numberOf(args, index, name) ?? (argumentOf(args, index, name) ? undefined : index < 3 ? undefined : 0),
    );
    if (numbers.includes(undefined) || !args.complete)
      return unknownIn(args) ?? interpreter.unknown("unsupported", "this date is not known", at);
    const [year, month, day, hour = 0, minute = 0, second = 0, microsecond = 0] = numbers as [number, number, number, ...number[]];
    // Moments are kept in milliseconds.
    if (microsecond % 1000 !== 0) return interpreter.unknown("unsupported", "microseconds are not read", at);
    const time = Date.UTC(year, month - 1, day, hour, minute, second, microsecond / 1000);
    if (new Date(time).getUTCMonth() !== month - 1 || new Date(time).getUTCDate() !== day)
      return raise("ValueError", "day is out of range for month", at);
    const zone = zoneName(argumentOf(args, 7, "tzinfo"));
    return makeMoment(kind, { time, ...(zone !== undefined && { zone }) }, at);
  };
}

function onMoment(use: (moment: Moment, context: CallContext, self: LibraryObject) => Value): MethodModel {
  return (self: LibraryObject | InstanceValue, context) => {
    const moment = momentOf(self);
    return moment && self.kind === "object"
      ? use(moment, context, self)
      : context.interpreter.unknown("unsupported", "this date is not known", context.at);
  };
}

const clock =
  (what: string): SymbolModel =>
  ({ interpreter, at }) =>
    interpreter.unknown("runtime-input", `${what} is known at run time only`, at);

const MOMENT: TypeModel = {
  methods: {
    isoformat: onMoment((moment, context, self) =>
      context.args.keywords.has("timespec")
        ? context.interpreter.unknown("unsupported", "`timespec` is not read", context.at)
        : shown(moment, context, { self, separator: textOf(context.args, 0, "sep") ?? "T" }),
    ),
    __str__: onMoment((moment, context, self) => shown(moment, context, { self, separator: " " })),
    __repr__: onMoment((moment, { interpreter, at }, self) =>
      moment.zone === undefined
        ? str(`${self.type}(${partsOf(moment, self.type === DATE).join(", ")})`)
        : interpreter.unknown("unsupported", "how this moment is written is not read", at),
    ),
    __format__: onMoment((moment, context, self) =>
      textOf(context.args, 0)
        ? formattedMoment(moment, textOf(context.args, 0) ?? "", context)
        : shown(moment, context, { self, separator: " " }),
    ),
    isocalendar: onMoment((moment) => {
      const items = [Number(formatTime(moment.time, "%G")), Number(formatTime(moment.time, "%V")), new Date(moment.time).getUTCDay() || 7];
      return { kind: "tuple", items: items.map((each) => int(each)), names: ["year", "week", "weekday"], complete: true };
    }),
    ctime: onMoment((moment) => str(formatTime(moment.time, "%c"))),
    strftime: onMoment((moment, { args, interpreter, at }) => {
      const format = textOf(args, 0, "format");
      return format === undefined
        ? interpreter.unknown("unsupported", "this date format is not known", at)
        : formattedMoment(moment, format, { interpreter, at });
    }),
    date: onMoment((moment, { at }) => makeMoment(DATE, { time: Math.floor(moment.time / 86_400_000) * 86_400_000 }, at)),
    weekday: onMoment((moment) => int((new Date(moment.time).getUTCDay() + 6) % 7)),
    isoweekday: onMoment((moment) => int(new Date(moment.time).getUTCDay() || 7)),
    timestamp: onMoment((moment, { interpreter, at }) => {
      const offset = offsetOf(moment.zone);
      return offset === undefined
        ? interpreter.unknown("runtime-input", "what zone this moment is in is known at run time only", at)
        : float((moment.time - offset) / 1000);
    }),
    toordinal: onMoment((moment) => int(Math.floor(moment.time / 86_400_000) + 719_163)),
    replace: onMoment((moment, { args, at }, self) => {
      const date = new Date(moment.time);
      const old = [
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
        0,
      ];
      const [year = 0, month = 1, ...rest] = NAMES.map((name, index) => numberOf(args, index, name) ?? old[index] ?? 0);
      const [day = 1, hour = 0, minute = 0, second = 0] = rest;
      const zone = args.keywords.has("tzinfo") ? zoneName(args.keywords.get("tzinfo")?.value) : moment.zone;
      return makeMoment(
        self.type === DATE ? DATE : DATETIME,
        { time: Date.UTC(year, month - 1, day, hour, minute, second), ...(zone !== undefined && { zone }) },
        at,
      );
    }),
    astimezone: (_, { interpreter, at }) => interpreter.unknown("unsupported", "time zone conversion is not read", at),
  },
  operator: (operator, left, right, { at }) => {
    const [a, b] = [momentOf(left), momentOf(right)];
    if (a && b) {
      if (operator === "-") return makeDelta(a.time - b.time, at);
      const order = { "<": a.time < b.time, "<=": a.time <= b.time, ">": a.time > b.time, ">=": a.time >= b.time }[operator];
      return order === undefined ? undefined : bool(order);
    }
    const [moment, delta] = a ? [a, millisecondsOf(right)] : [b, millisecondsOf(left)];
    const source = a ? left : right;
    if (!moment || delta === undefined || source.kind !== "object") return undefined;
    const time = operator === "+" ? moment.time + delta : operator === "-" && a ? moment.time - delta : undefined;
    return time === undefined ? undefined : makeMoment(source.type === DATE ? DATE : DATETIME, { ...moment, time }, at);
  },
};

/** Of a zone with a fixed offset, in milliseconds. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === "UTC") return 0;
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? "") ?? [];
  return sign === undefined ? undefined : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** `%z` and `%Z` are of the zone: known where it is UTC, and nothing where there is none. */
function formattedMoment(moment: Moment, format: string, { interpreter, at }: Pick<CallContext, "interpreter" | "at">): Value {
  const asks = /%-?[zZ]/.test(format);
  if (asks && moment.zone !== undefined && moment.zone !== "UTC")
    return interpreter.unknown("unsupported", "the offset of a named time zone is not read", at);
  const filled = asks && moment.zone === "UTC" ? format.replaceAll("%z", "+0000").replaceAll("%Z", "UTC") : format;
  return str(formatTime(moment.time, filled));
}

/** As `isoformat` writes it; the offset of a named zone depends on the moment and is not known. */
function shown(moment: Moment, { interpreter, at }: CallContext, how: { readonly self: LibraryObject; readonly separator: string }): Value {
  if (moment.zone !== undefined && offsetOf(moment.zone) === undefined)
    return interpreter.unknown("unsupported", "the offset of a named time zone is not read", at);
  return str(isoText(moment, how.self.type === DATE).replace("T", how.separator));
}

/** The arguments that make the moment again: no seconds where they are zero. */
function partsOf({ time }: Moment, dateOnly: boolean): readonly number[] {
  const date = new Date(time);
  const day = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (dateOnly) return day;
  const [second, microsecond] = [date.getUTCSeconds(), date.getUTCMilliseconds() * 1000];
  const rest = microsecond > 0 ? [second, microsecond] : second > 0 ? [second] : [];
  return [...day, date.getUTCHours(), date.getUTCMinutes(), ...rest];
}

function isoText({ time, zone }: Moment, dateOnly: boolean): string {
  const text = new Date(time).toISOString();
  if (dateOnly) return text.slice(0, 10);
  return (
    text.slice(0, 19) +
    (time % 1000 === 0 ? "" : `.${text.slice(20, 23)}000`) +
    (zone === undefined ? "" : zone === "UTC" ? "+00:00" : zone)
  );
}

const parsed: SymbolModel = (context) => {
  const { args, at, interpreter } = context;
  const [text, format] = [textOf(args, 0), textOf(args, 1)];
  if (text === undefined || format === undefined)
    return unknownIn(args) ?? interpreter.unknown("unsupported", "this date is not known", at);
  const time = parseTime(text, format);
  return time === undefined
    ? raise("ValueError", `time data '${text}' does not match format '${format}'`, at)
    : makeMoment(DATETIME, { time }, at);
};

const fromIso =
  (kind: Kind): SymbolModel =>
  ({ args, at, interpreter }) => {
    const text = textOf(args, 0);
    if (text === undefined) return unknownIn(args) ?? interpreter.unknown("unsupported", "this date is not known", at);
    const moment = parseMoment(text);
    return moment ? makeMoment(kind, moment, at) : raise("ValueError", `Invalid isoformat string: '${text}'`, at);
  };

const zone: SymbolModel = (context) => {
  const name = textOf(context.args, 0);
  return name === undefined
    ? (unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "this time zone is not known", context.at))
    : makeZone(name, context.at);
};

export const DATES: LibraryPart = {
  symbols: {
    [DATETIME]: constructMoment(DATETIME),
    [DATE]: constructMoment(DATE),
    [DELTA]: timedelta,
    [`${DATETIME}.now`]: clock("the present time"),
    [`${DATETIME}.utcnow`]: clock("the present time"),
    [`${DATETIME}.today`]: clock("the present day"),
    [`${DATE}.today`]: clock("the present day"),
    [`${DATETIME}.strptime`]: parsed,
    [`${DATETIME}.fromisoformat`]: fromIso(DATETIME),
    [`${DATE}.fromisoformat`]: fromIso(DATE),
    [`${DATETIME}.combine`]: (context) => {
      const [day, clock] = context.args.positional.map(({ value }) => momentOf(value));
      return day && clock
        ? makeMoment(DATETIME, { ...clock, time: day.time + (((clock.time % 86_400_000) + 86_400_000) % 86_400_000) }, context.at)
        : (unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "this moment is not known", context.at));
    },
    [ZONE]: (context) => {
      const offset = millisecondsOf(argumentOf(context.args, 0));
      return offset === undefined
        ? context.interpreter.unknown("unsupported", "this time zone is not known", context.at)
        : makeZone(offset === 0 ? "UTC" : offsetText(offset), context.at);
    },
    "zoneinfo.ZoneInfo": zone,
    "pytz.timezone": zone,
    "dateutil.tz.gettz": zone,
  },
  constants: {
    [`${ZONE}.utc`]: makeZone("UTC", NOWHERE),
    "datetime.UTC": makeZone("UTC", NOWHERE),
    "pytz.utc": makeZone("UTC", NOWHERE),
    "pytz.UTC": makeZone("UTC", NOWHERE),
  },
  types: {
    [DATETIME]: { ...MOMENT, bases: [DATE] },
    [DATE]: MOMENT,
    [DELTA]: DELTA_TYPE,
    [ZONE]: { methods: { __str__: (self) => str(zoneName(self) ?? "") } },
  },
};

function offsetText(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / 60_000;
  const pad = (number: number) => String(Math.floor(number)).padStart(2, "0");
  return `${milliseconds < 0 ? "-" : "+"}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}
