/**
 * Calls of libraries as they happened, those that a model refuses included: what rules ask when no object came of a call.
 * Kept are the arguments with their places and, for a decorator that was given arguments, the functions it was then applied to.
 */
import type { Location } from "../base/span.ts";
import type { CallArguments } from "./library.ts";
import type { ClassValue, LibraryObject, Unknown, Value } from "./value.ts";

export interface LibraryCall {
  /** Public qualified name: `dagster.asset`, `requests.get`. Of a class in the repository: the nearest library class that it derives from. */
  readonly name: string;
  /** The class of the repository that was called. */
  readonly subclass?: ClassValue;
  /** Of a method: what it was called on. */
  readonly receiver?: Value;
  readonly args: CallArguments;
  readonly at: Location;
  /** The undecidable condition under which it is called. */
  readonly condition?: Unknown;
  /** Inside a `try` with handlers: what it raises may be caught. */
  readonly guarded: boolean;
  /** Absent when it raised. */
  result?: Value;
  /** The members of a list that it returned, as they were then: user code may add others. */
  returned?: readonly Value[];
  /** Rank among all calls and copies by when they returned; an inner call is before the outer one. Absent when it raised. */
  finished?: number;
  /** `@asset(…)`: each function that the result was applied to. */
  readonly applications: Application[];
}

export interface Application {
  readonly args: CallArguments;
  readonly at: Location;
  result?: Value;
}

/** A method that gave a copy of its object, with other fields: `spec.replace_attributes(…)`. */
export interface LibraryCopy {
  /** `dagster.AssetSpec.replace_attributes`. */
  readonly name: string;
  readonly of: LibraryObject;
  readonly result: LibraryObject;
  readonly args: CallArguments;
  readonly at: Location;
  /** As of a call. */
  readonly finished: number;
}
