/** `format(value, spec)`: the mini-language of f-strings and `str.format`. */
import type { Location } from "../../../base/span.ts";
import { toFixedHalfEven } from "../../builtins/numbers/round-half-even.ts";
import type { Machine } from "../../machine.ts";
import type { Value } from "../../value.ts";
import { definesMethod } from "../../values/derived.ts";
import { distribute } from "../../values/one-of.ts";
import { assumptionsOf } from "../assumption.ts";

const SPEC = /^(?:(.)?([<>=^]))?([+\- ])?(#)?(0)?(\d+)?([_,])?(?:\.(\d+))?([bcdeEfFgGnosxX%])?$/su;

export function formatValue(machine: Machine, value: Value, spec: string, at: Location): Value {
  if (value.kind === "unknown") return value;
  if (value.kind === "one-of") return distribute(value, (option) => formatValue(machine, option, spec, at));
  if (definesMethod(value, "__format__")) return formatObject(machine, value, spec, at);
  if (spec === "") return machine.toStr(value, at);
  if (value.kind === "object" || value.kind === "instance") return formatObject(machine, value, spec, at);
  const match = SPEC.exec(spec);
  const text = match && formatted(value, match);
  if (text === undefined || text === null) return machine.unknown("unsupported", `the format \`${spec}\` is not read`, at);
  const assumes = assumptionsOf(value);
  return { kind: "str", value: text, ...(assumes && { assumes }) };
}

/** Dates format themselves with `strftime`; classes with `__format__`. */
function formatObject(machine: Machine, value: Value, spec: string, at: Location): Value {
  const method = machine.attribute(value, "__format__", at);
  return machine.call(method, { positional: [{ value: { kind: "str", value: spec }, at }], keywords: new Map(), complete: true }, at);
}

function formatted(value: Value, match: RegExpExecArray): string | undefined {
  if (value.kind === "str") return formattedText(value.value, match);
  const number = value.kind === "int" || value.kind === "float" ? value.value : value.kind === "bool" ? Number(value.value) : undefined;
  return number === undefined ? undefined : formattedNumber(number, value.kind !== "float", match);
}

function formattedText(text: string, [, fill, align, , , zero, width, , precision, type]: RegExpExecArray): string | undefined {
  if (type && type !== "s") return undefined;
  const cut = precision === undefined ? text : [...text].slice(0, Number(precision)).join("");
  return pad(cut, { fill: fill ?? (zero ? "0" : " "), align: align ?? "<", width });
}

function formattedNumber(number: number | bigint, isInt: boolean, match: RegExpExecArray): string | undefined {
  const [, given, align, sign, alternate, zero, width, grouping, precision, type] = match;
  const fill = given ?? (zero ? "0" : " ");
  const digits = formatNumber(number, { isInt, type, precision, grouping, alternate: alternate !== undefined });
  if (digits === undefined) return undefined;
  const negative = digits.startsWith("-");
  const prefix = negative ? "-" : sign === "+" || sign === " " ? sign : "";
  const body = negative ? digits.slice(1) : digits;
  // Padding goes between the sign and the digits.
  const inner = zero && !align ? "0" : align === "=" ? fill : undefined;
  const [base = ""] = (alternate && /^0[xXob]/.exec(body)) || [];
  if (inner !== undefined)
    return prefix + base + body.slice(base.length).padStart(Math.max(0, Number(width ?? 0) - prefix.length - base.length), inner);
  return pad(prefix + body, { fill, align: align ?? ">", width });
}

interface NumberFormat {
  readonly isInt: boolean;
  readonly type: string | undefined;
  readonly precision: string | undefined;
  readonly grouping: string | undefined;
  readonly alternate: boolean;
}

function formatNumber(value: number | bigint, format: NumberFormat): string | undefined {
  const { isInt, type, precision } = format;
  const digits = Number(precision ?? 6);
  switch (type ?? (isInt ? "d" : precision === undefined ? "r" : "none")) {
    case "d":
      return isInt ? group(String(value), format.grouping) : undefined;
    case "f":
    case "F":
      return group(toFixedHalfEven(Number(value), digits), format.grouping);
    case "%":
      return `${toFixedHalfEven(Number(value) * 100, digits)}%`;
    case "e":
      return scientific(Number(value).toExponential(digits));
    case "E":
      return scientific(Number(value).toExponential(digits)).toUpperCase();
    case "g":
      return group(general(Number(value), { precision: digits, keepZeros: format.alternate }), format.grouping);
    case "G":
      return group(general(Number(value), { precision: digits, keepZeros: format.alternate }).toUpperCase(), format.grouping);
    case "none":
      return group(withFraction(Number(value), digits), format.grouping);
    case "x":
      return `${format.alternate ? "0x" : ""}${value.toString(16)}`;
    case "X":
      return `${format.alternate ? "0X" : ""}${value.toString(16).toUpperCase()}`;
    case "b":
      return `${format.alternate ? "0b" : ""}${value.toString(2)}`;
    case "c":
      return String.fromCodePoint(Number(value));
    case "n":
      return isInt ? String(value) : general(Number(value), { precision: digits });
    case "o":
      return `${format.alternate ? "0o" : ""}${value.toString(8)}`;
    case "r":
      return group(Number.isInteger(value) ? `${value}.0` : String(value), format.grouping);
    default:
      return undefined;
  }
}

/** An exponent has two digits at least: JavaScript's `1e+6` is Python's `1e+06`. */
function scientific(text: string): string {
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

interface GeneralFormat {
  readonly precision: number;
  /** Exponents from here on are written scientifically. */
  readonly limit?: number;
  readonly keepZeros?: boolean;
}

/** `g`: significant digits without the zeros at the end; scientific where the exponent is below -4 or reaches the limit. */
function general(value: number, { precision, limit, keepZeros = false }: GeneralFormat): string {
  const significant = Math.max(1, precision);
  const rounded = value.toExponential(significant - 1);
  const exponent = Number(rounded.slice(rounded.indexOf("e") + 1));
  const isFixed = exponent >= -4 && exponent < (limit ?? significant);
  const text = isFixed ? value.toFixed(significant - 1 - exponent) : rounded;
  return scientific(keepZeros ? text : text.replace(/(\.\d*?)0+(?=e|$)/, "$1").replace(/\.(?=e|$)/, ""));
}

/** A float with a precision and no type: as `g`, but scientific one digit earlier, and never without a digit after the point. */
function withFraction(value: number, precision: number): string {
  const text = general(value, { precision, limit: Math.max(1, precision) - 1 });
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function group(text: string, separator: string | undefined): string {
  if (!separator) return text;
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function pad(text: string, { fill, align, width }: { fill: string; align: string; width: string | undefined }): string {
  const missing = Number(width ?? 0) - [...text].length;
  if (missing <= 0) return text;
  if (align === "<") return text + fill.repeat(missing);
  if (align === "^") return fill.repeat(Math.floor(missing / 2)) + text + fill.repeat(Math.ceil(missing / 2));
  return fill.repeat(missing) + text;
}
