/** Resources that are made with fields missing, or with values of another type: what pydantic refuses. Classes with an `__init__` or validators of their own are left alone. */

import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { fieldsOf } from "../../../python/call/fields.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { LibraryCall } from "../../../python/library-call.ts";
import { NONE } from "../../../python/make-value.ts";
import type { ClassField, ClassValue, Unknown, Value } from "../../../python/value.ts";
import { subclassCalls } from "../logged.ts";
import { typeProblem } from "./pydantic-types.ts";

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
  return subclassCalls(location).flatMap((call) => {
    const { subclass, condition, guarded } = call;
    if (condition || guarded || !MODELS.some((name) => interpreter.isSubclass(subclass, name))) return [];
    return isPlain(subclass) ? problemsOf(subclass, call, location) : [];
  });
}

const MODELS = ["dagster.ConfigurableResourceFactory", "dagster.Config"];

/** Nothing of its own decides about the fields. */
export function isPlain(cls: ClassValue): boolean {
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
    if (owner?.kind !== "class" || field.name.startsWith("_") || isClassVariable(field, owner)) return [];
    const type = interpreter.annotation(field.annotation, owner.closure);
    const argument = args.keywords.get(field.name);
    if (!argument) {
      // Dagster gives None for a field without a default, and pydantic judges that.
      const isMissing = args.complete && !hasDefault(field) && typeProblem(NONE, type, interpreter) !== undefined;
      return isMissing ? [{ cls, field: field.name, problem: "missing", at, doubts: [] }] : [];
    }
    const problem = typeProblem(argument.value, type, interpreter);
    return problem === undefined ? [] : [{ cls, field: field.name, problem, at: argument.at, doubts: doubtsOf(argument) }];
  });
}

/** `Field(description=…)` has none, `Field(...)` neither. */
function hasDefault({ default: value }: ClassField): boolean {
  if (value?.kind !== "object" || value.type !== "pydantic.FieldInfo") return value !== undefined;
  const [plain, factory] = [value.fields.get("default"), value.fields.get("default_factory")];
  const isGiven = (given: Value | undefined): boolean => given !== undefined && given.kind !== "none" && given.kind !== "ellipsis";
  return isGiven(plain) || isGiven(factory) || value.args?.keywords.get("default") !== undefined || value.args?.complete === false;
}

function doubtsOf({ value, at }: ArgumentValue): readonly Unknown[] {
  const [assumed] = "assumes" in value ? (value.assumes ?? []) : [];
  return assumed === undefined
    ? []
    : [{ kind: "unknown", reason: "runtime-input", message: `it is assumed that ${assumed.replace(/ unset$/, "")} is unset`, at }];
}

function isClassVariable(field: ClassField, cls: ClassValue): boolean {
  return /^(?:typing\.|t\.)?ClassVar\b/.test(cls.file.text.slice(field.annotation.start, field.annotation.end));
}
