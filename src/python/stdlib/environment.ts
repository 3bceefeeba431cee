/**
 * `os.environ` and `os.getenv`. The environment is named, and what is not in it counts as unset: a default is taken and says so
 * (`assumes`); a variable that is required and not there is only known at run time.
 */
import type { Location } from "../../base/span.ts";
import { argumentOf, textOf, unknownIn } from "../builtins/arguments.ts";
import type { Interpreter } from "../interpreter.ts";
import type { CallContext } from "../library.ts";
import { bool, list, NONE, str, strDict } from "../make-value.ts";
import type { Value } from "../value.ts";
import type { LibraryPart } from "./part.ts";

const ENVIRON = "os._Environ";

/** The variable's value, or the default with the assumption that it is unset. */
function variableOr(context: CallContext): Value {
  const { args, at, interpreter } = context;
  const name = textOf(args, 0, "key");
  if (name === undefined)
    return unknownIn(args) ?? interpreter.unknown("unsupported", "the name of this environment variable is not known", at);
  const value = interpreter.environment.get(name);
  if (value !== undefined) return str(value);
  return assumeUnset(argumentOf(args, 1, "default") ?? NONE, name);
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

function required(interpreter: Interpreter, name: string, at: Location): Value {
  const value = interpreter.environment.get(name);
  return value === undefined
    ? interpreter.unknown("runtime-input", `the environment variable \`${name}\` is known at run time only`, at)
    : str(value);
}

export const ENVIRONMENT: LibraryPart = {
  symbols: { "os.getenv": variableOr, "os.environ.get": variableOr, "os.putenv": () => NONE },
  constants: { "os.environ": { kind: "object", type: ENVIRON, fields: new Map(), at: { path: "", start: 0, end: 0 } } },
  types: {
    [ENVIRON]: {
      subscript: (_, index, { interpreter, at }) =>
        index.kind === "str"
          ? required(interpreter, index.value, at)
          : interpreter.unknown("unsupported", "the name of this environment variable is not known", at),
      operator: (operator, left, right, { interpreter }) => {
        if (operator !== "in" || left.kind !== "object" || right.kind !== "str") return undefined;
        return interpreter.environment.has(right.value) ? bool(true) : bool(false, [`${right.value} unset`]);
      },
      iterate: (_, { interpreter }) => list([...interpreter.environment.keys()].map((name) => str(name))),
      methods: {
        get: (_, context) => variableOr(context),
        // What the code sets itself is there afterwards only in this process: a default for what is not set.
        setdefault: (_, context) => variableOr(context),
        __setitem__: () => NONE,
        copy: (_, { interpreter }) => strDict([...interpreter.environment].map(([name, value]) => [name, str(value)] as const)),
        update: () => NONE,
        pop: (_, context) => variableOr(context),
        items: (_, { interpreter, at }) => interpreter.unknown("runtime-input", "the whole environment is known at run time only", at),
        keys: (_, { interpreter, at }) => interpreter.unknown("runtime-input", "the whole environment is known at run time only", at),
      },
    },
  },
};
