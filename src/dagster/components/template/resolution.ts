/**
 * What a value of a component's YAML is resolved in: the names that templates see, the file they stand in, the component that is being loaded.
 * Plays the part of Dagster's `ResolutionContext`; user code sees it as an object of that type.
 */
import type { CallContext } from "../../../python/library.ts";
import type { LibraryObject, ModuleValue, Value } from "../../../python/value.ts";

export interface Resolution {
  /** `at` is the document in the YAML file. */
  readonly context: CallContext;
  /** The YAML file as the module that template expressions stand in. */
  readonly module: ModuleValue;
  readonly scope: ReadonlyMap<string, Value>;
  /** The `ComponentLoadContext`. */
  readonly loading: LibraryObject;
  /** Fields of the library's own models and components, by type. */
  readonly schemas: ReadonlyMap<string, Schema>;
}

/** From what the YAML holds (templates not yet rendered) to the value of a field. */
export type Resolve = (value: Value, resolution: Resolution) => Value;

/** Fields of a resolvable class of a library. */
export type Schema = Readonly<Record<string, SchemaField>>;

export interface SchemaField {
  readonly resolve: Resolve;
  /** Its name in YAML, where that is another. */
  readonly yamlName?: string;
  /** Absent: it has to be given. */
  readonly default?: Value;
  /** What is expected in place of a value that Dagster refuses: `"an integer"`. */
  readonly expects?: (value: Value) => string | undefined;
  /** For certain: Dagster refuses a mapping without it. */
  readonly isRequired?: true;
}

/** Stands in a scope of which not every name is known. */
export const OPEN_SCOPE = "\0open";

export function withScope(resolution: Resolution, names: Iterable<readonly [string, Value]>): Resolution {
  return { ...resolution, scope: new Map([...resolution.scope, ...names]) };
}
