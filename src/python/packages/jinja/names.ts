/**
 * What Jinja itself brings into a template: look-up of attributes with a fallback to items, `~`, and the filters that name things.
 * A filter that is not here leaves the value unresolved.
 */
import { invoke } from "../../builtins/arguments.ts";
import type { CallContext } from "../../library.ts";
import { int, list, NONE, native, str, symbol } from "../../make-value.ts";
import { PythonRaise } from "../../python-raise.ts";
import type { Value } from "../../value.ts";
import { CONCATENATE, FILTER, GET_ATTRIBUTE, TEST } from "./python-expression.ts";

/** What a name that nothing binds is worth where Jinja is lenient: it prints nothing, is false and empty. Told from other texts by identity. */
export const UNDEFINED: Value = { kind: "str", value: "" };

type Operation = (operand: Value, context: CallContext) => Value;

const DICT_METHODS = new Set(["get", "items", "keys", "values", "copy", "pop", "update", "setdefault"]);

/** `object.name`: the attribute, else the item. */
function getAttribute({ args, interpreter, at }: CallContext): Value {
  const [object, name] = [args.positional[0]?.value ?? NONE, args.positional[1]?.value ?? NONE];
  if (name.kind !== "str") return name;
  if (object.kind === "dict" && !DICT_METHODS.has(name.value)) return interpreter.subscript(object, name, at);
  return interpreter.attribute(object, name.value, at);
}

/** The same where what is not there is undefined. */
function getAttributeOrUndefined(context: CallContext): Value {
  try {
    return getAttribute(context);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    return UNDEFINED;
  }
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
  return (operand, context) => invoke(context, symbol(`builtins.${name}`), operand);
}

/** The fallback for what is not defined; with a true second argument for everything false. */
const fallback: Operation = (operand, { args, interpreter }) => {
  const [, otherwise, evenIfFalse] = args.positional;
  const isFalse = evenIfFalse !== undefined && interpreter.truth(evenIfFalse.value) === "yes" && interpreter.truth(operand) === "no";
  return isFalse || operand === UNDEFINED ? (otherwise?.value ?? str("")) : operand;
};

const join: Operation = (operand, { args, interpreter, at }) => {
  const separator = args.positional[1]?.value ?? args.keywords.get("d")?.value ?? str("");
  const attribute = args.keywords.get("attribute")?.value ?? args.positional[2]?.value;
  const { items: given, gap } = interpreter.iterate(operand, at);
  if (gap) return gap;
  const items = attribute ? given.map((item) => attributeIn(item, attribute, { args, interpreter, at })) : given;
  const parts = items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
  return joined(parts, interpreter.toStr.bind(interpreter), at);
};

/** Every line but the first, and empty ones, moved in. */
const indented: Operation = (operand, { args, interpreter, at }) => {
  const text = interpreter.toStr(operand, at);
  if (text.kind !== "str") return text;
  const width = args.positional[1]?.value ?? args.keywords.get("width")?.value;
  const first = args.keywords.get("first")?.value ?? args.positional[2]?.value ?? NONE;
  const margin = width?.kind === "str" ? width.value : " ".repeat(width?.kind === "int" ? Number(width.value) : 4);
  const lines = text.value.split("\n").map((line, index) => (index > 0 && line !== "" ? margin + line : line));
  return str((interpreter.truth(first) === "yes" ? margin : "") + lines.join("\n"), text.assumes);
};

/** `item.name` for filters that are told an attribute. */
function attributeIn(item: Value, name: Value, { args, interpreter, at }: CallContext): Value {
  const positional = [item, name].map((value) => ({ value, at }));
  return getAttributeOrUndefined({ args: { ...args, positional }, interpreter, at });
}

function eachItem(use: (items: readonly Value[], context: CallContext) => readonly Value[]): Operation {
  return (operand, context) => {
    const { items, gap } = context.interpreter.iterate(operand, context.at);
    return list(use(items, context), gap);
  };
}

/** `map(attribute="name")`, `map("upper")`. */
const mapped = eachItem((items, context) => {
  const { args } = context;
  const attribute = args.keywords.get("attribute")?.value;
  if (attribute) return items.map((item) => attributeIn(item, attribute, context));
  const filter = args.positional[1]?.value;
  const operation = filter?.kind === "str" ? FILTERS[filter.value] : undefined;
  const rest = args.positional.slice(2);
  return items.map((item) => {
    const inner = { ...context, args: { ...args, positional: [{ value: item, at: context.at }, ...rest] } };
    return operation ? operation(item, inner) : context.interpreter.unknown("unsupported", "this Jinja filter is not read", context.at);
  });
});

