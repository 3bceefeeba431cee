/** Arguments of dagster-dbt's functions by parameter name; its signatures are few, and written beside their models. */
import type { CallContext } from "../../../python/library.ts";
import { NONE } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";

export interface Parameters {
  readonly context: CallContext;
  /** What was given, else None. */
  value(name: string): Value;
  given(name: string): Value | undefined;
}

/** `positional` are the names of the parameters that may be given by position, in order; all others are keywords. */
export function parametersOf(context: CallContext, positional: readonly string[] = []): Parameters {
  const { args, interpreter, at } = context;
  const gap = args.complete
    ? undefined
    : interpreter.unknown("runtime-input", "arguments are spread from a value that is not known", at, args.gap);
  const given = (name: string): Value | undefined => {
    const index = positional.indexOf(name);
    return args.keywords.get(name)?.value ?? (index < 0 ? undefined : args.positional[index]?.value) ?? gap;
  };
  return { context, given, value: (name) => given(name) ?? NONE };
}
