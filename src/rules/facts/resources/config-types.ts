/**
 * Which types Dagster can make a configuration schema of. Source: `_config_type_for_type_on_pydantic_field` of dagster 1.13. A type that is not known
 * through and through is taken to be fine.
 */
import type { Location } from "../../../base/span.ts";
import { annotatingClass, annotationOfField, fieldsOf } from "../../../python/call/fields.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import { FIELD } from "../../../python/packages/pydantic/refuse-model-class.ts";
import { typeArguments } from "../../../python/packages/structure.ts";
import type { ClassField, ClassValue, Value } from "../../../python/value.ts";

const SCALARS: ReadonlySet<string> = new Set(["int", "float", "str", "bool", "list", "dict"].map((name) => `builtins.${name}`));
const CONTAINERS =
  /^(?:builtins\.(?:list|dict)|typing\.(?:List|Dict|Mapping|MutableMapping)|collections\.abc\.(?:Mapping|MutableMapping))$/;
/** Names in these modules that are no configuration types, all but the exceptions. */
const FOREIGN =
  /^(?:builtins\.(?:set|frozenset|tuple|bytes|bytearray|complex|object|range|type|memoryview)|datetime\.|decimal\.Decimal$|pathlib\.|uuid\.UUID$|typing\.(?:Set|FrozenSet|Tuple|Sequence|Iterable|Callable|List|Dict)$|collections\.|pydantic\.(?:SecretStr|HttpUrl|AnyUrl|BaseModel|UUID4|FilePath|DirectoryPath)$)/;

export interface BadField {
  readonly field: ClassField;
  readonly cls: ClassValue;
  readonly at: Location;
}

export interface OwnedField {
  readonly field: ClassField;
  /** The annotation's value. */
  readonly type: Value;
  /** The class in whose body it stands. */
  readonly owner: ClassValue;
}

/** Fields of a `Config` or resource class, those of nested ones included, that Dagster makes a schema of. */
export function configFieldsOf(cls: ClassValue, interpreter: Interpreter, seen = new Set<ClassValue>()): readonly OwnedField[] {
  if (seen.has(cls) || cls.mro.some((base) => base.kind === "unknown")) return [];
  seen.add(cls);
  return fieldsOf(cls).flatMap((field) => {
    const owner = annotatingClass(cls, field.name) ?? cls;
    const type = annotationOfField(cls, field, interpreter);
    if (isResource(type, interpreter)) return [];
    return [
      { field, type, owner },
      ...nestedIn(type).flatMap((each) => (isConfig(each, interpreter) ? configFieldsOf(each, interpreter, seen) : [])),
    ];
  });
}

/** Classes that an annotation is made of. */
function nestedIn(type: Value): readonly ClassValue[] {
  if (type.kind === "class") return [type];
  return typeArguments(type).flatMap(nestedIn);
}

/** Fields of which no schema can be made. */
export function badConfigFields(cls: ClassValue, interpreter: Interpreter): readonly BadField[] {
  return configFieldsOf(cls, interpreter).flatMap(({ field, type, owner }) => {
    const isBad = isLiteral(type)
      ? typeArguments(type).some(({ kind }) => ["int", "bool", "none", "float"].includes(kind))
      : discriminatorOf(field) !== undefined
        ? isBadUnion(type, interpreter)
        : isBadType(type, interpreter);
    return isBad ? [{ field, cls: owner, at: { path: owner.file.path, start: field.annotation.start, end: field.annotation.end } }] : [];
  });
}

/** `Field(discriminator="kind")`: Dagster makes a selector of the classes in the union, and wants configurations there. */
function isBadUnion(type: Value, interpreter: Interpreter): boolean {
  if (type.kind === "class") return !type.mro.some((base) => base.kind === "unknown");
  const isUnion = /\.(?:Union|Optional)$/.test(nameOf(type));
  return isUnion && typeArguments(type).some((member) => member.kind === "class" && isBadType(member, interpreter));
}

function discriminatorOf({ default: info }: ClassField): Value | undefined {
  const value = info?.kind === "object" && info.type === FIELD ? info.fields.get("discriminator") : undefined;
  return value?.kind === "none" ? undefined : value;
}

/** True when it is known that no schema can be made of the type. */
export function isBadType(type: Value, interpreter: Interpreter): boolean {
  switch (type.kind) {
    case "none":
      return true;
    case "symbol":
      return FOREIGN.test(type.name) && !SCALARS.has(type.name);
    case "class":
      return (
        !type.mro.some((base) => base.kind === "unknown") && type.flavour !== "enum" && !isConfig(type, interpreter) && !isForeignBase(type)
      );
    case "object":
      return isBadForm(type, interpreter);
    default:
      return false;
  }
}

function isBadForm(type: Extract<Value, { readonly kind: "object" }>, interpreter: Interpreter): boolean {
  const members = typeArguments(type);
  const name = nameOf(type);
  if (/^typing\.(?:Optional|Union)$/.test(name)) {
    const others = members.filter((member) => member.kind !== "none" && !(member.kind === "symbol" && member.name.endsWith("NoneType")));
    if (name === "typing.Union" && others.length > 1) return others.every(isKnownType);
    return others.some((member) => isLiteral(member) || isBadType(member, interpreter));
  }
  if (name === "typing.Annotated") return members[0] !== undefined && isBadType(members[0], interpreter);
  if (CONTAINERS.test(name)) {
    const inner = members.at(-1);
    return (inner !== undefined && (isLiteral(inner) || isBadType(inner, interpreter))) || (members.length === 2 && isBadKey(members[0]));
  }
  return FOREIGN.test(name);
}

/** Keys of a mapping are scalars. */
function isBadKey(key: Value | undefined): boolean {
  return key?.kind === "symbol" ? key.name === "typing.Any" || FOREIGN.test(key.name) : key?.kind === "class" || key?.kind === "none";
}

function nameOf(type: Value): string {
  const origin = type.kind === "object" ? type.fields.get("origin") : undefined;
  return origin?.kind === "symbol" ? origin.name : type.kind === "object" && type.type === "types.UnionType" ? "typing.Union" : "";
}

function isKnownType(type: Value): boolean {
  return type.kind === "symbol" ? SCALARS.has(type.name) : type.kind === "class";
}

function isLiteral(type: Value): boolean {
  const origin = type.kind === "object" ? type.fields.get("origin") : undefined;
  return origin?.kind === "symbol" && /(?:^|\.)Literal$/.test(origin.name);
}

function isResource(type: Value, interpreter: Interpreter): boolean {
  return CONFIGS.slice(1).some((name) => interpreter.isSubclass(type, name));
}

function isConfig(type: Value, interpreter: Interpreter): boolean {
  return CONFIGS.some((name) => interpreter.isSubclass(type, name));
}

const CONFIGS = ["dagster.Config", "dagster.ConfigurableResourceFactory", "dagster.ResourceDefinition", "dagster.TreatAsResourceParam"];

/** A class that derives from something outside of the repository may be anything, but a pydantic model is none. */
function isForeignBase(type: ClassValue): boolean {
  return type.mro.some((base) => base.kind === "symbol" && base.name !== "builtins.object" && base.name !== "pydantic.BaseModel");
}
