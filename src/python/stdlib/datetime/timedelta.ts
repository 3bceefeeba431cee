/** `datetime.timedelta`: a length of time, kept in milliseconds. */
import type { Location } from "../../../base/span.ts";
import { argumentOf, numberOf, unknownIn } from "../../builtins/arguments.ts";
import type { CallContext, TypeModel } from "../../library.ts";
import { bool, float, int, str } from "../../make-value.ts";
import type { LibraryObject, Value } from "../../value.ts";
import { EQUALITY_FIELD } from "../../values/hash-key.ts";

export const DELTA = "datetime.timedelta";

/** The length of a `timedelta` in milliseconds. */
export function millisecondsOf(value: Value | undefined): number | undefined {
  const length = value?.kind === "object" && value.type === DELTA ? value.fields.get("\0length") : undefined;
  return length?.kind === "float" ? length.value : undefined;
}

export function makeDelta(milliseconds: number, at: Location): LibraryObject {
  const seconds = Math.floor(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const fields = new Map<string, Value>([
    ["days", int(days)],
    ["seconds", int(seconds - days * 86_400)],
    ["microseconds", int(Math.round((milliseconds - seconds * 1000) * 1000))],
    ["\0length", float(milliseconds)],
    [EQUALITY_FIELD, str(String(milliseconds))],
  ]);
  return { kind: "object", type: DELTA, fields, at };
}

const UNITS: Readonly<Record<string, number>> = {
  days: 86_400_000,
  seconds: 1000,
  microseconds: 0.001,
  milliseconds: 1,
  minutes: 60_000,
  hours: 3_600_000,
  weeks: 604_800_000,
};

export function timedelta({ args, at, interpreter }: CallContext): Value {
  let length = 0;
  for (const [index, [name, unit]] of Object.entries(UNITS).entries()) {
    const given = argumentOf(args, index, name);
    const number = numberOf(args, index, name);
    if (given && number === undefined) return unknownIn(args) ?? interpreter.unknown("unsupported", "this span of time is not known", at);
    length += (number ?? 0) * unit;
  }
  return makeDelta(length, at);
}

export const DELTA_TYPE: TypeModel = {
  methods: {
    __bool__: (self) => bool(millisecondsOf(self) !== 0),
    total_seconds: (self) => float((millisecondsOf(self) ?? 0) / 1000),
    __repr__: (self) => str(representation(partsOf(self))),
    __str__: (self) => str(text(partsOf(self))),
  },
  operator: (operator, left, right, { at }) => {
    const [a, b] = [millisecondsOf(left), millisecondsOf(right)];
    if (a !== undefined && b !== undefined) return deltaWithDelta(operator, [a, b], at);
    const factor = [left, right].find((side) => side.kind === "int" || side.kind === "float");
    if (factor?.kind !== "int" && factor?.kind !== "float") return undefined;
    if (operator === "*") return makeDelta((a ?? b ?? 0) * Number(factor.value), at);
    return operator === "/" && a !== undefined ? makeDelta(a / Number(factor.value), at) : undefined;
  },
};

interface Parts {
  readonly days: number;
  readonly seconds: number;
  readonly microseconds: number;
}

function partsOf(self: Value): Parts {
  const part = (name: string): number => {
    const value = self.kind === "object" ? self.fields.get(name) : undefined;
    return value?.kind === "int" ? Number(value.value) : 0;
  };
  return { days: part("days"), seconds: part("seconds"), microseconds: part("microseconds") };
}

/** `datetime.timedelta(days=1, seconds=7200)`: what is not zero. */
function representation(parts: Parts): string {
  const shown = Object.entries(parts).flatMap(([name, value]) => (value === 0 ? [] : [`${name}=${value}`]));
  return `datetime.timedelta(${shown.length > 0 ? shown.join(", ") : "0"})`;
}

/** `1 day, 2:00:00`. */
function text({ days, seconds, microseconds }: Parts): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = microseconds === 0 ? "" : `.${String(microseconds).padStart(6, "0")}`;
  const whole = days === 0 ? "" : `${days} day${Math.abs(days) === 1 ? "" : "s"}, `;
  return whole + clock + fraction;
}

/** Both sides are the same one for a sign: `unary-`. */
function deltaWithDelta(operator: string, [a, b]: readonly [number, number], at: Location): Value | undefined {
  switch (operator) {
    case "+":
      return makeDelta(a + b, at);
    case "-":
      return makeDelta(a - b, at);
    case "/":
      return b === 0 ? undefined : float(a / b);
    case "//":
      return b === 0 ? undefined : int(Math.floor(a / b));
    case "%":
      return b === 0 ? undefined : makeDelta(a - Math.floor(a / b) * b, at);
    case "<":
      return bool(a < b);
    case "<=":
      return bool(a <= b);
    case ">":
      return bool(a > b);
    case ">=":
      return bool(a >= b);
    case "unary-":
      return makeDelta(-a, at);
    case "unary+":
      return makeDelta(a, at);
    default:
      return undefined;
  }
}
