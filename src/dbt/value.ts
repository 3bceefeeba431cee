/**
 * What YAML, Jinja and a manifest hold, as dbt's Python sees it. Integers and floats are apart, because a float `1.0` is written
 * `1.0` into the name of a test. Anything that only a run decides is an unknown with its reason; it is never null and never a guess.
 */
import type { FormatNode } from "../formats/format-node.ts";

/** As in the document that reports gaps: who could know it, and whether the gap is ours (`unsupported`). */
export type DbtGapReason = "runtime-input" | "external-library" | "unsupported" | "limit" | "cycle";

export interface DbtUnknown {
  readonly kind: "unknown";
  readonly reason: DbtGapReason;
  readonly message: string;
}

export interface DbtFloat {
  readonly kind: "float";
  readonly value: number;
}

export interface DbtCallArguments {
  readonly positional: readonly DbtValue[];
  readonly keywords: ReadonlyMap<string, DbtValue>;
}

/** A name of dbt's context: `target`, `adapter`, a macro, a relation. Attributes that it has not are undefined, as in Jinja. */
export interface DbtObject {
  readonly kind: "object";
  /** What printing gives; some objects print what only a run knows. */
  readonly text: string | DbtUnknown;
  /** Jinja's undefined is false; every other object is true. */
  readonly truth: boolean;
  readonly attribute?: (name: string) => DbtValue | undefined;
  readonly call?: (args: DbtCallArguments) => DbtValue;
  readonly assign?: (name: string, value: DbtValue) => void;
}

export type DbtMapping = Map<string, DbtValue>;
export type DbtValue = null | boolean | number | bigint | string | DbtFloat | DbtValue[] | DbtMapping | DbtObject | DbtUnknown;

/** Jinja's undefined: false, prints nothing, and every attribute of it is undefined again. */
export const UNDEFINED: DbtObject = { kind: "object", text: "", truth: false, attribute: () => UNDEFINED };

export function dbtUnknown(reason: DbtGapReason, message: string): DbtUnknown {
  return { kind: "unknown", reason, message };
}

export function isUnknown(value: DbtValue | undefined): value is DbtUnknown {
  return isTagged(value) && value.kind === "unknown";
}

export function isObject(value: DbtValue | undefined): value is DbtObject {
  return isTagged(value) && value.kind === "object";
}

export function isFloat(value: DbtValue | undefined): value is DbtFloat {
  return isTagged(value) && value.kind === "float";
}

export function isMapping(value: DbtValue | undefined): value is DbtMapping {
  return value instanceof Map;
}

function isTagged(value: DbtValue | undefined): value is DbtFloat | DbtObject | DbtUnknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map);
}

export function fromFormat(node: FormatNode | undefined): DbtValue {
  if (node === undefined) return null;
  if (node.kind === "sequence") return node.items.map(fromFormat);
  if (node.kind === "mapping") {
    const mapping: DbtMapping = new Map();
    for (const { key, value } of node.entries) mapping.set(keyText(fromFormat(key)), fromFormat(value));
    return mapping;
  }
  if (node.type === "float") return { kind: "float", value: node.value };
  if (node.type === "datetime") return node.value.replace("T", " ");
  return node.value;
}

function keyText(key: DbtValue): string {
  return typeof key === "string" ? key : pythonStr(key);
}

/** From `JSON.parse`. Whether a whole number was written as a float is lost there. */
export function fromJson(value: unknown): DbtValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isInteger(value) ? value : { kind: "float", value };
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value === "object") return new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item)]));
  return null;
}

/** Python's `str()`; an unknown inside makes no text: ask {@link findUnknown} first. */
export function pythonStr(value: DbtValue): string {
  if (typeof value === "string") return value;
  if (isObject(value)) return typeof value.text === "string" ? value.text : "";
  return pythonRepr(value);
}

