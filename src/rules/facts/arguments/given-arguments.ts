/**
 * What certain calls of Dagster are given, by callable, parameter and type of the value: tens of thousands of arguments are of a few types for each
 * parameter, and nearly all of these are in order.
 */
import { concatenate } from "../../../base/concatenate.ts";
import { groupBy } from "../../../base/group-by.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { positionalNames, restName } from "../../../dagster/library/signature.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { LibraryCall } from "../../../python/library-call.ts";
import { type CallForm, formsByCallable } from "../call-forms.ts";
import { rememberByNames } from "../remember.ts";
import { typeOf } from "./argument-types.ts";

export interface GivenArgument {
  readonly call: LibraryCall;
  readonly argument: ArgumentValue;
}

/** By the type's name, `undefined` for what may be of any; those of one type in order. */
export type ArgumentsByType = ReadonlyMap<string | undefined, readonly GivenArgument[]>;

/** What calls of the callable are given for the parameter; keywords that are no parameters can be asked for as well. */
export const givenArguments: (location: LoadedLocation, callable: string, parameter: string) => ArgumentsByType = rememberByNames(
  (location, [callable = "", parameter = ""]) =>
    groupBy(argumentsByParameter(location, callable).get(parameter) ?? [], ({ argument }) => typeOf(argument.value, location.interpreter)),
);

const argumentsByParameter = rememberByNames((location: LoadedLocation, [callable = ""]) => {
  const found = new Map<string, readonly GivenArgument[]>();
  for (const form of formsByCallable(location).get(callable) ?? []) {
    for (const { parameter, of } of givenBy(form)) {
      const given = form.calls.flatMap((call) => {
        const argument = of(call);
        return argument ? [{ call, argument }] : [];
      });
      found.set(parameter, concatenate([found.get(parameter) ?? [], given]));
    }
  }
  return found;
});

interface Giving {
  readonly parameter: string;
  of(call: LibraryCall): ArgumentValue | undefined;
}

/** What calls of the form give, by position or by name. A keyword for what is given by position already is left to Python. */
function givenBy({ name, positional, keywords }: CallForm): readonly Giving[] {
  const names = positionalNames(name);
  const rest = restName(name);
  const byPosition = Array.from({ length: positional }, (_, index) => ({
    parameter: names[index] ?? rest,
    of: ({ args }: LibraryCall) => args.positional[index],
  }));
  const bound = new Set(names.slice(0, positional));
  const byName = keywords.filter((keyword) => !bound.has(keyword));
  return [
    ...byPosition.flatMap(({ parameter, of }) => (parameter === undefined ? [] : [{ parameter, of }])),
    ...byName.map((parameter) => ({ parameter, of: ({ args }: LibraryCall) => args.keywords.get(parameter) })),
  ];
}
