/**
 * What pydantic has against a class of fields when the class is made: attributes without annotation, names that are not allowed, unions whose members
 * cannot be told apart, patterns that do not compile. Only what holds whatever the environment is refused, in pydantic's words.
 */

import { CACHED_PROPERTY, CLASS_METHOD, PROPERTY, STATIC_METHOD } from "../../attribute/class-attribute.ts";
import { annotatingClass, annotationOfField } from "../../call/fields.ts";
import type { CallContext, TypeModel } from "../../library.ts";
import { NOWHERE } from "../../make-value.ts";
import type { ClassField, ClassValue, LibraryObject, Value } from "../../value.ts";
import { keywordsOfDict, originName, typeArguments } from "../structure.ts";
import { type ModelContext, refuseModel } from "./refuse-model.ts";
import { VALIDATOR } from "./validators.ts";

export const FIELD = "pydantic.FieldInfo";
export const PRIVATE = "pydantic.ModelPrivateAttr";

export const refuseModelClass: NonNullable<TypeModel["define"]> = (cls, context) => {
  if (cls.metaclass || cls.mro.some((base) => base.kind === "unknown") || cls.definition.decorators.length > 0) return;
  const problem = attributeProblem(cls) ?? settingsProblem(cls) ?? validatorProblem(cls) ?? fieldProblem(cls, context);
  if (problem) refuseModel({ ...context, at: problem.at ?? context.at }, problem.error, problem.words);
};

interface Problem {
  readonly error: string;
  readonly words: string;
  readonly at?: CallContext["at"];
}

function userProblem(words: string, at?: CallContext["at"]): Problem {
  return { error: "PydanticUserError", words, ...(at && { at }) };
}

/** Names of the class body without annotation. */
function attributeProblem(cls: ClassValue): Problem | undefined {
  if (ignoresTypes(cls)) return undefined;
  const annotated = new Set(cls.fields.map(({ name }) => name));
  for (const [name, value] of cls.namespace) {
    const problem = privacyProblem(name, value);
    if (problem) return problem;
    if (name.startsWith("_") || name === "model_config" || isVariableOfBase(cls, name) || !isPlainValue(value)) continue;
    if (annotated.has(name) || isAnnotatedWithin(cls, name)) continue;
    if (value.kind === "object" && value.type === FIELD) return userProblem(`Field '${name}' requires a type annotation`);
    const isField = cls.mro.some((base) => base !== cls && base.kind === "class" && base.fields.some((field) => field.name === name));
    return userProblem(
      isField
        ? `Field '${name}' defined on a base class was overridden by a non-annotated attribute.`
        : `A non-annotated attribute was detected: \`${name}\`. All model fields require a type annotation`,
    );
  }
  return undefined;
}

function privacyProblem(name: string, value: Value): Problem | undefined {
  if (value.kind !== "object") return undefined;
  if (value.type === PRIVATE && !name.startsWith("_"))
    return userProblem(`Private attributes must not use valid field names; use sunder names, e.g. '_${name}' instead of '${name}'.`);
  if (value.type === FIELD && name.startsWith("_"))
    return userProblem(
      `Fields must not use names with leading underscores; e.g., use '${name.replace(/^_+/, "") || "my_field"}' instead of '${name}'.`,
    );
  return undefined;
}

const PLAIN: ReadonlySet<Value["kind"]> = new Set([
  "none",
  "str",
  "int",
  "float",
  "bool",
  "bytes",
  "list",
  "tuple",
  "set",
  "dict",
  "module",
]);
/** Objects of libraries that pydantic lets stand, and those that say what they are by themselves. */
const LEFT_ALONE: ReadonlySet<string> = new Set([CACHED_PROPERTY, CLASS_METHOD, PROPERTY, STATIC_METHOD, VALIDATOR, PRIVATE]);

/** What is neither a function nor one of the descriptors that pydantic lets stand. */
function isPlainValue(value: Value): boolean {
  if (value.kind === "instance") return value.class.mro.every((base) => base.kind === "class" || base.kind === "symbol");
  if (value.kind === "object")
    return value.type === FIELD || (/^(?:dagster|pathlib|datetime|logging)\./.test(value.type) && !LEFT_ALONE.has(value.type));
  return PLAIN.has(value.kind);
}

/** Under an `if` of the class body, say. */
function isAnnotatedWithin({ file, definition }: ClassValue, name: string): boolean {
  return new RegExp(`^\\s*${name}\\s*:`, "m").test(file.text.slice(definition.start, definition.end));
}

function isVariableOfBase(cls: ClassValue, name: string): boolean {
  return cls.mro.some(
    (base) => base !== cls && base.kind === "class" && base.fields.some((field) => field.name === name && field.role === "class-variable"),
  );
}

function ignoresTypes(cls: ClassValue): boolean {
  return cls.mro.some((base) => {
    const config = base.kind === "class" ? base.namespace.get("model_config") : undefined;
    if (!config) return false;
    return config.kind !== "dict" || !config.complete || keywordsOfDict(config, NOWHERE).has("ignored_types");
  });
}

function settingsProblem(cls: ClassValue): Problem | undefined {
  const isBoth = cls.namespace.has("model_config") && cls.namespace.get("Config")?.kind === "class";
  return isBoth ? userProblem('"Config" and "model_config" cannot be used together') : undefined;
}

