/**
 * The fields of a Dagster object, or of an instance of a repository class that derives from a Dagster type: one way to read both.
 */
import type { InstanceValue, LibraryObject, Value } from "../../python/value.ts";

export function fieldOf(object: LibraryObject | InstanceValue, name: string): Value | undefined {
  return (object.kind === "object" ? object.fields : object.attributes).get(name);
}

/**
 * The Dagster type that an object is or derives from: `dagster.DailyPartitionsDefinition`. `undefined` when no base is a library class.
 */
export function libraryTypeOf(object: LibraryObject | InstanceValue): string | undefined {
  if (object.kind === "object") return object.type;
  for (const base of object.class.mro) if (base.kind === "symbol") return base.name;
  return undefined;
}

/** The class name that Dagster would show: the repository's own class for an instance. */
export function classNameOf(object: LibraryObject | InstanceValue): string {
  if (object.kind === "instance") return object.class.name;
  return object.type.slice(object.type.lastIndexOf(".") + 1);
}
