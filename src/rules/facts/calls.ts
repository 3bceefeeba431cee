/**
 * Calls of Dagster that certainly happen when the code location is loaded: under no open condition, in no `try` that might catch what they raise.
 * Arguments are bound by Dagster's own signatures, so a rule asks for a parameter and need not know how it was written.
 */
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type Bound, bind } from "../../dagster/library/signature.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import { NONE } from "../../python/make-value.ts";
import type { Value } from "../../python/value.ts";

export interface Call {
  readonly name: string;
  readonly call: LibraryCall;
  readonly at: Location;
  readonly bound: Bound;
  /** What was written for a parameter; `undefined` when nothing was, or None. */
  given(parameter: string): ArgumentValue | undefined;
  /** What was written or the default; unknown when arguments were spread from something unknown. */
  value(parameter: string): Value;
}

const indexes = new WeakMap<LoadedLocation, ReadonlyMap<string, readonly Call[]>>();

/** Certain calls of any of `names` (`dagster.asset`), in order. Calls of classes of the repository that derive from one are not among them. */
export function callsOf(location: LoadedLocation, ...names: readonly string[]): readonly Call[] {
  let index = indexes.get(location);
  if (!index) {
    index = indexCalls(location);
    indexes.set(location, index);
  }
  return names.flatMap((name) => index.get(name) ?? []);
}

function indexCalls(location: LoadedLocation): ReadonlyMap<string, readonly Call[]> {
  const index = new Map<string, Call[]>();
  for (const call of location.calls) {
    if (call.condition || call.guarded || call.subclass || !call.name.startsWith("dagster.")) continue;
    const bound = boundCall(call, location);
    const list = index.get(call.name);
    if (list) list.push(bound);
    else index.set(call.name, [bound]);
  }
  return index;
}

export function boundCall(call: LibraryCall, { interpreter }: LoadedLocation): Call {
  const bound = bind(call.name, { args: call.args, at: call.at, interpreter });
  return {
    name: call.name,
    call,
    at: call.at,
    bound,
    given: (parameter) => {
      const argument = bound.given(parameter);
      return argument === undefined || argument.value.kind === "none" ? undefined : argument;
    },
    value: (parameter) => bound.optional(parameter) ?? NONE,
  };
}
