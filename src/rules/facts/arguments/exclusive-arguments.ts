/** Arguments that are surely there: what Dagster asks when it takes one of several, and refuses two. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { Call } from "../calls.ts";
import { isUnsure } from "../values.ts";

export interface NamedArgument {
  readonly name: string;
  readonly argument: ArgumentValue;
}

/** Those of `names` that are surely not None, in the order of `names`. */
export function notNone(call: Call, names: readonly string[]): readonly NamedArgument[] {
  return names.flatMap((name) => {
    const argument = call.given(name);
    return argument && !isUnsure(argument.value) ? [{ name, argument }] : [];
  });
}

/** Those of `names` that are surely true in a condition. */
export function truthy(call: Call, names: readonly string[], { interpreter }: LoadedLocation): readonly NamedArgument[] {
  return notNone(call, names).filter(({ argument }) => interpreter.truth(argument.value) === "yes");
}

/** True when none of them was given, or only what is false in a condition. */
export function allFalsy(call: Call, names: readonly string[], { interpreter }: LoadedLocation): boolean {
  return names.every((name) => interpreter.truth(call.value(name)) === "no");
}

/** "`job` and `target`". */
export function listNames(arguments_: readonly NamedArgument[]): string {
  const names = arguments_.map(({ name }) => `\`${name}\``);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
