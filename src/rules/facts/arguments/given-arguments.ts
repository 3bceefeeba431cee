/**
 * What certain calls of Dagster are given, by callable, parameter and type of the value: tens of thousands of arguments are of a few types for each
 * parameter, and nearly all of these are in order.
 */
import { groupBy } from "../../../base/group-by.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { positionalNames, restName } from "../../../dagster/library/signature.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { LibraryCall } from "../../../python/library-call.ts";
import { type CallForm, formsByCallable } from "../call-forms.ts";
import { typeOf } from "./argument-types.ts";

/** Calls that give the parameter a value of one type. */
export interface GivenArguments {
  /** The type's name, `undefined` for what may be of any. */
  readonly type: string | undefined;
  readonly calls: readonly LibraryCall[];
  argumentOf(call: LibraryCall): ArgumentValue | undefined;
}

/** What calls of the callable are given for the parameter. Of one form and type they are in order. */
export function givenArguments(location: LoadedLocation, callable: string, parameter: string): readonly GivenArguments[] {
  const forms = formsByCallable(location).get(callable) ?? [];
  return forms.flatMap(({ calls, ...form }) =>
    waysOfGiving(form, parameter).flatMap((argumentOf) => {
      const byType = groupBy(calls, (call) => typeOfArgument(argumentOf(call), location.interpreter));
      return [...byType].map(([type, alike]) => ({ type, calls: alike, argumentOf }));
    }),
  );
}

function typeOfArgument(argument: ArgumentValue | undefined, interpreter: Interpreter): string | undefined {
  return argument && typeOf(argument.value, interpreter);
}

type WayOfGiving = GivenArguments["argumentOf"];

/** By position or by name; `*keys` takes all arguments without a name that are left. */
function waysOfGiving({ name, positional, keywords }: Omit<CallForm, "calls">, parameter: string): readonly WayOfGiving[] {
  const names = positionalNames(name);
  const index = names.indexOf(parameter);
  if (index >= 0 && index < positional) return [({ args }) => args.positional[index]];
  if (keywords.includes(parameter)) return [({ args }) => args.keywords.get(parameter)];
  if (parameter !== restName(name)) return [];
  return Array.from({ length: Math.max(0, positional - names.length) }, (_, rest): WayOfGiving => {
    return ({ args }) => args.positional[names.length + rest];
  });
}
