/**
 * How tightly Jinja's operators bind: one of a higher level makes an operand of those below. `not` stands before its operand, in a level of
 * its own; the operators that compare, `in` and `not in` among them, are one level and chain.
 */
import type { CompareOperator } from "./syntax.ts";
import type { TokenStream } from "./token-stream.ts";

export const OR = 1;
const AND = 2;
export const NOT = 3;
export const COMPARE = 4;
export const SUM = 5;
export const CONCAT = 6;
export const PRODUCT = 7;
const POWER = 8;

const LEVELS: ReadonlyMap<string, number> = new Map([
  ["==", COMPARE],
  ["!=", COMPARE],
  [">", COMPARE],
  [">=", COMPARE],
  ["<", COMPARE],
  ["<=", COMPARE],
  ["+", SUM],
  ["-", SUM],
  ["~", CONCAT],
  ["*", PRODUCT],
  ["/", PRODUCT],
  ["//", PRODUCT],
  ["%", PRODUCT],
  ["**", POWER],
]);

/** The level of the operator that comes; 0 where none does. */
export function levelOf(stream: TokenStream): number {
  const { type, text } = stream.current;
  if (type === "operator") return LEVELS.get(text) ?? 0;
  if (type !== "name") return 0;
  if (text === "and") return AND;
  if (text === "or") return OR;
  return text === "in" || (text === "not" && isNotIn(stream)) ? COMPARE : 0;
}

function isNotIn(stream: TokenStream): boolean {
  const next = stream.peek(1);
  return next.type === "name" && next.text === "in";
}

/** Takes an operator of the level `COMPARE`. */
export function takeCompare(stream: TokenStream): CompareOperator {
  const { text } = stream.take();
  if (text !== "not") return text as CompareOperator;
  stream.take();
  return "not in";
}
