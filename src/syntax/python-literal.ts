/**
 * Values as Python literals, for edits and scaffolds: whatever a value holds, what is written is one literal and nothing else.
 * Strings are written in the wanted quotes, printable characters as they are, all others escaped as `repr` does.
 */
import { Bug } from "../base/exhaustive.ts";

/** What can be written. A dict is a `Map`, so that its order and its keys are exact. */
export type LiteralValue = string | number | bigint | boolean | null | readonly LiteralValue[] | ReadonlyMap<LiteralValue, LiteralValue>;

export type QuoteStyle = "'" | '"';

/** The literal on one line: `["a", 1, {"b": None}]`. Throws a Bug for NaN and infinities, which have no literal. */
export function renderLiteral(value: LiteralValue, quote: QuoteStyle = '"'): string {
  if (value === null) return "None";
  if (typeof value === "string") return renderString(value, quote);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return renderNumber(value);
  if (value instanceof Map) {
    const entries = Array.from(value as ReadonlyMap<LiteralValue, LiteralValue>);
    return `{${entries.map(([key, item]) => `${renderLiteral(key, quote)}: ${renderLiteral(item, quote)}`).join(", ")}}`;
  }
  return `[${(value as readonly LiteralValue[]).map((item) => renderLiteral(item, quote)).join(", ")}]`;
}

/** In the wanted quotes; in the other ones when the text holds the wanted and not the other, as Black and `repr` do. */
export function renderString(value: string, wanted: QuoteStyle = '"'): string {
  const other: QuoteStyle = wanted === '"' ? "'" : '"';
  const quote = value.includes(wanted) && !value.includes(other) ? other : wanted;
  return quote + escaped(value, quote) + quote;
}

const NAMED: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Controls, separators other than the space, formats (a BOM, bidirectional marks), surrogates without a partner, private and unassigned characters. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\\'"]|(?! )\p{Zs}/gu;

function escaped(value: string, quote: QuoteStyle): string {
  return value.replace(UNPRINTABLE, (character) => {
    if (character === "'" || character === '"') return character === quote ? `\\${character}` : character;
    return NAMED[character] ?? numeric(character.codePointAt(0) ?? 0);
  });
}

function numeric(point: number): string {
  const digits = point.toString(16);
  if (point <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return point <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

function renderNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Bug(`${value} has no Python literal`);
  if (Number.isInteger(value) && !Object.is(value, -0)) return BigInt(value).toString();
  return Object.is(value, -0) ? "-0.0" : String(value);
}