/** `selectattr("name")`, `selectattr("name", "equalto", value)`, and their opposites. */
function selecting(isKept: boolean, byAttribute: boolean): Operation {
  return eachItem((items, context) => {
    const { args, interpreter, at } = context;
    const rest = args.positional.slice(1).map(({ value }) => value);
    const attribute = byAttribute ? rest.shift() : undefined;
    const [test, ...operands] = rest;
    return items.filter((item) => {
      const subject = attribute ? attributeIn(item, attribute, context) : item;
      const name = test?.kind === "str" ? test.value : "truthy";
      const positional = [subject, ...operands].map((value) => ({ value, at }));
      const verdict = TESTS[name]?.(subject, { ...context, args: { ...args, positional } }) ?? subject;
      return (interpreter.truth(verdict) === "yes") === isKept;
    });
  });
}

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
  items: (operand, context) => invoke(context, context.interpreter.attribute(operand, "items", context.at)),
  map: mapped,
  select: selecting(true, false),
  reject: selecting(false, false),
  selectattr: selecting(true, true),
  rejectattr: selecting(false, true),
  unique: eachItem((items, { interpreter }) =>
    items.filter((item, index) => !items.slice(0, index).some((earlier) => interpreter.equal(earlier, item) === "yes")),
  ),
  reverse: (operand, context) =>
    operand.kind === "str" ? str([...operand.value].reverse().join("")) : eachItem((items) => items.toReversed())(operand, context),
  sum: builtin("sum"),
  min: builtin("min"),
  max: builtin("max"),
  abs: builtin("abs"),
  round: builtin("round"),
  safe: (operand) => operand,
  e: (operand, { interpreter, at }) => interpreter.toStr(operand, at),
  tojson: (operand, context) => invoke(context, symbol("json.dumps"), operand),
  indent: indented,
  join,
  default: fallback,
  d: fallback,
};

function bool(value: boolean): Value {
  return { kind: "bool", value };
}

const isEqual: Operation = (operand, { args, interpreter }) =>
  bool(interpreter.equal(operand, args.positional[1]?.value ?? NONE) === "yes");

const TESTS: Readonly<Record<string, Operation>> = {
  defined: (operand) => bool(operand !== UNDEFINED),
  undefined: (operand) => bool(operand === UNDEFINED),
  truthy: (operand) => operand,
  equalto: isEqual,
  eq: isEqual,
  ne: (operand, context) => bool(context.interpreter.equal(operand, context.args.positional[1]?.value ?? NONE) === "no"),
  in: (operand, { args, interpreter, at }) =>
    bool(interpreter.iterate(args.positional[1]?.value ?? NONE, at).items.some((item) => interpreter.equal(item, operand) === "yes")),
  mapping: (operand) => bool(operand.kind === "dict"),
  sequence: (operand) => bool(["list", "tuple", "str"].includes(operand.kind)),
  iterable: (operand) => bool(["list", "tuple", "str", "dict", "set"].includes(operand.kind)),
  number: (operand) => bool(["int", "float"].includes(operand.kind)),
  boolean: (operand) => bool(operand.kind === "bool"),
  none: (operand) => (operand.kind === "unknown" ? operand : { kind: "bool", value: operand.kind === "none" }),
  string: (operand) => (operand.kind === "unknown" ? operand : { kind: "bool", value: operand.kind === "str" }),
};

function operations(prefix: string, table: Readonly<Record<string, Operation>>): readonly (readonly [string, Value])[] {
  return Object.entries(table).map(([name, operation]) => [
    prefix + name,
    native(name, (context) => operation(context.args.positional[0]?.value ?? NONE, context)),
  ]);
}

/** Under these names filters and tests are called; a host adds its own. */
export const JINJA_NAMES: ReadonlyMap<string, Value> = new Map<string, Value>([
  [GET_ATTRIBUTE, native("getattr", getAttribute)],
  [CONCATENATE, native("~", concatenate)],
  ...operations(FILTER, FILTERS),
  ...operations(TEST, TESTS),
  ["range", symbol("builtins.range")],
  ["dict", symbol("builtins.dict")],
  ["namespace", symbol("builtins.dict")],
]);

/** As {@link JINJA_NAMES}, where what is not there is undefined. */
export const LENIENT_NAMES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...JINJA_NAMES,
  [GET_ATTRIBUTE, native("getattr", getAttributeOrUndefined)],
]);
