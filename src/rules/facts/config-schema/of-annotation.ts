/** The configuration type that Dagster makes of the annotation of a field. Source: `_config/pythonic_config/conversion_utils.py` of dagster 1.13. */
import { annotationOfField, fieldsOf } from "../../../python/call/fields.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import { originName, typeArguments } from "../../../python/packages/structure.ts";
import type { ClassField, ClassValue, Value } from "../../../python/value.ts";
import { enumMembers } from "../../../python/values/enumeration.ts";
import { defaultOf, hasDefault } from "../pydantic/defaults.ts";
import { ANY, ANY_FIELDS, ANYTHING_IN_LIST, type ConfigField, type ConfigType } from "./config-type.ts";
import { valueProblem } from "./value-problem.ts";

/** `seen`: classes whose schema is being made; one that holds itself ends there. */
export function typeOfAnnotation(type: Value, interpreter: Interpreter, seen: ReadonlySet<ClassValue> = new Set()): ConfigType {
  if (type.kind === "symbol") return SCALARS[type.name] ?? ANY;
  if (type.kind === "class") return typeOfClass(type, interpreter, seen);
  if (type.kind !== "object") return ANY;
  const name = originName(type);
  const members = typeArguments(type);
  const others = members.filter((member) => member.kind !== "none" && !(member.kind === "symbol" && member.name.endsWith("NoneType")));
  const [first] = others;
  if (name === "Annotated") return first ? typeOfAnnotation(first, interpreter, seen) : ANY;
  if (
    name === "Optional" ||
    ((name === "Union" || type.type === "types.UnionType") && others.length === 1 && others.length < members.length)
  )
    return first ? { kind: "noneable", inner: typeOfAnnotation(first, interpreter, seen) } : ANY;
  const last = members.at(-1);
  if (name === "list" || name === "List") return { kind: "array", inner: last ? typeOfAnnotation(last, interpreter, seen) : ANY };
  if (["dict", "Dict", "Mapping"].includes(name)) return { kind: "map", inner: last ? typeOfAnnotation(last, interpreter, seen) : ANY };
  return ANY;
}

const SCALARS: Readonly<Record<string, ConfigType>> = {
  "builtins.str": { kind: "scalar", name: "str", isSource: true },
  "builtins.int": { kind: "scalar", name: "int", isSource: true },
  "builtins.bool": { kind: "scalar", name: "bool", isSource: true },
  "builtins.float": { kind: "scalar", name: "float", isSource: false },
  "builtins.list": ANYTHING_IN_LIST,
  "builtins.dict": ANY_FIELDS,
};

function typeOfClass(cls: ClassValue, interpreter: Interpreter, seen: ReadonlySet<ClassValue>): ConfigType {
  if (cls.mro.some((base) => base.kind === "unknown")) return ANY;
  if (cls.flavour === "enum") return { kind: "enum", names: enumMembers(cls).map(nameOfMember) };
  return interpreter.isSubclass(cls, "dagster.Config") ? shapeOf(cls, interpreter, seen) : ANY;
}

function nameOfMember(member: Value): string {
  const name = member.kind === "instance" ? member.attributes.get("name") : undefined;
  return name?.kind === "str" ? name.value : "";
}

/** The type of a field as Dagster sees it: what has a default may be None. */
function typeOfField(field: ClassField, type: Value, interpreter: Interpreter, seen: ReadonlySet<ClassValue>): ConfigType {
  if (originName(type) === "Literal")
    return { kind: "enum", names: typeArguments(type).flatMap((each) => (each.kind === "str" ? [each.value] : [])) };
  const own = typeOfAnnotation(type, interpreter, seen);
  return hasDefault(field, type) && own.kind !== "noneable" ? { kind: "noneable", inner: own } : own;
}

/** Other fields are taken where the class says so itself. */
function shapeOf(cls: ClassValue, interpreter: Interpreter, seen: ReadonlySet<ClassValue>): ConfigType {
  if (seen.has(cls) || cls.mro.some((base) => base.kind === "class" && base.namespace.has("model_config"))) return ANY;
  const inside = new Set([...seen, cls]);
  const fields = fieldsOf(cls).flatMap((field): (readonly [string, ConfigField])[] => {
    const type = annotationOfField(cls, field, interpreter);
    const own = typeOfField(field, type, interpreter, inside);
    return [[field.name, { type: own, isRequired: !hasDefault(field, type) && own.kind !== "noneable" && own.kind !== "any" }]];
  });
  return { kind: "shape", fields: new Map(fields), isOpen: interpreter.isSubclass(cls, "dagster.PermissiveConfig") };
}

/** In words, why Dagster refuses the default of a field. */
export function defaultProblem(field: ClassField, type: Value, interpreter: Interpreter): string | undefined {
  const value = defaultOf(field, type);
  if (!value) return undefined;
  if (value.kind === "function" || value.kind === "class" || value.kind === "native") return "something to call, and no value";
  if (isUnserializable(value)) return "nothing that Dagster can write down";
  // A member of the enumeration stands for its name, a nested configuration has been judged by pydantic.
  if (value.kind === "instance" && (value.class.flavour === "enum" || type.kind === "class")) return undefined;
  return valueProblem(value, typeOfField(field, type, interpreter, new Set()));
}

/** Dagster keeps defaults as JSON, with texts, numbers, collections and little else in it. */
function isUnserializable(value: Value): boolean {
  if (value.kind === "object") return /^(?:datetime|pathlib|builtins\.object)\b/.test(value.type);
  const isOwn = value.kind === "instance" && value.class.flavour === "plain";
  return isOwn && value.class.mro.every((base) => base.kind === "class" || (base.kind === "symbol" && base.name === "builtins.object"));
}
