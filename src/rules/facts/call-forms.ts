/**
 * Certain calls by their form: the callable, and which of its parameters are given how. Tens of thousands of calls have a few hundred forms, and what
 * is wrong with the form is found once for all of them.
 */
import { groupBy } from "../../base/group-by.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { positionalNames } from "../../dagster/library/signature.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import { certainCalls } from "./calls.ts";
import { remember } from "./remember.ts";

export interface CallForm {
  /** `dagster.asset`. */
  readonly name: string;
  /** How many arguments are given without a name. */
  readonly positional: number;
  /** As they are written, those that are no parameters as well. */
  readonly keywords: readonly string[];
  /** False when more may be given than is known. */
  readonly complete: boolean;
  /** What is given, by name or by position. */
  readonly given: ReadonlySet<string>;
  /** In order. */
  readonly calls: readonly LibraryCall[];
}

/** Of the callables of these names. */
export function formsOf(location: LoadedLocation, names: ReadonlySet<string>): readonly CallForm[] {
  return forms(location).filter(({ name }) => names.has(name));
}

const forms = remember((location: LoadedLocation): readonly CallForm[] =>
  [...certainCalls(location)].flatMap(([name, calls]) => [...groupBy(calls, idOfForm).values()].map((alike) => formOf(name, alike))),
);

/** No keyword of a call that Python makes has a NUL in it. */
function idOfForm({ args: { positional, keywords, complete } }: LibraryCall): string {
  return `${positional.length}${complete ? "" : "+"}\0${[...keywords.keys()].join("\0")}`;
}

function formOf(name: string, calls: readonly LibraryCall[]): CallForm {
  const args = calls[0]?.args;
  const keywords = [...(args?.keywords.keys() ?? [])];
  const positional = args?.positional.length ?? 0;
  const given = new Set([...keywords, ...positionalNames(name).slice(0, positional)]);
  return { name, positional, keywords, complete: args?.complete ?? true, given, calls };
}
