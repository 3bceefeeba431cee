/** Constructors and builtin functions of numbers and of the codes of characters. */

import { assumptionsOf } from "../../evaluate/assumption.ts";
import { binaryOperation } from "../../evaluate/operators/arithmetic.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { float, int, NONE, str, tuple } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { Value } from "../../value.ts";
import { definesMethod } from "../../values/derived.ts";
import { scalarOf } from "../../values/enum-scalar.ts";
import { invoke, numberOf, selfOf, unknownIn } from "../arguments.ts";
import { roundHalfEven, toFixedHalfEven } from "./round-half-even.ts";

function unread(context: CallContext, message: string): Value {
  return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", message, context.at);
}

export const NUMBER_FUNCTIONS: Readonly<Record<string, SymbolModel>> = {
  int: (context) => {
    const value = scalarOf(selfOf(context));
    const own = ["__int__", "__index__"].find((name) => definesMethod(value, name));
    if (own) return invoke(context, context.interpreter.attribute(value, own, context.at));
    if (value.kind === "str") {
      const text = value.value.trim().replaceAll("_", "");
      const base = numberOf(context.args, 1, "base") ?? 10;
      const parsed =
        base === 10 && /^[+-]?\d+$/.test(text)
          ? BigInt(text.replace(/^\+/, ""))
          : base === 10
            ? undefined
            : inDigits(text.toLowerCase(), base);
      // Digits of other scripts count too.
      if (parsed === undefined && /[^\0-\x7f]/.test(text)) return unread(context, "digits of other scripts are not read");
      if (parsed === undefined) return raise("ValueError", `invalid literal for int() with base ${base}: '${value.value}'`, context.at);
      return { ...int(parsed), ...assumes(value) };
    }
    if (value.kind === "int" || value.kind === "bool") return int(typeof value.value === "bigint" ? value.value : Number(value.value));
    if (value.kind === "float") return int(Math.trunc(value.value));
    return context.args.positional.length === 0 ? int(0) : unread(context, "this number is not known");
  },
  float: (context) => {
    const value = scalarOf(selfOf(context));
    if (definesMethod(value, "__float__")) return invoke(context, context.interpreter.attribute(value, "__float__", context.at));
    if (value.kind === "str") {
      const parsed = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.value.trim())
        ? Number(value.value)
        : SPECIAL_FLOATS.get(value.value.trim().toLowerCase().replace("+", ""));
      return parsed === undefined ? raise("ValueError", `could not convert string to float: '${value.value}'`, context.at) : float(parsed);
    }
    const number = numberOf(context.args, 0);
    return number === undefined ? unread(context, "this number is not known") : float(number);
  },
  abs: (context) => {
    const value = selfOf(context);
    if (value.kind === "int") return int(BigInt(value.value) < 0n ? -BigInt(value.value) : value.value);
    return value.kind === "float" ? float(Math.abs(value.value)) : unread(context, "this number is not known");
  },
  round: (context) => {
    const value = numberOf(context.args, 0);
    if (value === undefined) return unread(context, "this number is not known");
    const digits = numberOf(context.args, 1);
    if (digits === undefined || digits < 0)
      return digits === undefined ? int(roundHalfEven(value)) : unread(context, "this rounding is not read");
    return context.args.positional[0]?.value.kind === "int" ? selfOf(context) : float(Number(toFixedHalfEven(value, digits)));
  },
  pow: (context) => {
    const { interpreter, at } = context;
    const [left, right] = [selfOf(context), context.args.positional[1]?.value ?? NONE];
    return interpreter instanceof Machine && context.args.positional.length === 2
      ? binaryOperation(interpreter, "**", { left, right, at })
      : unread(context, "this power is not known");
  },
  hex: (context) => inBase(context, 16, "0x"),
  oct: (context) => inBase(context, 8, "0o"),
  bin: (context) => inBase(context, 2, "0b"),
  divmod: (context) => {
    const { interpreter, at } = context;
    const [left, right] = [selfOf(context), context.args.positional[1]?.value ?? NONE];
    if (!(interpreter instanceof Machine)) return NONE;
    return tuple([binaryOperation(interpreter, "//", { left, right, at }), binaryOperation(interpreter, "%", { left, right, at })]);
  },
  ord: (context) => {
    const value = selfOf(context);
    return value.kind === "str" ? int(value.value.codePointAt(0) ?? 0) : unread(context, "this character is not known");
  },
  chr: (context) => {
    const code = numberOf(context.args, 0);
    return code === undefined ? unread(context, "this character is not known") : str(String.fromCodePoint(code));
  },
};

function inBase(context: CallContext, base: number, prefix: string): Value {
  const value = selfOf(context);
  if (value.kind !== "int") return unread(context, "this number is not known");
  const digits = BigInt(value.value).toString(base);
  return str(digits.startsWith("-") ? `-${prefix}${digits.slice(1)}` : prefix + digits);
}

const PREFIXES: ReadonlyMap<string, number> = new Map([
  ["0x", 16],
  ["0o", 8],
  ["0b", 2],
]);

/** `int("ff", 16)`, `int("0xff", 0)`; exact however long it is. */
function inDigits(text: string, base: number): bigint | undefined {
  const [, sign = "", prefix = "", digits = ""] = /^([+-]?)(0[xob](?=[0-9a-z]))?([0-9a-z]+)$/.exec(text) ?? [];
  const known = PREFIXES.get(prefix);
  const radix = base === 0 ? (known ?? 10) : base;
  const all = known === radix ? digits : prefix + digits;
  let value = 0n;
  for (const digit of all) {
    const worth = Number.parseInt(digit, 36);
    if (worth >= radix) return undefined;
    value = value * BigInt(radix) + BigInt(worth);
  }
  return all === "" ? undefined : sign === "-" ? -value : value;
}

const SPECIAL_FLOATS: ReadonlyMap<string, number> = new Map([
  ["inf", Number.POSITIVE_INFINITY],
  ["infinity", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["-infinity", Number.NEGATIVE_INFINITY],
  ["nan", Number.NaN],
  ["-nan", Number.NaN],
]);

function assumes(value: Value): { readonly assumes?: readonly string[] } {
  const found = assumptionsOf(value);
  return found ? { assumes: found } : {};
}
