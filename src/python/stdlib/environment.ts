/**
 * `os.environ` and `os.getenv`. The environment is named, and what is not in it counts as unset: a default is taken and says so
 * (`assumes`); a variable that is required and not there is only known at run time.
 */
import type { Location } from "../../base/span.ts";
import { argumentOf, textOf, unknownIn } from "../builtins/arguments.ts";
import { typeNameOf } from "../failure.ts";
import type { Interpreter } from "../interpreter.ts";
import type { CallContext } from "../library.ts";
import { Machine } from "../machine.ts";
import { bool, list, NONE, NOWHERE, str, strDict } from "../make-value.ts";
import { builtinException, PythonRaise, raise } from "../python-raise.ts";
import type { Value } from "../value.ts";
import { join } from "../values/one-of.ts";
import type { LibraryPart } from "./part.ts";

const ENVIRON = "os._Environ";

/** The variable's value, or the default with the assumption that it is unset. */
function variableOr(context: CallContext): Value {
  const { args, at, interpreter } = context;
  const name = textOf(args, 0, "key");
  if (name === undefined)
    return unknownIn(args) ?? interpreter.unknown("unsupported", "the name of this environment variable is not known", at);
  const value = variableOf(interpreter, name);
  if (value) return value;
  const fallback = argumentOf(args, 1, "default") ?? NONE;
  return isSetByCode(interpreter, name) ? fallback : assumeUnset(fallback, name);
}

/** What the code set itself, or the environment has. */
function variableOf(interpreter: Interpreter, name: string): Value | undefined {
  if (isSetByCode(interpreter, name)) return interpreter.variables.get(name);
  const value = interpreter.environment.get(name);
  return value === undefined ? undefined : str(value);
}

function isSetByCode(interpreter: Interpreter, name: string): interpreter is Machine {
  return interpreter instanceof Machine && interpreter.variables.has(name);
}

function setVariable({ interpreter, at }: CallContext, key: Value, value: Value | undefined): void {
  if (!(interpreter instanceof Machine) || key.kind !== "str") return;
  if (value && !TEXTS.has(value.kind)) raise("TypeError", `str expected, not ${typeNameOf(value)}`, at);
  const condition = interpreter.conditions.at(-1);
  const old = variableOf(interpreter, key.value);
  interpreter.variables.set(key.value, condition ? join(old, value, condition) : value);
}

/** What a variable may be set to: a text, or what may be one. */
const TEXTS: ReadonlySet<Value["kind"]> = new Set(["str", "unknown", "one-of", "object", "symbol", "instance"]);

/** `update({"A": "a"}, B="b")`. */
function update(context: CallContext): Value {
  const { args, interpreter } = context;
  for (const { value } of args.positional) {
    if (value.kind === "dict") for (const entry of value.entries.values()) setVariable(context, entry.key, entry.value);
    else
      for (const item of interpreter.iterate(value, context.at).items) {
        const [key, each] = interpreter.iterate(item, context.at).items;
        if (key && each) setVariable(context, key, each);
      }
  }
  for (const [name, { value }] of args.keywords) setVariable(context, str(name), value);
  return NONE;
}

/** What is not set is set to the default, and is there from then on. */
function setDefault(context: CallContext): Value {
  const value = variableOr(context);
  setVariable(context, argumentOf(context.args, 0) ?? NONE, value);
  return value;
}

function take(context: CallContext): Value {
  const key = argumentOf(context.args, 0) ?? NONE;
  const known = key.kind === "str" ? variableOf(context.interpreter, key.value) : undefined;
  if (!known && context.args.positional.length === 1 && key.kind === "str") return required(context.interpreter, key.value, context.at);
  const value = variableOr(context);
  setVariable(context, key, undefined);
  return value;
}

export function assumeUnset(fallback: Value, name: string): Value {
  const assumes = [`${name} unset`];
  switch (fallback.kind) {
    case "none":
    case "str":
    case "int":
    case "float":
    case "bool":
      return { ...fallback, assumes: [...(fallback.assumes ?? []), ...assumes] };
    default:
      return fallback;
  }
}

/** A variable that has to be set. Where somebody catches that it is not, it is not. */
function required(interpreter: Interpreter, name: string, at: Location): Value {
  const value = variableOf(interpreter, name);
  if (value) return value;
  const gap = interpreter.unknown("runtime-input", `the environment variable \`${name}\` is known at run time only`, at);
  if (!(interpreter instanceof Machine)) return gap;
  const assumes = isSetByCode(interpreter, name) ? [] : [`${name} unset`];
  const raised = new PythonRaise(builtinException("KeyError", name, at), at, false, assumes);
  if (interpreter.catchers.some((catcher) => catcher.handlerOf(raised))) throw raised;
  return gap;
}

export const ENVIRONMENT: LibraryPart = {
  symbols: { "os.getenv": variableOr, "os.environ.get": variableOr, "os.putenv": () => NONE },
  constants: { "os.environ": { kind: "object", type: ENVIRON, fields: new Map(), at: NOWHERE } },
  types: {
    [ENVIRON]: {
      subscript: (_, index, { interpreter, at }) =>
        index.kind === "str"
          ? required(interpreter, index.value, at)
          : interpreter.unknown("unsupported", "the name of this environment variable is not known", at),
      operator: (operator, left, right, { interpreter }) => {
        if (operator !== "in" || left.kind !== "object" || right.kind !== "str") return undefined;
        if (isSetByCode(interpreter, right.value)) return bool(interpreter.variables.get(right.value) !== undefined);
        return interpreter.environment.has(right.value) ? bool(true) : bool(false, [`${right.value} unset`]);
      },
      iterate: (_, { interpreter }) => list([...interpreter.environment.keys()].map((name) => str(name))),
      methods: {
        get: (_, context) => variableOr(context),
        setdefault: (_, context) => setDefault(context),
        __setitem__: (_, context) => {
          setVariable(context, argumentOf(context.args, 0) ?? NONE, argumentOf(context.args, 1) ?? NONE);
          return NONE;
        },
        __delitem__: (_, context) => {
          setVariable(context, argumentOf(context.args, 0) ?? NONE, undefined);
          return NONE;
        },
        copy: (_, { interpreter }) => strDict([...interpreter.environment].map(([name, value]) => [name, str(value)] as const)),
        update: (_, context) => update(context),
        pop: (_, context) => take(context),
        items: (_, { interpreter, at }) => interpreter.unknown("runtime-input", "the whole environment is known at run time only", at),
        keys: (_, { interpreter, at }) => interpreter.unknown("runtime-input", "the whole environment is known at run time only", at),
      },
    },
  },
};
