/**
 * Whether pydantic takes a value for a type, as it does when a resource or a `Config` is made (lax mode: `"5"` is a number). Only what is known through
 * and through is refused here; a type or value that may be anything is taken.
 */

import { annotationOfField, fieldsOf } from "../../../python/call/fields.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import { NONE, NOWHERE } from "../../../python/make-value.ts";
import { namesOf } from "../../../python/packages/pydantic/model-fields.ts";
import { keywordsOfDict } from "../../../python/packages/structure.ts";
import type { ClassValue, DictValue, LibraryObject, Value } from "../../../python/value.ts";
import { ownerOf } from "../../../python/values/derived.ts";
import { enumMembers } from "../../../python/values/enumeration.ts";
import { elementsOf, pythonRepr } from "../values.ts";
import { hasDefault } from "./defaults.ts";
import { isPlain } from "./plain-classes.ts";

/** In words, what is wrong with the value: `` `None`, and not of type `int` ``. */
export function typeProblem(value: Value, type: Value, interpreter: Interpreter): string | undefined {
  if (type.kind === "symbol") return scalarProblem(value, NAMED_SCALARS[type.name] ?? type.name);
  if (type.kind === "class") return type.flavour === "enum" ? enumProblem(value, type) : classProblem(value, type, interpreter);
  if (type.kind === "object") return formProblem(value, type, interpreter);
  return undefined;
}

const MODELS = ["dagster.Config", "dagster.ConfigurableResourceFactory"];

function isModel(type: Value, interpreter: Interpreter): boolean {
  return MODELS.some((name) => interpreter.isSubclass(type, name));
}

/** Types of pydantic's own that take what a builtin type takes, within bounds. */
const NAMED_SCALARS: Readonly<Record<string, string>> = Object.fromEntries(
  ["Positive", "NonNegative", "Negative", "NonPositive"].flatMap((sign) =>
    ["int", "float"].map((type) => [`pydantic.${sign}${type === "int" ? "Int" : "Float"}`, `builtins.${type}`]),
  ),
);

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
  "class",
  "function",
]);

/** A value of another sort may have been made to be taken. */
function isPlainOrVariable(value: Value): boolean {
  if (value.kind === "instance") return isOfKnownClass(value.class);
  return PLAIN.has(value.kind) || environmentVariable(value) !== undefined || (value.kind === "object" && FOREIGN.test(value.type));
}

/** No text, no number and no collection, whatever pydantic tries. */
const FOREIGN = /^(?:pathlib\.(?:Pure)?(?:Posix|Windows)?Path|dagster\.\w+)$/;

/** All of it is the repository's, so it is of no builtin type. */
function isOfKnownClass(cls: ClassValue): boolean {
  return (
    cls.flavour === "plain" && cls.mro.every((base) => base.kind === "class" || (base.kind === "symbol" && KNOWN_BASE.test(base.name)))
  );
}

const KNOWN_BASE = /^(?:builtins\.object|dagster\.\w+|pydantic\.BaseModel|typing\.Generic|abc\.ABC)$/;

/** `EnvVar` is a text, that of the variable's name; `EnvVar.int` is a number. */
function environmentVariable(value: Value): { readonly name: string; readonly isNumber: boolean } | undefined {
  if (value.kind !== "object" || value.type !== "dagster.EnvVar") return undefined;
  const [name, type] = [value.fields.get("name"), value.fields.get("type")];
  return name?.kind === "str" ? { name: name.value, isNumber: type?.kind === "str" && type.value === "int" } : undefined;
}

function scalarProblem(value: Value, name: string): string | undefined {
  const wanted = name.startsWith("builtins.") ? name.slice("builtins.".length) : "";
  if (!isPlainOrVariable(value)) return undefined;
  const wrong = `${worded(value)}, and not of type \`${wanted}\``;
  switch (wanted) {
    case "str":
      return value.kind === "str" || value.kind === "bytes" || environmentVariable(value)?.isNumber === false ? undefined : wrong;
    case "int":
      return isWholeNumber(value) ? undefined : wrong;
    case "float":
      return isNumber(value) ? undefined : wrong;
    case "bool":
      return isTruth(value) ? undefined : wrong;
    case "list":
      return ["list", "tuple", "set"].includes(value.kind) ? undefined : wrong;
    case "dict":
      return value.kind === "dict" ? undefined : wrong;
    default:
      return undefined;
  }
}

function worded(value: Value): string {
  const variable = environmentVariable(value);
  if (variable) return "an `EnvVar`, which stands for text (`EnvVar.int` stands for a number)";
  switch (value.kind) {
    case "none":
      return "None";
    case "str":
      return "a text";
    case "int":
    case "float":
      return "a number";
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "function":
      return `a ${value.kind}`;
    case "class":
      return `the class \`${value.name}\``;
    case "instance":
      return `a \`${value.class.name}\``;
    case "object":
      return `a \`${value.type}\``;
    default:
      return pythonRepr(value);
  }
}

function isWholeNumber(value: Value): boolean {
  if (value.kind === "int" || value.kind === "bool") return true;
  if (value.kind === "float") return Number.isInteger(value.value);
  if (value.kind === "str") return /^\s*[+-]?[\d_]+(?:\.0+)?\s*$/.test(value.value);
  return environmentVariable(value)?.isNumber === true || value.kind === "bytes";
}

function isNumber(value: Value): boolean {
  if (value.kind === "int" || value.kind === "bool" || value.kind === "float") return true;
  if (value.kind === "str") return /^\s*[+-]?(?:[\d_.]+(?:e[+-]?\d+)?|inf|infinity|nan)\s*$/i.test(value.value);
  // Dagster has no configuration type for a variable that holds a number with a fraction.
  return value.kind === "bytes";
}

