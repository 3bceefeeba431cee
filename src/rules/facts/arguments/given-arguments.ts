/**
 * What certain calls of Dagster are given, by callable, parameter and type of the value: tens of thousands of arguments are of a few types for each
 * parameter, and nearly all of these are in order.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { positionalNames, restName } from "../../../dagster/library/signature.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { LibraryCall } from "../../../python/library-call.ts";
import { certainCalls } from "../calls.ts";
import { remember } from "../remember.ts";
import { typeOf } from "./argument-types.ts";

export interface GivenArgument {
  readonly call: LibraryCall;
  readonly argument: ArgumentValue;
}

/** By the type's name, `undefined` for what may be of any; those of one type in order. */
export type ArgumentsByType = ReadonlyMap<string | undefined, readonly GivenArgument[]>;

/** By the name of the callable, then by parameter; keywords that are no parameters as well. */
export const givenArguments: (location: LoadedLocation) => ReadonlyMap<string, ReadonlyMap<string, ArgumentsByType>> = remember(findGiven);

function findGiven(location: LoadedLocation): ReadonlyMap<string, ReadonlyMap<string, ArgumentsByType>> {
  const found = new Map<string, ReadonlyMap<string, ArgumentsByType>>();
  for (const [name, calls] of certainCalls(location))
    found.set(name, ofCallable({ names: positionalNames(name), rest: restName(name) }, calls, location));
  return found;
}

interface Parameters {
  readonly names: readonly string[];
  /** `*keys`: what takes the other arguments without a name. */
  readonly rest: string | undefined;
}

function ofCallable(
  { names, rest }: Parameters,
  calls: readonly LibraryCall[],
  { interpreter }: LoadedLocation,
): ReadonlyMap<string, ArgumentsByType> {
  const found = new Map<string, Map<string | undefined, GivenArgument[]>>();
  const add = (parameter: string, given: GivenArgument): void => {
    const ofParameter = found.get(parameter) ?? new Map<string | undefined, GivenArgument[]>();
    const type = typeOf(given.argument.value, interpreter);
    const ofType = ofParameter.get(type);
    if (ofType) ofType.push(given);
    else found.set(parameter, ofParameter.set(type, [given]));
  };
  for (const call of calls) {
    const { positional, keywords } = call.args;
    positional.forEach((argument, index) => {
      const name = names[index] ?? rest;
      if (name !== undefined) add(name, { call, argument });
    });
    keywords.forEach((argument, name) => {
      const index = positional.length === 0 ? -1 : names.indexOf(name);
      if (index < 0 || index >= positional.length) add(name, { call, argument });
    });
  }
  return found;
}