export function pythonRepr(value: DbtValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return stringRepr(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  if (isMapping(value)) return `{${[...value].map(([key, item]) => `${stringRepr(key)}: ${pythonRepr(item)}`).join(", ")}}`;
  if (value.kind === "float") return floatRepr(value.value);
  return value.kind === "object" && typeof value.text === "string" ? value.text : "";
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Printable ASCII with nothing to escape: nearly every text. */
const PLAIN = /^[ !#-&(-[\]-~]*$/;

/** The same with single quotes in it, which double quotes go around. */
const PLAIN_WITH_QUOTES = /^[ !#-[\]-~]*$/;

export function stringRepr(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  if (PLAIN_WITH_QUOTES.test(text)) return `"${text}"`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === quote) body += `\\${quote}`;
    else if (ESCAPES.has(character)) body += ESCAPES.get(character);
    else if (code < 0x20 || code === 0x7f) body += `\\x${code.toString(16).padStart(2, "0")}`;
    else if (code >= 0x80 && code < 0xa1) body += `\\x${code.toString(16).padStart(2, "0")}`;
    else if (code === 0x200b || code === 0x2028 || code === 0x2029 || code === 0xfeff) body += `\\u${code.toString(16).padStart(4, "0")}`;
    else body += character;
  }
  return `${quote}${body}${quote}`;
}

function floatRepr(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e16 || magnitude < 1e-4)) {
    return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** The first unknown in a value, however deep. */
export function findUnknown(value: DbtValue | undefined): DbtUnknown | undefined {
  if (value === undefined || value === null || typeof value !== "object") return undefined;
  if (Array.isArray(value)) return firstUnknown(value);
  if (isMapping(value)) return firstUnknown(value.values());
  if (value.kind === "unknown") return value;
  return value.kind === "object" && typeof value.text !== "string" ? value.text : undefined;
}

function firstUnknown(values: Iterable<DbtValue>): DbtUnknown | undefined {
  for (const value of values) {
    const unknown = findUnknown(value);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

/** Yes, no, or what decides it. */
export function truthOf(value: DbtValue): boolean | DbtUnknown {
  if (value === null) return false;
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return value !== "";
  if (typeof value === "number" || typeof value === "bigint") return Number(value) !== 0;
  if (Array.isArray(value)) return value.length > 0;
  if (isMapping(value)) return value.size > 0;
  if (value.kind === "float") return value.value !== 0;
  return value.kind === "object" ? value.truth : value;
}

export function numberOf(value: DbtValue | undefined): number | undefined {
  if (typeof value === "number" || typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") return Number(value);
  return isFloat(value) ? value.value : undefined;
}

/** Python's `==`; objects by identity. */
export function equalValues(left: DbtValue, right: DbtValue): boolean | DbtUnknown {
  const unknown = findUnknown(left) ?? findUnknown(right);
  if (unknown !== undefined) return unknown;
  const numbers = [numberOf(left), numberOf(right)];
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] === numbers[1];
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => equalValues(item, right[index] ?? null) === true);
  }
  if (isMapping(left) && isMapping(right)) {
    return (
      left.size === right.size && [...left].every(([key, item]) => right.has(key) && equalValues(item, right.get(key) ?? null) === true)
    );
  }
  return left === right;
}

/** A copy that nobody else changes. */
export function cloneValue(value: DbtValue): DbtValue {
  if (Array.isArray(value)) return value.map(cloneValue);
  if (!isMapping(value)) return value;
  const copy: DbtMapping = new Map();
  for (const [key, item] of value) copy.set(key, cloneValue(item));
  return copy;
}

/** A function of dbt's context. */
export function callable(text: string, call: (args: DbtCallArguments) => DbtValue): DbtObject {
  return { kind: "object", text, truth: true, call, attribute: () => undefined };
}

/** An object with fixed attributes. */
export function record(attributes: Readonly<Record<string, DbtValue>>, text: string | DbtUnknown = ""): DbtObject {
  return { kind: "object", text, truth: true, attribute: (name) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined) };
}
