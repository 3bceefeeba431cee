/** Functions under Dagster's decorators, with or without arguments: what the decorator was given, and what `inspect` sees of the function. */
import { concatenate } from "../../base/concatenate.ts";
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type FunctionSignature, signatureOfFunction } from "../../dagster/library/function-signature.ts";
import type { Application } from "../../python/library-call.ts";
import type { FunctionValue, Value } from "../../python/value.ts";
import { type Call, callsGiving, callsOf } from "./calls.ts";
import { rememberByNames } from "./remember.ts";

export interface Decoration {
  /** The decorator's call: `@asset(…)`, or `@asset` alone. */
  readonly decorator: Call;
  readonly function: FunctionValue;
  readonly signature: FunctionSignature;
  /** Of the function's name. */
  readonly at: Location;
  /** What came of it: an `AssetsDefinition`, an unknown where Dagster refuses. */
  readonly result: Value | undefined;
}

/** Certain applications of any of the decorators to a function of the repository. */
export const decorationsOf: (location: LoadedLocation, ...names: readonly string[]) => readonly Decoration[] =
  rememberByNames(findDecorations);

function findDecorations(location: LoadedLocation, names: readonly string[]): readonly Decoration[] {
  const [name] = names;
  if (name !== undefined && names.length === 1) return decorationsByCalls(callsOf(location, name), location);
  return concatenate(names.map((one) => decorationsOf(location, one)));
}

/** Of the same applications those whose decorator is given something for the parameter. */
export function decorationsGiving(location: LoadedLocation, parameter: string, ...names: readonly string[]): readonly Decoration[] {
  return decorationsByCalls(callsGiving(location, parameter, ...names), location);
}

function decorationsByCalls(decorators: readonly Call[], location: LoadedLocation): readonly Decoration[] {
  const found: Decoration[] = [];
  for (const decorator of decorators) for (const decoration of decorationsByCall(decorator, location)) found.push(decoration);
  return found;
}

/** A call belongs to one location. */
const applications = new WeakMap<Call, readonly Decoration[]>();

function decorationsByCall(decorator: Call, location: LoadedLocation): readonly Decoration[] {
  const known = applications.get(decorator);
  if (known) return known;
  const found = applicationsOf(decorator, location);
  applications.set(decorator, found);
  return found;
}

function applicationsOf(decorator: Call, location: LoadedLocation): readonly Decoration[] {
  const { call } = decorator;
  const direct: readonly Omit<Application, "at">[] = call.result?.kind === "native" ? [] : [call];
  const found: Decoration[] = [];
  for (const { args, result } of [...direct, ...call.applications]) {
    const value = args.positional[0]?.value;
    if (value?.kind === "function") found.push(decorationOf(decorator, value, { result, location }));
  }
  return found;
}

function decorationOf(
  decorator: Call,
  fn: FunctionValue,
  { result, location }: { readonly result: Value | undefined; readonly location: LoadedLocation },
): Decoration {
  return {
    decorator,
    function: fn,
    signature: signatureOfFunction(fn, location.interpreter, decorator.at),
    at: nameOfFunction(fn),
    result,
  };
}

/** Where the function's name stands; of a lambda, the whole of it. */
export function nameOfFunction({ definition, file }: FunctionValue): Location {
  const { start, end } = definition.kind === "function" ? definition.nameSpan : definition;
  return { path: file.path, start, end };
}
