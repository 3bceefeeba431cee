/** Reading values for rules: what is known of them, and where it is written. Never a guess. */
import { containsSpan, type Location } from "../../base/span.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { StrValue, Unknown, Value } from "../../python/value.ts";

/** The members of a list, tuple or set that are known; `complete` says whether there are others. */
export function elementsOf(value: Value | undefined): { readonly items: readonly Value[]; readonly complete: boolean } {
  switch (value?.kind) {
    case "list":
    case "tuple":
      return { items: value.items, complete: value.complete };
    case "set":
      return { items: [...value.items.values()], complete: value.complete };
    case "iterator":
      return { items: value.items, complete: value.complete };
    case undefined:
    case "none":
      return { items: [], complete: true };
    default:
      return { items: [], complete: false };
  }
}

/** The strings among the members. */
export function stringsOf(value: Value | undefined): readonly StrValue[] {
  return elementsOf(value).items.filter((item) => item.kind === "str");
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "str" ? value.value : undefined;
}

export function isUnsure(value: Value | undefined): value is Unknown | Extract<Value, { readonly kind: "one-of" }> {
  return value?.kind === "unknown" || value?.kind === "one-of";
}

/** The literal itself when it stands inside the argument, else the argument: a constant of another module is not where the mistake is. */
export function placeInArgument(value: Value | undefined, argument: ArgumentValue): Location {
  return placeWithin(value, argument.at) ?? argument.at;
}

export function placeWithin(value: Value | undefined, outer: Location): Location | undefined {
  const origin = value !== undefined && "origin" in value ? value.origin : value?.kind === "object" ? value.at : undefined;
  return origin && origin.path === outer.path && containsSpan(outer, origin) ? origin : undefined;
}

/** As Dagster's messages print it. */
export function pythonRepr(value: Value | undefined): string {
  if (value === undefined || value.kind === "none") return "None";
  switch (value.kind) {
    case "str":
      return `'${value.value}'`;
    case "int":
    case "float":
      return String(value.value);
    case "bool":
      return value.value ? "True" : "False";
    case "list":
      return `[${value.items.map(pythonRepr).join(", ")}]`;
    case "function":
    case "class":
      return value.name;
    default:
      return typeName(value);
  }
}

/** The type's name as Python says it. */
export function typeName(value: Value): string {
  switch (value.kind) {
    case "none":
      return "NoneType";
    case "object":
      return value.type.slice(value.type.lastIndexOf(".") + 1);
    case "instance":
      return value.class.name;
    case "class":
    case "symbol":
      return "type";
    case "native":
      return "function";
    default:
      return value.kind;
  }
}
