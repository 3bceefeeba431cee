/** Resources that are made with fields missing, or with values of another type: what pydantic refuses. Classes with an `__init__` or validators of their own are left alone. */
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { fieldsOf } from "../../python/call/fields.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import type { ClassField, ClassValue, Unknown, Value } from "../../python/value.ts";

export interface ConstructionProblem {
  readonly cls: ClassValue;
  readonly field: string;
  /** `missing`, or in words what is wrong with the value. */
  readonly problem: string;
  readonly at: Location;
  /** What it hangs on: the value of an environment variable that is only assumed to be unset. */
  readonly doubts: readonly Unknown[];
}

export function constructionProblems(location: LoadedLocation): readonly ConstructionProblem[] {
  const { interpreter } = location;
  return location.calls.flatMap((call) => {
    const { subclass, condition, guarded } = call;
    if (!subclass || condition || guarded || !interpreter.isSubclass(subclass, "dagster.ConfigurableResourceFactory")) return [];
    return isPlain(subclass) ? problemsOf(subclass, call, location) : [];
  });
}

/** Nothing of its own decides about the fields. */
function isPlain(cls: ClassValue): boolean {
  return cls.mro.every((base) => {
    if (base.kind === "unknown") return false;
    if (base.kind === "symbol")
      return (
        base.name.startsWith("dagster.") ||
        base.name.startsWith("builtins.") ||
        base.name.startsWith("typing.") ||
        base.name.startsWith("abc.")
      );
    return (
      !base.namespace.has("__init__") &&
      !base.namespace.has("model_config") &&
      !base.definition.body.some((statement) => statement.kind === "function" && statement.decorators.length > 0)
    );
  });
}

function problemsOf(cls: ClassValue, { args, at }: LibraryCall, { interpreter }: LoadedLocation): readonly ConstructionProblem[] {
  return fieldsOf(cls).flatMap((field) => {
    const owner = cls.mro.find((base) => base.kind === "class" && base.fields.includes(field));
    if (owner?.kind !== "class" || field.name.startsWith("_")) return [];
    const type = interpreter.annotation(field.annotation, owner.closure);
    const argument = args.keywords.get(field.name);
    if (!argument) {
      const isMissing = args.complete && field.default === undefined && isRequired(type) && !isClassVariable(field, owner);
      return isMissing ? [{ cls, field: field.name, problem: "missing", at, doubts: [] }] : [];
    }
    const problem = problemOf(argument.value, type);
    return problem === undefined ? [] : [{ cls, field: field.name, problem, at: argument.at, doubts: doubtsOf(argument) }];
  });
}

function doubtsOf({ value, at }: ArgumentValue): readonly Unknown[] {
  const [assumed] = "assumes" in value ? (value.assumes ?? []) : [];
  return assumed === undefined
    ? []
    : [{ kind: "unknown", reason: "runtime-input", message: `it is assumed that ${assumed.replace(/ unset$/, "")} is unset`, at }];
}

function isRequired(type: Value): boolean {
  return type.kind === "symbol" && /^builtins\.(?:str|int|float|bool)$/.test(type.name);
}

/** Only where the type is a plain scalar, and the value is known not to become one. */
function problemOf(value: Value, type: Value): string | undefined {
  if (type.kind !== "symbol" || !isRequired(type)) return undefined;
  const wanted = type.name.slice("builtins.".length);
  if (value.kind === "none") return `None, and not of type \`${wanted}\``;
  if (value.kind === "object" && value.type === "dagster.EnvVar") return envVarProblem(value, wanted);
  if (["list", "dict", "tuple", "set"].includes(value.kind)) return `a ${value.kind}, and not of type \`${wanted}\``;
  if (wanted === "str")
    return value.kind === "int" || value.kind === "float" || value.kind === "bool" ? `a number, and not of type \`str\`` : undefined;
  if (wanted === "int" || wanted === "float")
    return value.kind === "str" && !/^\s*[+-]?[\d_.]+(?:e[+-]?\d+)?\s*$/i.test(value.value)
      ? `a text, and not of type \`${wanted}\``
      : undefined;
  return undefined;
}

/** `EnvVar` stands for text, `EnvVar.int` for a whole number. */
function envVarProblem(value: Extract<Value, { readonly kind: "object" }>, wanted: string): string | undefined {
  const type = value.fields.get("type");
  return wanted === "int" && type?.kind === "str" && type.value === "str"
    ? "an `EnvVar`, which stands for text: `EnvVar.int` stands for a number"
    : undefined;
}

function isClassVariable(field: ClassField, cls: ClassValue): boolean {
  return /^(?:typing\.|t\.)?ClassVar\b/.test(cls.file.text.slice(field.annotation.start, field.annotation.end));
}
