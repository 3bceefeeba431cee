/** Parameters of loaded assets that Dagster takes for an upstream asset, finds none, and that were meant for something else. */
import type { Location } from "../../../base/span.ts";
import type { FunctionValue, Unknown } from "../../../python/value.ts";
import type { RuleContext } from "../../rule.ts";
import { danglingDependencies } from "../assets/asset-dependencies.ts";
import { functionOf, placeOfDefinition } from "../definition-place.ts";
import { subjectOf } from "../subject.ts";
import { type ParameterMistake, parameterMistake } from "./parameter-mistake.ts";

export interface MistakenParameter {
  readonly name: string;
  readonly at: Location;
  readonly subject: string;
  /** Absent where no function of the repository is under the definition. */
  readonly function: FunctionValue | undefined;
  readonly doubts: readonly Unknown[];
}

export function mistakenParameters({ graphs, location }: RuleContext, mistake: ParameterMistake): readonly MistakenParameter[] {
  return graphs.flatMap((graph) =>
    danglingDependencies(graph).flatMap(({ claim, dependency, doubts }) => {
      const { parameter } = dependency;
      if (parameter === undefined || parameterMistake(claim.object, parameter, location) !== mistake) return [];
      const fn = functionOf(claim.object);
      const written = fn?.definition.parameters.find(({ name }) => name === parameter);
      const at = fn && written ? { path: fn.file.path, start: written.start, end: written.end } : placeOfDefinition(claim.object);
      return [{ name: parameter, at, subject: subjectOf(claim.spec) ?? "", function: fn, doubts }];
    }),
  );
}
