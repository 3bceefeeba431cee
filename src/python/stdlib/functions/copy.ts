/** `copy`: shallow and deep, as a class of the repository has it where it says so. */
import { invoke, selfOf } from "../../builtins/arguments.ts";
import type { SymbolModel } from "../../library.ts";
import { dict, list, NONE, set, tuple } from "../../make-value.ts";
import type { Value } from "../../value.ts";
import { definesMethod, instanceOf } from "../../values/derived.ts";
import type { LibraryPart } from "../part.ts";

const copy: SymbolModel = (context) => {
  const value = selfOf(context);
  if (definesMethod(value, "__copy__")) return invoke(context, context.interpreter.attribute(value, "__copy__", context.at));
  return duplicate(value, false);
};

const deepCopy: SymbolModel = (context) => {
  const value = selfOf(context);
  if (definesMethod(value, "__deepcopy__"))
    return invoke(context, context.interpreter.attribute(value, "__deepcopy__", context.at), context.args.positional[1]?.value ?? NONE);
  return duplicate(value, true);
};

function duplicate(value: Value, deep: boolean): Value {
  const instance = value.kind === "instance" ? undefined : instanceOf(value);
  if (!instance) return duplicateContent(value, deep);
  return { ...duplicateContent(value, deep), instance: duplicateContent(instance, deep) } as Value;
}

function duplicateContent(value: Value, deep: boolean): Value {
  const inner = (item: Value) => (deep ? duplicate(item, true) : item);
  switch (value.kind) {
    case "list":
      return list(value.items.map(inner), value.gap);
    case "tuple":
      return tuple(value.items.map(inner), value.gap);
    case "dict":
      return dict(
        [...value.entries.values()].map((entry) => [entry.key, inner(entry.value)] as const),
        value.gap,
      );
    case "set":
      return set(value.items.values(), value.gap, value.frozen);
    case "instance":
      return { ...value, attributes: new Map([...value.attributes].map(([name, item]) => [name, inner(item)] as const)) };
    default:
      return value;
  }
}

export const COPY: LibraryPart = { symbols: { "copy.copy": copy, "copy.deepcopy": deepCopy } };
