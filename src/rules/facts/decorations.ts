/** Functions under Dagster's decorators, with or without arguments: what the decorator was given, and what `inspect` sees of the function. */
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type FunctionSignature, signatureOfFunction } from "../../dagster/library/function-signature.ts";
import type { FunctionValue, Value } from "../../python/value.ts";
import { type Call, callsOf } from "./calls.ts";

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
export function decorationsOf(location: LoadedLocation, ...names: readonly string[]): readonly Decoration[] {
  return callsOf(location, ...names).flatMap((decorator) => {
    const known = decorations.get(decorator);
    if (known) return known;
    const found = applicationsOf(decorator, location);
    decorations.set(decorator, found);
    return found;
  });
}

const decorations = new WeakMap<Call, readonly Decoration[]>();

function applicationsOf(decorator: Call, location: LoadedLocation): readonly Decoration[] {
  const { call } = decorator;
  const applied = call.applications.map(({ args, result }) => ({ value: args.positional[0]?.value, result }));
  const direct = call.result?.kind === "native" ? [] : [{ value: call.args.positional[0]?.value, result: call.result }];
  return [...direct, ...applied].flatMap(({ value, result }) =>
    value?.kind === "function" ? [decorationOf(decorator, value, { result, location })] : [],
  );
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
