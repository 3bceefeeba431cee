/**
 * What a plain YAML scalar is worth, by reader. PyYAML reads YAML 1.1 (`yes`, `on`, `0o17` is a string, `017` is 15, `1:30` is 90);
 * GitHub's readers and our own configuration read the core schema of YAML 1.2, where `on` and `off` are strings.
 *
 * Source: PyYAML 6.0.3 `resolver.py`, `constructor.py` (SafeLoader); dagster_shared 1.13 `yaml_utils` (SafeLoader without timestamps);
 * YAML 1.2.2 section 10.3.2. The table in `test/formats/yaml-scalars.golden.json` is recorded from PyYAML.
 */
import type { ScalarValue } from "./format-node.ts";

/** `pyyaml`: `yaml.safe_load`. `libyaml`: `yaml.CSafeLoader`, as dbt does. `dagster`: Dagster's own loader, where dates stay strings. `core`: YAML 1.2. */
export type YamlReading = "pyyaml" | "libyaml" | "dagster" | "core";

/** A value, `merge` for a plain `<<`, or why PyYAML refuses it. */
export type ResolvedScalar = ScalarValue | { readonly type: "merge" } | { readonly type: "refused"; readonly message: string };

/** What every value that is no string begins with, if it is not empty. */
const FIRST = /^(?:[-+.~<=0-9yYnNtTfFoO]|$)/;
const BOOL = /^(?:yes|no|true|false|on|off)$/;
const CASED = /^(?:[a-z]+|[A-Z][a-z]+|[A-Z]+)$/;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const INT = /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const TIMESTAMP =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/;
const TIMESTAMP_PARTS =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d{1,2})(?::(\d{2}))?))?)?$/;

const CORE_INT = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const CORE_FLOAT = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const CORE_BOOL = /^(?:true|True|TRUE|false|False|FALSE)$/;

/** True for what no reader takes for anything but text, by its first character. */
export function isAlwaysText(text: string): boolean {
  return !FIRST.test(text);
}

export function resolvePlainScalar(text: string, reading: YamlReading): ResolvedScalar {
  if (isAlwaysText(text)) return { type: "str", value: text };
  if (reading === "core") return resolveCore(text);
  if (isWord(text)) {
    if (BOOL.test(text.toLowerCase()) && CASED.test(text)) return constructTagged("bool", text);
  } else {
    if (FLOAT.test(text)) return constructTagged("float", text);
    if (INT.test(text)) return constructTagged("int", text);
  }
  if (text === "<<") return { type: "merge" };
  if (NULL.test(text)) return { type: "null", value: null };
  if (reading !== "dagster" && TIMESTAMP.test(text)) return constructTagged("timestamp", text);
  if (text === "=") return { type: "refused", message: "PyYAML has no value for a plain `=`: quote it" };
  return { type: "str", value: text };
}

