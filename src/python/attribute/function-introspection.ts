/** What Python tells of a function itself: its name, its parameters, its annotations. `functools.wraps` hands on those of the wrapped one. */
import type { Location } from "../../base/span.ts";
import type { Machine } from "../machine.ts";
import { int, NONE, native, str, strDict, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { FunctionValue, Value } from "../value.ts";

/** `undefined` for a name that functions do not have. */
export function functionIntrospection(machine: Machine, fn: FunctionValue, name: string, at: Location): Value | undefined {
  const { definition } = fn;
  switch (name) {
    case "__name__":
      return str(fn.name);
    case "__qualname__":
      return str(fn.qualifiedName.slice(fn.qualifiedName.indexOf(":") + 1));
    case "__module__":
      return str(fn.closure.module.name);
    case "__doc__":
      if (fn.wraps) return machine.attribute(fn.wraps, name, at);
      return definition.kind === "function" && definition.docstring ? str(definition.docstring.value) : NONE;
    case "__wrapped__":
      return fn.wraps ?? raise("AttributeError", "'function' object has no attribute '__wrapped__'", at);
    case "__dict__":
      return strDict(fn.attributes);
    case "__annotations__":
      return annotationsOfFunction(machine, fn);
    case "__defaults__":
      return defaultsOf(fn);
    case "__globals__":
      return machine.unknown("unsupported", "`__globals__` is not read", at);
    case "__code__":
      return codeOf(fn, at);
    case "__kwdefaults__":
      return keywordDefaultsOf(fn);
    case "__closure__":
      return machine.unknown("unsupported", "`__closure__` is not read", at);
    case "cache_clear":
      return fn.results && native(name, () => forget(fn));
    default:
      return undefined;
  }
}

/** Types by parameter, `return` last: `typing.get_type_hints(fn)`. */
export function annotationsOfFunction(machine: Machine, fn: FunctionValue): Value {
  if (fn.wraps?.kind === "function") return annotationsOfFunction(machine, fn.wraps);
  const { definition } = fn;
  const written = definition.parameters.flatMap(({ name, annotation }) => (annotation ? [{ name, annotation }] : []));
  if (definition.kind === "function" && definition.returns) written.push({ name: "return", annotation: definition.returns });
  return strDict(written.map(({ name, annotation }) => [name, machine.annotation(annotation, fn.closure)] as const));
}

/** A code object; its payload is the function. */
export const CODE_TYPE = "types.CodeType";

function defaultsOf({ definition, defaults }: FunctionValue): Value {
  const values = definition.parameters.flatMap(({ name, kind }) => {
    const value = kind === "keyword-only" ? undefined : defaults.get(name);
    return value ? [value] : [];
  });
  return values.length > 0 ? tuple(values) : NONE;
}

function forget({ results }: FunctionValue): Value {
  results?.clear();
  return NONE;
}

function keywordDefaultsOf({ definition, defaults }: FunctionValue): Value {
  const named = definition.parameters.flatMap(({ name, kind }) => {
    const value = kind === "keyword-only" ? defaults.get(name) : undefined;
    return value ? [[name, value] as const] : [];
  });
  return named.length > 0 ? strDict(named) : NONE;
}

/** The code object, as far as the head of the function tells it. */
function codeOf(fn: FunctionValue, at: Location): Value {
  const { parameters } = fn.definition;
  const names = parameters.map(({ name }) => str(name));
  const counted = parameters.filter(({ kind }) => kind !== "keyword-only" && kind !== "variadic" && kind !== "keyword-variadic");
  const fields = new Map<string, Value>([
    ["co_name", str(fn.name)],
    ["co_argcount", int(counted.length)],
    ["co_varnames", tuple(names)],
  ]);
  return { kind: "object", type: CODE_TYPE, fields, at, payload: fn };
}
