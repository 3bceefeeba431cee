/** Of which class a value is, and what classes of libraries are called. */
import type { Location } from "../../base/span.ts";
import type { Interpreter } from "../interpreter.ts";
import { symbol } from "../make-value.ts";
import type { Value } from "../value.ts";
import { instanceOf } from "../values/derived.ts";

/** Python's name for the class of a value's kind, where it is not the kind's own. */
const CLASS_OF_KIND: Readonly<Partial<Record<Value["kind"], string>>> = {
  none: "types.NoneType",
  ellipsis: "types.EllipsisType",
  function: "types.FunctionType",
  native: "types.BuiltinFunctionType",
  "bound-method": "types.MethodType",
  module: "types.ModuleType",
  iterator: "types.GeneratorType",
};

const NAMES: Readonly<Record<string, string>> = {
  "types.FunctionType": "function",
  "types.BuiltinFunctionType": "builtin_function_or_method",
  "types.MethodType": "method",
  "types.ModuleType": "module",
  "types.GeneratorType": "generator",
  "types.EllipsisType": "ellipsis",
};

/** `__name__` of a class of a library; `undefined` where the name may be of a constant, a function or a module. */
export function nameOfClass(qualified: string): string | undefined {
  const last = qualified.slice(qualified.lastIndexOf(".") + 1);
  const isClass = qualified.startsWith("builtins.") || /^_?[A-Z]\w*[a-z]/.test(last);
  return NAMES[qualified] ?? (isClass ? last : undefined);
}

/** The class of a value: `value.__class__`. */
export function classOf(interpreter: Interpreter, value: Value, at: Location): Value {
  switch (value.kind) {
    case "instance":
      return value.class;
    case "class":
      return value.metaclass ?? symbol(value.flavour === "enum" ? "enum.EnumMeta" : "builtins.type");
    case "object":
      return symbol(value.type);
    case "unknown":
      return value;
    case "symbol":
    case "one-of":
      return interpreter.unknown("unsupported", "its type is not known", at);
    case "set":
      return value.instance?.class ?? symbol(value.frozen ? "builtins.frozenset" : "builtins.set");
    default:
      return instanceOf(value)?.class ?? symbol(CLASS_OF_KIND[value.kind] ?? `builtins.${value.kind}`);
  }
}
