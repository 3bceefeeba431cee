/**
 * The log of a code location by name: which callables were called, which types of objects were made. A large project logs a hundred thousand calls of a
 * few hundred callables, so who looks for some of them asks here and never goes through the log itself.
 */

import { groupBy } from "../../base/group-by.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import type { ClassValue, LibraryObject } from "../../python/value.ts";
import { remember } from "./remember.ts";

/** All calls, doubtful ones and those of deriving classes too, by name, in the order of the first call of each; those of one name in order. */
export const callsByName: (location: LoadedLocation) => ReadonlyMap<string, readonly LibraryCall[]> = remember(({ calls }) =>
  groupBy(calls, ({ name }) => name),
);

/** A call of a class of the repository that derives from a library's. */
export interface SubclassCall extends LibraryCall {
  readonly subclass: ClassValue;
}

/** In order. */
export const subclassCalls: (location: LoadedLocation) => readonly SubclassCall[] = remember(({ calls }) => calls.filter(isOfSubclass));

function isOfSubclass(call: LibraryCall): call is SubclassCall {
  return call.subclass !== undefined;
}

/** Objects by their type, in the order of the first of each; those of one type in order. */
export const objectsByType: (location: LoadedLocation) => ReadonlyMap<string, readonly LibraryObject[]> = remember(({ objects }) =>
  groupBy(objects, ({ type }) => type),
);
