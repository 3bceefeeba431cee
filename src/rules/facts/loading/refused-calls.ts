/** Calls in compositions at which loading stops for certain, by the words that Dagster has for them: `DagsterInvalidDefinitionError: …`. */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";

export interface RefusedCall {
  readonly at: Location;
  /** Dagster's, without the class of the error. */
  readonly words: string;
  /** What the groups of the pattern matched. */
  readonly groups: Readonly<Record<string, string>>;
}

export function refusedCalls({ problems }: LoadedLocation, pattern: RegExp): readonly RefusedCall[] {
  return problems.flatMap(({ at, message }) => {
    const words = /^(?:Dagster\w*|Check)Error: (.*)$/s.exec(message)?.[1];
    const match = words === undefined ? null : pattern.exec(words);
    return words === undefined || match === null ? [] : [{ at, words, groups: { ...match.groups } }];
  });
}
