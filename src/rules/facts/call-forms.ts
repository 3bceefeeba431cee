/**
 * Certain calls by their form: the callable, and which of its parameters are given how. Tens of thousands of calls have a few hundred forms, and what
 * is wrong with the form is found once for all of them.
 */
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
  return [...formsByCallable(location)].flatMap(([name, forms]) => (names.has(name) ? forms : []));
}

/** By callable: of those that are called at all. */
export const formsByCallable: (location: LoadedLocation) => ReadonlyMap<string, readonly CallForm[]> = remember(
  (location) => new Map([...certainCalls(location)].map(([name, calls]) => [name, byForm(calls).map((alike) => formOf(name, alike))])),
);

/** Calls that have begun alike: with so many arguments, then with these keywords one after the other. */
interface Alike {
  readonly next: Map<string | number, Alike>;
  readonly calls: LibraryCall[];
}

/** In the order of the first call of each form. */
function byForm(calls: readonly LibraryCall[]): readonly LibraryCall[][] {
  const found: LibraryCall[][] = [];
  const root: Alike = { next: new Map(), calls: [] };
  for (const call of calls) {
    const alike = alikeFrom(root, call);
    if (alike.length === 0) found.push(alike);
    alike.push(call);
  }
  return found;
}

/** Those of the call's form that are met so far. */
function alikeFrom(root: Alike, { args: { positional, keywords, complete } }: LibraryCall): LibraryCall[] {
  let alike = follow(root, complete ? positional.length : -1 - positional.length);
  for (const keyword of keywords.keys()) alike = follow(alike, keyword);
  return alike.calls;
}

function follow({ next }: Alike, step: string | number): Alike {
  const known = next.get(step);
  if (known) return known;
  const made: Alike = { next: new Map(), calls: [] };
  next.set(step, made);
  return made;
}

function formOf(name: string, calls: readonly LibraryCall[]): CallForm {
  const args = calls[0]?.args;
  const keywords = [...(args?.keywords.keys() ?? [])];
  const positional = args?.positional.length ?? 0;
  const given = new Set([...keywords, ...positionalNames(name).slice(0, positional)]);
  return { name, positional, keywords, complete: args?.complete ?? true, given, calls };
}
