/**
 * What Jinja itself brings into a template: look-up of attributes with a fallback to items, `~`, and the filters that name things.
 * A filter that is not here leaves the value unresolved.
 */
import type { CallContext } from "../../../python/library.ts";
import { int, NONE, native, str, symbol } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { argumentsOf } from "../../library/signature.ts";
import { CONCATENATE, FILTER, GET_ATTRIBUTE, TEST } from "./python-expression.ts";

type Operation = (operand: Value, context: CallContext) => Value;

const DICT_METHODS = new Set(["get", "items", "keys", "values", "copy", "pop", "update", "setdefault"]);

/** `object.name`: the attribute, else the item. */
function getAttribute({ args, interpreter, at }: CallContext): Value {
  const [object, name] = [args.positional[0]?.value ?? NONE, args.positional[1]?.value ?? NONE];
  if (name.kind !== "str") return name;
  if (object.kind === "dict" && !DICT_METHODS.has(name.value)) return interpreter.subscript(object, name, at);
  return interpreter.attribute(object, name.value, at);
}

function concatenate({ args, interpreter, at }: CallContext): Value {
  return joined(
    args.positional.map(({ value }) => value),
    interpreter.toStr.bind(interpreter),
    at,
  );
}

/** The texts of values after each other; the first that has no known text stands for all. */
export function joined(values: readonly Value[], toStr: (value: Value, at: CallContext["at"]) => Value, at: CallContext["at"]): Value {
  const assumes = new Set<string>();
  let text = "";
  for (const value of values) {
    const part = toStr(value, at);
    if (part.kind !== "str") return part;
    text += part.value;
    for (const assumption of part.assumes ?? []) assumes.add(assumption);
  }
  return str(text, [...assumes]);
}

/** The method of the text of the operand, with the filter's arguments. */
function textMethod(name: string): Operation {
  return (operand, { args, interpreter, at }) => {
    const text = interpreter.toStr(operand, at);
    if (text.kind !== "str") return text;
    return interpreter.call(interpreter.attribute(text, name, at), { ...args, positional: args.positional.slice(1) }, at);
  };
}

function builtin(name: string): Operation {
  return (operand, { interpreter, at }) => interpreter.call(symbol(`builtins.${name}`), argumentsOf({ value: operand, at }), at);
}

/** The fallback for what is not defined; with a true second argument for everything false. Undefined names never get here: they are refused. */
const fallback: Operation = (operand, { args, interpreter }) => {
  const [, otherwise, evenIfFalse] = args.positional;
  const isFalse = evenIfFalse !== undefined && interpreter.truth(evenIfFalse.value) === "yes" && interpreter.truth(operand) === "no";
  return isFalse ? (otherwise?.value ?? str("")) : operand;
};

const join: Operation = (operand, { args, interpreter, at }) => {
  const separator = args.positional[1]?.value ?? str("");
  const { items, gap } = interpreter.iterate(operand, at);
  if (gap) return gap;
  const parts = items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
  return joined(parts, interpreter.toStr.bind(interpreter), at);
};

const FILTERS: Readonly<Record<string, Operation>> = {
  upper: textMethod("upper"),
  lower: textMethod("lower"),
  title: textMethod("title"),
  capitalize: textMethod("capitalize"),
  trim: textMethod("strip"),
  replace: textMethod("replace"),
  string: (operand, { interpreter, at }) => interpreter.toStr(operand, at),
  int: builtin("int"),
  float: builtin("float"),
  list: builtin("list"),
  sort: builtin("sorted"),
  length: builtin("len"),
  count: builtin("len"),
  first: (operand, { interpreter, at }) => interpreter.subscript(operand, int(0), at),
  last: (operand, { interpreter, at }) => interpreter.subscript(operand, int(-1), at),
  items: (operand, { interpreter, at }) => interpreter.call(interpreter.attribute(operand, "items", at), argumentsOf(), at),
  join,
  default: fallback,
  d: fallback,
};

const TESTS: Readonly<Record<string, Operation>> = {
  defined: () => ({ kind: "bool", value: true }),
  none: (operand) => (operand.kind === "unknown" ? operand : { kind: "bool", value: operand.kind === "none" }),
  string: (operand) => (operand.kind === "unknown" ? operand : { kind: "bool", value: operand.kind === "str" }),
};

function operations(prefix: string, table: Readonly<Record<string, Operation>>): readonly (readonly [string, Value])[] {
  return Object.entries(table).map(([name, operation]) => [
    prefix + name,
    native(name, (context) => operation(context.args.positional[0]?.value ?? NONE, context)),
  ]);
}

export const JINJA_NAMES: ReadonlyMap<string, Value> = new Map([
  [GET_ATTRIBUTE, native("getattr", getAttribute)],
  [CONCATENATE, native("~", concatenate)],
  ...operations(FILTER, FILTERS),
  ...operations(TEST, TESTS),
  ["range", symbol("builtins.range")],
  ["dict", symbol("builtins.dict")],
]);
