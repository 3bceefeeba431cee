/**
 * Values of builtin classes that are instances of a class of the repository: `class Registry(dict)`. Such a value stays what every reader of
 * dicts, lists and texts knows, and carries beside it the class and the attributes that it has as an instance.
 */
import type { ClassValue, InstanceValue, Value } from "../value.ts";

/** The instance that a value is, or that stands beside it; `undefined` for what is of no class of the repository. */
export function instanceOf(value: Value): InstanceValue | undefined {
  switch (value.kind) {
    case "instance":
      return value;
    case "dict":
    case "list":
    case "str":
    case "tuple":
    case "int":
    case "float":
    case "set":
    case "bytes":
      return value.instance;
    default:
      return undefined;
  }
}

/** Does a class of the repository that the value is of define the method? What a library or a builtin base defines is not asked. */
export function definesMethod(value: Value, name: string): boolean {
  const instance = instanceOf(value);
  return instance !== undefined && ownerOf(instance.class, name) !== undefined;
}

/** The nearest class of the repository that has the name. */
export function ownerOf(cls: ClassValue, name: string): ClassValue | undefined {
  for (const base of cls.mro) if (base.kind === "class" && base.namespace.has(name)) return base;
  return undefined;
}

/** The same content as a value of the builtin class itself: what overrides are passed over with. Mutable content is shared. */
export function bare(value: Value): Value {
  if (value.kind === "instance" || instanceOf(value) === undefined) return value;
  const { instance: _, ...rest } = value as Extract<Value, { readonly instance?: InstanceValue }>;
  return rest as Value;
}

/** Library classes whose instances are values of a builtin kind, by the constructor that fills them. */
const CONSTRUCTORS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["dict", "list", "str", "tuple", "int", "float", "set", "frozenset", "bytes"].map((name) => [`builtins.${name}`, `builtins.${name}`]),
  ),
  "typing.Dict": "builtins.dict",
  "typing.List": "builtins.list",
  "typing.Set": "builtins.set",
  "typing.Tuple": "builtins.tuple",
  "collections.UserDict": "builtins.dict",
  "collections.UserList": "builtins.list",
  "collections.UserString": "builtins.str",
  "collections.OrderedDict": "builtins.dict",
  "collections.defaultdict": "collections.defaultdict",
  "collections.Counter": "collections.Counter",
  "collections.deque": "collections.deque",
};

/** The builtin constructor behind a class of the repository; `undefined` for most. */
export function builtinConstructor(cls: ClassValue): string | undefined {
  if (cls.flavour !== "plain") return undefined;
  for (const base of cls.mro) {
    const found = base.kind === "symbol" ? CONSTRUCTORS[base.name] : undefined;
    if (found) return found;
  }
  return undefined;
}

/** `collections.UserDict` and `UserList` go through their own methods where the builtin classes do not, and keep what they hold in `data`. */
export function isUserCollection(cls: ClassValue): boolean {
  return cls.mro.some((base) => base.kind === "symbol" && base.name.startsWith("collections.User"));
}
