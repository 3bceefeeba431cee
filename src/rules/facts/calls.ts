/**
 * Calls of Dagster that certainly happen when the code location is loaded: under no open condition, in no `try` that might catch what they raise.
 * A decorator that is never applied is none of them where Dagster looks at its arguments only then.
 * Arguments are bound by Dagster's own signatures, so a rule asks for a parameter and need not know how it was written.
 */
import { concatenate } from "../../base/concatenate.ts";
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type Bound, bind } from "../../dagster/library/signature.ts";
import type { Interpreter } from "../../python/interpreter.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import type { Value } from "../../python/value.ts";
import { callsByName } from "./logged.ts";
import { remember, rememberByNames } from "./remember.ts";
import { undecorated } from "./unapplied-decorators.ts";

export interface Call {
  readonly name: string;
  readonly call: LibraryCall;
  readonly at: Location;
  /** What was given, by parameter; keywords that are no parameters as well. */
  readonly arguments: ReadonlyMap<string, ArgumentValue>;
  readonly bound: Bound;
  /** What was written for a parameter; `undefined` when nothing was, or None. */
  given(parameter: string): ArgumentValue | undefined;
  /** What was written or the default; unknown when arguments were spread from something unknown. */
  value(parameter: string): Value;
}

/** Certain calls of any of `names` (`dagster.asset`), in order. Calls of classes of the repository that derive from one are not among them. */
export const callsOf: (location: LoadedLocation, ...names: readonly string[]) => readonly Call[] = rememberByNames(findCalls);

function findCalls(location: LoadedLocation, names: readonly string[]): readonly Call[] {
  const [name] = names;
  if (name !== undefined && names.length === 1)
    return (certainCalls(location).get(name) ?? []).map((call) => new CertainCall(call, location.interpreter));
  return concatenate(names.map((one) => callsOf(location, one)));
}

/** Of the same calls those that are given something for the parameter: the first of the names. Any one argument is given to few of many assets. */
export const callsGiving: (location: LoadedLocation, parameter: string, ...names: readonly string[]) => readonly Call[] = rememberByNames(
  (location, [parameter = "", ...names]) => concatenate(names.map((name) => byParameter(location, name).get(parameter) ?? [])),
);

const byParameter = rememberByNames((location: LoadedLocation, names) => {
  const index = new Map<string, Call[]>();
  const add = (call: Call, parameter: string): void => {
    const list = index.get(parameter);
    if (list) list.push(call);
    else index.set(parameter, [call]);
  };
  for (const call of callsOf(location, ...names)) {
    call.arguments.forEach(({ value }, parameter) => {
      if (value.kind !== "none") add(call, parameter);
    });
  }
  return index;
});

/** Those of Dagster that certainly happen, by name. */
export const certainCalls: (location: LoadedLocation) => ReadonlyMap<string, readonly LibraryCall[]> = remember(findCertain);

function findCertain(location: LoadedLocation): ReadonlyMap<string, readonly LibraryCall[]> {
  const found = new Map<string, readonly LibraryCall[]>();
  for (const [name, calls] of callsByName(location)) {
    if (!name.startsWith("dagster.")) continue;
    const certain = calls.filter((call) => !(call.condition || call.guarded || call.subclass || undecorated(call)));
    if (certain.length > 0) found.set(name, certain);
  }
  return found;
}

/** A handle: the arguments are bound when somebody asks for more than what a keyword gives, which is hardly ever. */
class CertainCall implements Call {
  readonly name: string;
  readonly at: Location;
  readonly call: LibraryCall;
  readonly #interpreter: Interpreter;
  #bound: Bound | undefined;

  constructor(call: LibraryCall, interpreter: Interpreter) {
    this.name = call.name;
    this.at = call.at;
    this.call = call;
    this.#interpreter = interpreter;
  }

  get bound(): Bound {
    const { name, args, at } = this.call;
    this.#bound ??= bind(name, { args, at, interpreter: this.#interpreter });
    return this.#bound;
  }

  get arguments(): ReadonlyMap<string, ArgumentValue> {
    const { positional, keywords } = this.call.args;
    return positional.length === 0 ? keywords : this.bound.arguments;
  }

  given(parameter: string): ArgumentValue | undefined {
    const argument = this.arguments.get(parameter);
    return argument === undefined || argument.value.kind === "none" ? undefined : argument;
  }

  value(parameter: string): Value {
    return this.bound.value(parameter);
  }
}
