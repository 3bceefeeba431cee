/** Resources and configurations that are made with fields missing, or with values that the fields do not take: what pydantic refuses. */

import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { annotationOfField, fieldsOf } from "../../../python/call/fields.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { LibraryCall } from "../../../python/library-call.ts";
import { NONE } from "../../../python/make-value.ts";
import { namesOf } from "../../../python/packages/pydantic/model-fields.ts";
import type { ClassValue, Unknown } from "../../../python/value.ts";
import { subclassCalls } from "../logged.ts";
import { constraintProblem } from "./constraints.ts";
import { hasDefault } from "./defaults.ts";
import { extrasProblem, isPlain, namesValidatedBefore } from "./plain-classes.ts";
import { typeProblem } from "./type-problem.ts";

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

function problemsOf(cls: ClassValue, { args, at }: LibraryCall, { interpreter }: LoadedLocation): readonly ConstructionProblem[] {
  const before = namesValidatedBefore(cls);
  const problems = fieldsOf(cls).flatMap((field): ConstructionProblem[] => {
    if (before(field.name)) return [];
    const type = annotationOfField(cls, field, interpreter);
    const names = namesOf(field, cls);
    const argument = names.flatMap((name) => args.keywords.get(name) ?? [])[0];
    if (!argument) {
      // Dagster gives None for a field without a default, and pydantic judges that.
      const isMissing = args.complete && !hasDefault(field, type) && typeProblem(NONE, type, interpreter) !== undefined;
      return isMissing ? [{ cls, field: field.name, problem: "missing", at, doubts: [] }] : [];
    }
    const problem = typeProblem(argument.value, type, interpreter) ?? constraintProblem(argument.value, field, type);
    return problem === undefined ? [] : [{ cls, field: field.name, problem, at: argument.at, doubts: doubtsOf(argument) }];
  });
  const extra = extrasProblem(cls, args);
  return extra ? [...problems, { cls, doubts: [], ...extra }] : problems;
}

function doubtsOf({ value, at }: ArgumentValue): readonly Unknown[] {
  const [assumed] = "assumes" in value ? (value.assumes ?? []) : [];
  return assumed === undefined
    ? []
    : [{ kind: "unknown", reason: "runtime-input", message: `it is assumed that ${assumed.replace(/ unset$/, "")} is unset`, at }];
}