/** By its first character: a word is no number. */
function isWord(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function resolveCore(text: string): ResolvedScalar {
  if (NULL.test(text)) return { type: "null", value: null };
  if (CORE_BOOL.test(text)) return { type: "bool", value: text.toLowerCase() === "true" };
  if (CORE_INT.test(text)) return integer(text.replace(/^\+/, ""));
  if (CORE_FLOAT.test(text)) return { type: "float", value: float(text) };
  if (text === "<<") return { type: "merge" };
  return { type: "str", value: text };
}

/** A scalar under an explicit tag (`!!int "3"`), named without its prefix. */
export function constructTagged(tag: string, text: string): ResolvedScalar {
  switch (tag) {
    case "str":
      return { type: "str", value: text };
    case "null":
      return { type: "null", value: null };
    case "bool":
      return BOOL.test(text.toLowerCase())
        ? { type: "bool", value: /^(?:yes|true|on)$/i.test(text) }
        : { type: "refused", message: `\`${text}\` is no bool` };
    case "int":
      return constructInt(text);
    case "float":
      return constructFloat(text);
    case "timestamp":
      return constructTimestamp(text);
    case "binary":
      return constructBinary(text);
    default:
      return { type: "refused", message: `could not determine a constructor for the tag \`${tag}\`` };
  }
}

/** Nearly every integer. */
const SMALL_DECIMAL = /^(?:0|[1-9]\d{0,14})$/;

function constructInt(text: string): ResolvedScalar {
  if (SMALL_DECIMAL.test(text)) return { type: "int", value: Number(text) };
  const refused: ResolvedScalar = { type: "refused", message: `\`${text}\` is no int` };
  const [, sign = "", digits = ""] = /^([-+]?)(.*)$/s.exec(text.replaceAll("_", "")) ?? [];
  const negative = sign === "-" ? "-" : "";
  if (/^0b[01]+$/.test(digits) || /^0x[0-9a-fA-F]+$/.test(digits)) return integer(digits, negative);
  if (/^0o?[0-7]+$/.test(digits)) return integer(digits.replace(/^0o?/, "0o"), negative);
  if (/^\d+(?::\d+)+$/.test(digits)) return integer(String(sexagesimal(digits, BigInt, 60n)), negative);
  return /^(?:0|[1-9]\d*)$/.test(digits) ? integer(digits, negative) : refused;
}

function sexagesimal(text: string, parse: (part: string) => bigint, base: bigint): bigint {
  return text.split(":").reduce((total, part) => total * base + parse(part), 0n);
}

/** Decimal, and safe as a number. */
const SMALL = /^\d{1,15}$/;

function integer(literal: string, sign = ""): ScalarValue {
  if (SMALL.test(literal)) return { type: "int", value: sign === "-" ? 0 - Number(literal) : Number(literal) };
  const negative = sign === "-" || literal.startsWith("-");
  const magnitude = BigInt(literal.replace(/^-/, ""));
  const value = negative ? -magnitude : magnitude;
  const small = Number(value);
  return { type: "int", value: Number.isSafeInteger(small) ? small + 0 : value };
}

function constructFloat(text: string): ResolvedScalar {
  const plain = text.replaceAll("_", "");
  if (plain.includes(":") && /^[-+]?\d+(?::\d+)*(?:\.\d*)?$/.test(plain)) {
    const magnitude = plain
      .replace(/^[-+]/, "")
      .split(":")
      .reduce((total, part) => total * 60 + Number(part), 0);
    return { type: "float", value: plain.startsWith("-") ? -magnitude : magnitude };
  }
  const value = float(plain);
  const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$|^[-+]?\.(?:inf|nan)$/i.test(plain);
  return isNumber ? { type: "float", value } : { type: "refused", message: `\`${text}\` is no float` };
}

function float(text: string): number {
  const lower = text.toLowerCase();
  if (lower.endsWith(".nan")) return Number.NaN;
  if (lower.endsWith(".inf")) return lower.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(lower);
}

function constructTimestamp(text: string): ResolvedScalar {
  const [, year = "", month = "", day = "", hour, minute, second, fraction, zone, sign, zoneHour = "", zoneMinute = "0"] =
    TIMESTAMP_PARTS.exec(text) ?? [];
  const date = `${year}-${two(month)}-${two(day)}`;
  const refused: ResolvedScalar = { type: "refused", message: `\`${text}\` is no date` };
  if (!isCalendarDate(Number(year), Number(month), Number(day))) return refused;
  if (hour === undefined) return { type: "date", value: date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return refused;
  const micro = (fraction ?? "").slice(0, 6).padEnd(6, "0");
  const offset = sign === undefined ? "+00:00" : `${sign}${two(zoneHour)}:${two(zoneMinute)}`;
  const time = `${two(hour)}:${minute}:${second}${Number(micro) > 0 ? `.${micro}` : ""}`;
  return { type: "datetime", value: `${date}T${time}${zone === undefined ? "" : offset.replace("-00:00", "+00:00")}` };
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

function constructBinary(text: string): ResolvedScalar {
  try {
    return { type: "bytes", value: atob(text.replaceAll(/\s/g, "")) };
  } catch {
    return { type: "refused", message: "failed to decode base64 data" };
  }
}
