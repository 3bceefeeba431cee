/** What Python tells of a class itself: its name, its bases, its fields, its members. */
import type { Location } from "../../base/span.ts";
import { fieldsOf, parameterNames } from "../call/fields.ts";
import type { Machine } from "../machine.ts";
import { list, NONE, native, set, str, strDict, symbol, tuple } from "../make-value.ts";
import type { ClassField, ClassValue, SymbolValue, Unknown, Value } from "../value.ts";

const OBJECT = symbol("builtins.object");

/** An attribute that every class has, or every class of its flavour; `undefined` for any other name. */
export function classIntrospection(machine: Machine, cls: ClassValue, name: string, at: Location): Value | undefined {
  switch (name) {
    case "__name__":
      return str(cls.name);
    case "__qualname__":
      return str(cls.qualifiedName.slice(cls.qualifiedName.indexOf(":") + 1));
    case "__module__":
      return str(cls.closure.module.name);
    case "__doc__":
      return cls.definition.docstring ? str(cls.definition.docstring.value) : NONE;
    case "__mro__":
      return tuple(linearOf(cls));
    case "mro":
      return native("mro", () => list(linearOf(cls)));
    case "__bases__":
      return tuple(cls.bases.length > 0 ? cls.bases : [OBJECT]);
    case "__base__":
      return cls.bases[0] ?? OBJECT;
    case "__subclasses__":
      return native("__subclasses__", () => list(cls.subclasses));
    case "__annotations__":
      return annotationsOf(machine, cls.fields, cls);
    case "__abstractmethods__":
      return (
        cls.abstract &&
        set(
          cls.abstract.map((each) => str(each)),
          undefined,
          true,
        )
      );
    case "__dict__":
      return strDict([...cls.namespace].filter(([key]) => !key.startsWith("\0")));
    case "__members__":
      return strDict([...cls.namespace].filter(([, value]) => value.kind === "instance" && value.class === cls));
    default:
      return recordIntrospection(machine, cls, name, at);
  }
}

/** `typing.get_type_hints(cls)` and `cls.__annotations__`: types by name. */
export function annotationsOf(machine: Machine, fields: readonly ClassField[], cls: ClassValue): Value {
  return strDict(fields.map((field) => [field.name, machine.annotation(field.annotation, cls.closure)] as const));
}

function linearOf(cls: ClassValue): readonly (ClassValue | SymbolValue | Unknown)[] {
  const ends = cls.mro.some((base) => base.kind === "symbol" && base.name === OBJECT.name);
  return ends ? cls.mro : [...cls.mro, OBJECT];
}

function recordIntrospection(machine: Machine, cls: ClassValue, name: string, at: Location): Value | undefined {
  const fields = fieldsOf(cls);
  const byName = () => strDict(fields.map((field) => [field.name, fieldObject(machine, field, { cls, at })] as const));
  if (cls.flavour === "dataclass" && name === "__dataclass_fields__") return byName();
  if ((cls.flavour === "dataclass" || cls.flavour === "named-tuple") && name === "__match_args__")
    return tuple(parameterNames(cls).map((field) => str(field)));
  if (cls.flavour === "named-tuple") {
    if (name === "_fields") return tuple(fields.map((field) => str(field.name)));
    if (name === "_field_defaults")
      return strDict(fields.flatMap((field) => (field.default ? [[field.name, field.default] as const] : [])));
    if (name === "_make")
      return native("_make", ({ args, interpreter, at: place }) => made(cls, args.positional[0]?.value, { interpreter, at: place }));
  }
  const isModel = cls.mro.some((base) => base.kind === "symbol" && machine.isSubclass(base, "pydantic.BaseModel"));
  return isModel && (name === "model_fields" || name === "__fields__") ? byName() : undefined;
}

function made(
  cls: ClassValue,
  items: Value | undefined,
  { interpreter, at }: { interpreter: import("../interpreter.ts").Interpreter; at: Location },
): Value {
  const given = items ? interpreter.iterate(items, at) : { items: [] };
  const positional = given.items.map((value) => ({ value, at }));
  return interpreter.call(cls, { positional, keywords: new Map(), complete: !("gap" in given && given.gap) }, at);
}

/** `dataclasses.Field`, or a model's field: what it is called, its type and its default. */
export function fieldObject(machine: Machine, field: ClassField, { cls, at }: { readonly cls: ClassValue; readonly at: Location }): Value {
  const type = machine.annotation(field.annotation, cls.closure);
  const fields = new Map<string, Value>([
    ["name", str(field.name)],
    ["type", type],
    ["annotation", type],
  ]);
  const value = field.default;
  const declared = value?.kind === "object" ? value.fields : undefined;
  for (const key of ["default", "default_factory", "metadata", "description", "alias", "title", "json_schema_extra"]) {
    const given = declared?.get(key);
    if (given) fields.set(key, given);
  }
  if (value && !declared?.has("default") && !declared?.has("default_factory")) fields.set("default", value);
  return { kind: "object", type: "dataclasses.Field", fields, at };
}