/** Validators of fields that no class has. */
function validatorProblem(cls: ClassValue): Problem | undefined {
  const known = new Set(cls.mro.flatMap((base) => (base.kind === "class" ? base.fields.map(({ name }) => name) : [])));
  const isOpen = cls.mro.some((base) => base.kind === "symbol" && !OWN_BASE.test(base.name));
  for (const [name, value] of isOpen ? [] : cls.namespace) {
    if (value.kind !== "object" || value.type !== VALIDATOR || value.fields.get("checks")?.kind === "bool") continue;
    const names = value.fields.get("names");
    const stray = (names?.kind === "list" ? names.items : []).find(
      (item) => item.kind === "str" && item.value !== "*" && !known.has(item.value),
    );
    if (stray)
      return userProblem(
        `Decorators defined with incorrect fields: ${cls.name}.${name} (use check_fields=False if you're inheriting from the model and intended this)`,
        value.at,
      );
  }
  return undefined;
}

/** Bases that bring no fields of their own. */
const OWN_BASE =
  /^(?:pydantic\.BaseModel|dagster\.(?:Config|PermissiveConfig|ConfigurableResource|ConfigurableIOManager|ConfigurableResourceFactory|ConfigurableIOManagerFactory|Model|Resolvable|Component)|(?:abc|typing|enum|builtins)\..+)$/;

function fieldProblem(cls: ClassValue, context: ModelContext): Problem | undefined {
  for (const field of cls.fields) {
    if (field.role || field.name.startsWith("_")) continue;
    if (RESERVED.has(field.name))
      return {
        error: "ValueError",
        words: `Field '${field.name}' conflicts with member of protected namespace 'model_${field.name.includes("dump") ? "dump" : "validate"}'.`,
        at: field.at,
      };
    const info = field.default;
    if (info?.kind !== "object" || info.type !== FIELD) continue;
    const problem = patternProblem(info, field) ?? discriminatorProblem(cls, field, { info, context });
    if (problem) return { at: field.at, ...problem };
  }
  return undefined;
}

const RESERVED: ReadonlySet<string> = new Set([
  "model_dump",
  "model_dump_json",
  "model_validate",
  "model_validate_json",
  "model_validate_strings",
]);

/** The regular expressions of pydantic's core are Rust's: neither looking around nor references back. */
function patternProblem(info: LibraryObject, { name }: ClassField): Problem | undefined {
  const pattern = info.fields.get("pattern");
  if (pattern === undefined || pattern.kind === "none" || pattern.kind === "unknown" || pattern.kind === "one-of") return undefined;
  const fault = pattern.kind === "str" ? faultOfPattern(pattern.value) : pattern.kind === "int" ? "no text" : undefined;
  return fault === undefined ? undefined : { error: "SchemaError", words: `Field "${name}": the pattern does not compile: ${fault}` };
}

function faultOfPattern(pattern: string): string | undefined {
  const bare = pattern.replaceAll(/\\\\/g, "").replaceAll(/\[(?:\\.|[^\]\\])*\]/g, "");
  if (/\(\?(?:=|!|<=|<!)/.test(bare)) return "look-around, including look-ahead and look-behind, is not supported";
  if (/\\[1-9]/.test(bare)) return "backreferences are not supported";
  const plain = bare.replaceAll(/\\./g, "");
  const [open, close] = [plain.split("(").length, plain.split(")").length];
  return open === close ? undefined : open > close ? "unclosed group" : "unopened group";
}

interface Discriminated {
  readonly info: LibraryObject;
  readonly context: ModelContext;
}

/** `Field(discriminator="kind")` over a union of models: each says its own by a `Literal`. */
function discriminatorProblem(cls: ClassValue, field: ClassField, { info, context }: Discriminated): Problem | undefined {
  const discriminator = info.fields.get("discriminator");
  if (discriminator?.kind !== "str") return undefined;
  const { interpreter } = context;
  const key = discriminator.value;
  const seen = new Map<string, ClassValue>();
  for (const member of membersOf(interpreter.annotation(field.annotation, cls.closure))) {
    if (member.kind !== "class" || member.flavour !== "plain" || member.mro.some((base) => base.kind === "unknown")) return undefined;
    const own = annotatingClass(member, key)?.fields.find(({ name }) => name === key);
    if (!own) return userProblem(`Model '${member.name}' needs a discriminator field for key '${key}'`);
    const type = annotationOfField(member, own, interpreter);
    if (type.kind === "symbol" && type.name.startsWith("builtins."))
      return userProblem(`Model '${member.name}' needs field '${key}' to be of type \`Literal\``);
    for (const option of originName(type) === "Literal" ? typeArguments(type) : []) {
      if (option.kind !== "str") continue;
      const other = seen.get(option.value);
      if (other && other !== member)
        return { error: "TypeError", words: `Value '${option.value}' for discriminator '${key}' mapped to multiple choices` };
      seen.set(option.value, member);
    }
  }
  return undefined;
}

/** The alternatives of a union; none of what is no union. */
function membersOf(type: Value): readonly Value[] {
  if (type.kind !== "object") return [];
  if (["Optional", "Union"].includes(originName(type)) || type.type === "types.UnionType")
    return typeArguments(type).filter(
      (member) => member.kind !== "none" && !(member.kind === "symbol" && member.name.endsWith("NoneType")),
    );
  return [];
}
