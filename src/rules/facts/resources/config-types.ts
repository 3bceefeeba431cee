/**
 * Which types Dagster can make a configuration schema of. Source: `_config_type_for_type_on_pydantic_field` of dagster 1.13. A type that is not known
 * through and through is taken to be fine.
 */
import type { Location } from "../../../base/span.ts";
import { fieldsOf } from "../../../python/call/fields.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
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

/** Fields of a `Config` or resource class, nested ones included, of which no schema can be made. */
export function badConfigFields(cls: ClassValue, interpreter: Interpreter, seen = new Set<ClassValue>()): readonly BadField[] {
  if (seen.has(cls) || cls.mro.some((base) => base.kind === "unknown")) return [];
  seen.add(cls);
  return fieldsOf(cls).flatMap((field) => {
    const owner = cls.mro.find((base) => base.kind === "class" && base.fields.includes(field));
    if (owner?.kind !== "class" || field.name.startsWith("_") || isClassVariable(field, owner)) return [];
    const type = interpreter.annotation(field.annotation, owner.closure);
    if (type.kind === "class" && isConfig(type, interpreter)) return badConfigFields(type, interpreter, seen);
    if (isLiteral(type) || isDiscriminated(field, owner) || !isBadType(type, interpreter)) return [];
    return [{ field, cls: owner, at: { path: owner.file.path, start: field.annotation.start, end: field.annotation.end } }];
  });
}

/** True when it is known that no schema can be made of the type. */
export function isBadType(type: Value, interpreter: Interpreter): boolean {
  switch (type.kind) {
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
  const args = type.fields.get("args");
  const members = args?.kind === "tuple" ? args.items : [];
  const origin = type.fields.get("origin");
  const name = origin?.kind === "symbol" ? origin.name : type.type === "types.UnionType" ? "typing.Union" : "";
  if (/^typing\.(?:Optional|Union)$/.test(name)) {
    const others = members.filter((member) => member.kind !== "none" && !(member.kind === "symbol" && member.name.endsWith("NoneType")));
    if (name === "typing.Union" && others.length > 1) return others.every(isKnownType);
    return others.some((member) => isLiteral(member) || isBadType(member, interpreter));
  }
  if (name === "typing.Annotated") return members[0] !== undefined && isBadType(members[0], interpreter);
  if (CONTAINERS.test(name)) {
    const inner = members.at(-1);
    return inner !== undefined && isBadType(inner, interpreter);
  }
  return FOREIGN.test(name);
}

/** `Field(discriminator="kind")`: Dagster makes a selector of the classes in the union. */
function isDiscriminated({ annotation, default: value }: ClassField, { file }: ClassValue): boolean {
  const end = value === undefined ? annotation.end : Math.max(annotation.end, file.text.indexOf(")", annotation.end));
  return /\bdiscriminator\b/.test(file.text.slice(annotation.start, end));
}

function isKnownType(type: Value): boolean {
  return type.kind === "symbol" ? SCALARS.has(type.name) : type.kind === "class";
}

function isLiteral(type: Value): boolean {
  const origin = type.kind === "object" ? type.fields.get("origin") : undefined;
  return origin?.kind === "symbol" && /(?:^|\.)Literal$/.test(origin.name);
}

function isConfig(type: Value, interpreter: Interpreter): boolean {
  return CONFIGS.some((name) => interpreter.isSubclass(type, name));
}

const CONFIGS = ["dagster.Config", "dagster.ConfigurableResourceFactory", "dagster.ResourceDefinition", "dagster.TreatAsResourceParam"];

/** A class that derives from something outside of the repository may be anything, but a pydantic model is none. */
function isForeignBase(type: ClassValue): boolean {
  return type.mro.some((base) => base.kind === "symbol" && base.name !== "builtins.object" && base.name !== "pydantic.BaseModel");
}

function isClassVariable(field: ClassField, cls: ClassValue): boolean {
  return /^(?:typing\.|t\.)?ClassVar\b/.test(cls.file.text.slice(field.annotation.start, field.annotation.end));
}
