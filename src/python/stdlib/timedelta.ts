/** `datetime.timedelta`: a length of time, kept in milliseconds. */
import type { Location } from "../../base/span.ts";
import { argumentOf, numberOf, unknownIn } from "../builtins/arguments.ts";
import { EQUALITY_FIELD } from "../hash-key.ts";
import type { CallContext, TypeModel } from "../library.ts";
import { bool, float, int, str } from "../make-value.ts";
import type { LibraryObject, Value } from "../value.ts";

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
    total_seconds: (self) => float((millisecondsOf(self) ?? 0) / 1000),
    __repr__: (self) => str(`datetime.timedelta(seconds=${(millisecondsOf(self) ?? 0) / 1000})`),
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

/** Both sides are the same one for a sign: `unary-`. */
function deltaWithDelta(operator: string, [a, b]: readonly [number, number], at: Location): Value | undefined {
  switch (operator) {
    case "+":
      return makeDelta(a + b, at);
    case "-":
      return makeDelta(a - b, at);
    case "/":
      return b === 0 ? undefined : float(a / b);
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
