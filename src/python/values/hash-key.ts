/**
 * Hash and equality in one: two hashable values are equal in Python exactly when their keys are the same string.
 * Identity-hashed objects (functions, classes, instances) get a serial number, handed out on first use.
 */

import type { ClassValue, InstanceValue, LibraryObject, Value } from "../value.ts";
import { memberScalar } from "./enum-scalar.ts";

const serials = new WeakMap<object, string>();
let nextSerial = 0;

/** `undefined` for what cannot be hashed: unknowns, one-ofs, and Python's own unhashables (lists, dicts, sets). */
export function hashKey(value: Value): string | undefined {
  switch (value.kind) {
    case "none":
      return "None";
    case "ellipsis":
      return "...";
    // True == 1 == 1.0 in Python, as keys too.
    case "bool":
      return value.value ? "n1" : "n0";
    case "int":
    case "float":
      return `n${value.value}`;
    case "str":
      return `s${value.value}`;
    case "bytes":
      return `b${value.value}`;
    case "tuple":
      return value.complete ? hashItems("t", value.items) : undefined;
    case "set":
      return value.frozen && value.complete ? `f{${[...value.items.keys()].sort().join(",")}}` : undefined;
    case "symbol":
      return `y${value.name}`;
    case "object":
      return objectKey(value);
    case "bound-method":
      return hashItems("m", [value.function, value.self]);
    case "function":
    case "native":
    case "class":
    case "module":
    case "iterator":
      return identity(value);
    case "instance":
      return instanceKey(value);
    default:
      return undefined;
  }
}

function hashItems(prefix: string, items: readonly Value[]): string | undefined {
  const keys: string[] = [];
  for (const item of items) {
    const key = hashKey(item);
    if (key === undefined) return undefined;
    keys.push(`${key.length}:${key}`);
  }
  return `${prefix}(${keys.join(",")})`;
}

const VALUE_CLASSES: ReadonlySet<string> = new Set(
  ["str", "int", "float", "bytes", "tuple", "frozenset"].map((name) => `builtins.${name}`),
);

/** Records compare by their fields, members of an enum that is a str or an int as that; every other instance is itself only. */
function instanceKey(value: InstanceValue): string | undefined {
  const { flavour, qualifiedName } = value.class;
  // A named tuple is equal to a plain one of the same items.
  if (flavour === "named-tuple") return hashItems("t", [...value.attributes.values()]) ?? identity(value);
  if (flavour === "dataclass") {
    if (value.class.comparesByIdentity) return identity(value);
    const left = leftOut(value.class);
    const compared = [...value.attributes].flatMap(([name, item]) => (left.has(name) ? [] : [item]));
    return hashItems(`r${qualifiedName}`, compared) ?? identity(value);
  }
  // A class that defines its own equality, or has a builtin's, is not compared here.
  if (flavour === "plain" && value.class.mro.some((base) => base.kind === "symbol" && VALUE_CLASSES.has(base.name))) return undefined;
  if (value.class.mro.some((base) => base.kind === "class" && base.namespace.has("__eq__"))) return undefined;
  const scalar = memberScalar(value);
  return scalar ? hashKey(scalar) : identity(value);
}

/** Fields with `compare=False`. */
function leftOut(cls: ClassValue): ReadonlySet<string> {
  const names = new Set<string>();
  for (const base of cls.mro) {
    if (base.kind !== "class") continue;
    for (const { name, default: given } of base.fields) {
      const option = given?.kind === "object" ? given.fields.get("compare") : undefined;
      if (option?.kind === "bool" && !option.value) names.add(name);
    }
  }
  return names;
}

/** Value objects declare their equality in a field of this name (see `TypeModel.hash`); everything else is itself only. */
function objectKey(value: LibraryObject): string {
  const equality = value.fields.get(EQUALITY_FIELD);
  return equality?.kind === "str" ? `o${value.type}:${equality.value}` : identity(value);
}

/** A hidden field of value objects: equal strings, equal objects. Not visible to Python. */
export const EQUALITY_FIELD = "\0equality";

function identity(value: object): string {
  let serial = serials.get(value);
  if (serial === undefined) {
    nextSerial += 1;
    serial = `#${nextSerial}`;
    serials.set(value, serial);
  }
  return serial;
}
