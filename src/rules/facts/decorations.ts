/** Functions under Dagster's decorators, with or without arguments: what the decorator was given, and what `inspect` sees of the function. */
import { concatenate } from "../../base/concatenate.ts";
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type FunctionSignature, signatureOfFunction } from "../../dagster/library/function-signature.ts";
import type { Interpreter } from "../../python/interpreter.ts";
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

function decorationsByCalls(decorators: readonly Call[], { interpreter }: LoadedLocation): readonly Decoration[] {
  return decorators.flatMap((decorator) =>
    applicationsOf(decorator).flatMap(({ args, result }) => {
      const fn = args.positional[0]?.value;
      return fn?.kind === "function" ? [new AppliedDecorator({ decorator, function: fn, result }, interpreter)] : [];
    }),
  );
}

function applicationsOf({ call }: Call): readonly Omit<Application, "at">[] {
  if (call.result?.kind === "native") return call.applications;
  return call.applications.length === 0 ? [call] : [call, ...call.applications];
}

/** A handle: most rules look at the function alone, and its signature is made when one asks for it. */
class AppliedDecorator implements Decoration {
  readonly decorator: Call;
  readonly function: FunctionValue;
  readonly result: Value | undefined;
  readonly #interpreter: Interpreter;
  #signature: FunctionSignature | undefined;

  constructor(applied: Pick<Decoration, "decorator" | "function" | "result">, interpreter: Interpreter) {
    this.decorator = applied.decorator;
    this.function = applied.function;
    this.result = applied.result;
    this.#interpreter = interpreter;
  }

  get at(): Location {
    return nameOfFunction(this.function);
  }

  get signature(): FunctionSignature {
    this.#signature ??= signatureOfFunction(this.function, this.#interpreter, this.decorator.at);
    return this.#signature;
  }
}

/** Where the function's name stands; of a lambda, the whole of it. */
export function nameOfFunction({ definition, file }: FunctionValue): Location {
  const { start, end } = definition.kind === "function" ? definition.nameSpan : definition;
  return { path: file.path, start, end };
}