const TRUTHS = /^(?:0|1|f|t|n|y|no|yes|off|on|false|true)$/i;

function isTruth(value: Value): boolean {
  if (value.kind === "bool" || value.kind === "bytes") return true;
  if (value.kind === "int" || value.kind === "float") return Number(value.value) === 0 || Number(value.value) === 1;
  if (value.kind === "str") return TRUTHS.test(value.value);
  const variable = environmentVariable(value);
  return variable !== undefined && (variable.isNumber || TRUTHS.test(variable.name));
}

/** A member by its value or, where the annotation is the enumeration itself, by its name. */
function enumProblem(value: Value, type: ClassValue): string | undefined {
  if (!["str", "int", "none"].includes(value.kind) || type.mro.some(({ kind }) => kind === "unknown") || ownerOf(type, "_missing_"))
    return undefined;
  const members = enumMembers(type).filter((member) => member.kind === "instance");
  const options = members.flatMap(({ attributes }) => attributes.get("value") ?? []);
  if (options.length === 0 || !options.every(({ kind }) => kind === "str" || kind === "int")) return undefined;
  const names = members.map(({ attributes }) => attributes.get("name")).map((name) => (name?.kind === "str" ? name.value : ""));
  if (value.kind === "str" && names.includes(value.value)) return undefined;
  const shown = options.map(pythonRepr);
  return shown.includes(pythonRepr(value)) || (value.kind === "int" && options.some(({ kind }) => kind === "int"))
    ? undefined
    : `${pythonRepr(value)}, and not one of ${shown.join(", ")}`;
}

/** A model is given as an instance, or as a mapping with its fields. */
function classProblem(value: Value, type: ClassValue, interpreter: Interpreter): string | undefined {
  if (!isModel(type, interpreter) || !isPlainOrVariable(value)) return undefined;
  if (value.kind === "instance" && (value.class.mro.includes(type) || !isOfKnownClass(value.class))) return undefined;
  if (value.kind === "object" && environmentVariable(value) === undefined) return undefined;
  return value.kind === "dict" ? fieldsProblem(value, type, interpreter) : `${worded(value)}, and no \`${type.name}\``;
}

/** A mapping in place of an instance has the fields that an instance is made with. */
function fieldsProblem(value: DictValue, type: ClassValue, interpreter: Interpreter): string | undefined {
  if (!isPlain(type)) return undefined;
  const given = keywordsOfDict(value, NOWHERE);
  for (const field of fieldsOf(type)) {
    const annotation = annotationOfField(type, field, interpreter);
    const item = namesOf(field, type).flatMap((name) => given.get(name) ?? [])[0];
    const isMissing = !item && value.complete && !hasDefault(field, annotation);
    const problem = item || isMissing ? typeProblem(item?.value ?? NONE, annotation, interpreter) : undefined;
    if (problem !== undefined) return isMissing ? `a mapping without \`${field.name}\`` : `wrong in \`${field.name}\`: ${problem}`;
  }
  return undefined;
}

/** `List[str]`, `Optional[int]`, `Literal["a"]`, `int | None`. */
function formProblem(value: Value, type: LibraryObject, interpreter: Interpreter): string | undefined {
  const args = type.fields.get("args");
  const members = args?.kind === "tuple" ? args.items : [];
  const origin = type.fields.get("origin");
  const name = origin?.kind === "symbol" ? origin.name : type.type === "types.UnionType" ? "typing.Union" : "";
  const inner = members.at(-1);
  switch (name.slice(name.lastIndexOf(".") + 1)) {
    case "Optional":
      return value.kind === "none" || !members[0] ? undefined : typeProblem(value, members[0], interpreter);
    case "Union":
      return unionProblem(value, members, interpreter);
    case "Annotated":
      return members[0] && typeProblem(value, members[0], interpreter);
    case "Literal":
      return literalProblem(value, members);
    case "list":
    case "List":
      return (
        scalarProblem(value, "builtins.list") ??
        (inner &&
          elementsOf(value)
            .items.map((item) => typeProblem(item, inner, interpreter))
            .find((problem) => problem !== undefined))
      );
    case "dict":
    case "Dict":
      return scalarProblem(value, "builtins.dict") ?? (inner && entryProblem(value, inner, interpreter));
    default:
      return undefined;
  }
}

function entryProblem(value: Value, type: Value, interpreter: Interpreter): string | undefined {
  if (value.kind !== "dict") return undefined;
  const problems = [...value.entries.values()].map((entry) => typeProblem(entry.value, type, interpreter));
  return problems.find((problem) => problem !== undefined);
}

function unionProblem(value: Value, members: readonly Value[], interpreter: Interpreter): string | undefined {
  const problems = members.map((member) => {
    const isNone = member.kind === "none" || (member.kind === "symbol" && member.name.endsWith("NoneType"));
    if (isNone) return value.kind === "none" ? undefined : isPlainOrVariable(value) ? "not None" : undefined;
    return typeProblem(value, member, interpreter);
  });
  return problems.every((problem) => problem !== undefined) ? problems.find((problem) => problem !== "not None") : undefined;
}

function literalProblem(value: Value, options: readonly Value[]): string | undefined {
  const isVariable = environmentVariable(value) !== undefined;
  if (!(isVariable || ["str", "int", "none"].includes(value.kind)) || !options.every(({ kind }) => kind === "str" || kind === "int"))
    return undefined;
  if (isVariable) return worded(value);
  const names = options.map(pythonRepr);
  return names.includes(pythonRepr(value)) ? undefined : `${pythonRepr(value)}, and not one of ${names.join(", ")}`;
}
