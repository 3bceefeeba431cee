/** `math` and `operator`: functions of numbers and of other values. */
import { invoke, numberOf, selfOf, unknownIn } from "../builtins/arguments.ts";
import { binaryOperation } from "../evaluate/operators/arithmetic.ts";
import { compare } from "../evaluate/operators/comparison.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { bool, float, int, NONE, native } from "../make-value.ts";
import type { Value } from "../value.ts";
import type { LibraryPart } from "./part.ts";

function unknownNumber({ args, at, interpreter }: CallContext): Value {
  return unknownIn(args) ?? interpreter.unknown("unsupported", "this number is not known", at);
}

function ofOne(use: (value: number) => Value): SymbolModel {
  return (context) => {
    const value = numberOf(context.args, 0);
    return value === undefined ? unknownNumber(context) : use(value);
  };
}

function ofTwo(use: (left: number, right: number) => Value): SymbolModel {
  return (context) => {
    const [left, right] = [numberOf(context.args, 0), numberOf(context.args, 1)];
    return left === undefined || right === undefined ? unknownNumber(context) : use(left, right);
  };
}

function divisor(left: number, right: number): number {
  return right === 0 ? Math.abs(left) : divisor(right, left % right);
}

const MATH: Readonly<Record<string, SymbolModel>> = {
  ceil: ofOne((value) => int(Math.ceil(value))),
  floor: ofOne((value) => int(Math.floor(value))),
  trunc: ofOne((value) => int(Math.trunc(value))),
  sqrt: ofOne((value) => float(Math.sqrt(value))),
  log10: ofOne((value) => float(Math.log10(value))),
  log2: ofOne((value) => float(Math.log2(value))),
  exp: ofOne((value) => float(Math.exp(value))),
  fabs: ofOne((value) => float(Math.abs(value))),
  isnan: ofOne((value) => bool(Number.isNaN(value))),
  isinf: ofOne((value) => bool(Math.abs(value) === Number.POSITIVE_INFINITY)),
  pow: ofTwo((left, right) => float(left ** right)),
  gcd: ofTwo((left, right) => int(divisor(left, right))),
  lcm: ofTwo((left, right) => int(left === 0 || right === 0 ? 0 : Math.abs(left * right) / divisor(left, right))),
  isclose: ofTwo((left, right) => bool(Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right)))),
  prod: (context) => {
    const { interpreter, at } = context;
    const { items, gap } = interpreter.iterate(selfOf(context), at);
    if (gap || !(interpreter instanceof Machine)) return gap ?? NONE;
    return items.reduce((left, right) => binaryOperation(interpreter, "*", { left, right, at }), int(1));
  },
};

const BINARY: Readonly<Record<string, string>> = {
  or_: "|",
  and_: "&",
  xor: "^",
  add: "+",
  sub: "-",
  mul: "*",
  truediv: "/",
  floordiv: "//",
  mod: "%",
  pow: "**",
  concat: "+",
};

const COMPARED = { eq: "==", ne: "!=", lt: "<", le: "<=", gt: ">", ge: ">=", is_: "is", is_not: "is not" } as const;

function binary(operator: string): SymbolModel {
  return ({ args, at, interpreter }) => {
    const [left, right] = args.positional.map((argument) => argument.value);
    return interpreter instanceof Machine && left && right ? binaryOperation(interpreter, operator, { left, right, at }) : NONE;
  };
}

function compared(operator: (typeof COMPARED)[keyof typeof COMPARED] | "in", swapped = false): SymbolModel {
  return ({ args, at, interpreter }) => {
    const [first, second] = args.positional.map((argument) => argument.value);
    if (!(interpreter instanceof Machine) || !first || !second) return NONE;
    return compare(interpreter, operator, swapped ? { left: second, right: first, at } : { left: first, right: second, at });
  };
}

const OPERATOR: Readonly<Record<string, SymbolModel>> = {
  ...Object.fromEntries(Object.entries(BINARY).map(([name, operator]) => [name, binary(operator)])),
  ...Object.fromEntries(Object.entries(COMPARED).map(([name, operator]) => [name, compared(operator)])),
  contains: compared("in", true),
  getitem: ({ args, interpreter, at }) => interpreter.subscript(args.positional[0]?.value ?? NONE, args.positional[1]?.value ?? NONE, at),
  not_: (context) => {
    const verdict = context.interpreter.truth(selfOf(context));
    return verdict === "unknown" ? unknownNumber(context) : bool(verdict === "no");
  },
  truth: (context) => {
    const verdict = context.interpreter.truth(selfOf(context));
    return verdict === "unknown" ? unknownNumber(context) : bool(verdict === "yes");
  },
  neg: ofOne((value) => (Number.isInteger(value) ? int(-value) : float(-value))),
  methodcaller: (context) => {
    const [name, ...positional] = context.args.positional;
    const args = { ...context.args, positional };
    return native("methodcaller", (inner) => {
      const text = name?.value.kind === "str" ? name.value.value : "";
      return inner.interpreter.call(inner.interpreter.attribute(selfOf(inner), text, inner.at), args, inner.at);
    });
  },
  call: (context) => invoke(context, selfOf(context), ...context.args.positional.slice(1).map((argument) => argument.value)),
};

function named(module: string, models: Readonly<Record<string, SymbolModel>>): Readonly<Record<string, SymbolModel>> {
  return Object.fromEntries(Object.entries(models).map(([name, model]) => [`${module}.${name}`, model]));
}

export const NUMBERS: LibraryPart = {
  symbols: { ...named("math", MATH), ...named("operator", OPERATOR) },
  constants: {
    "math.pi": float(Math.PI),
    "math.e": float(Math.E),
    "math.inf": float(Number.POSITIVE_INFINITY),
    "math.nan": float(Number.NaN),
  },
};
