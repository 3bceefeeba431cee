/**
 * One shape for definitions however they were made: a library object stays itself, an instance of the repository's own subclass of a Dagster type
 * is seen as an object of that type with the instance's attributes for fields.
 */
import type { Interpreter } from "../../../python/interpreter.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../python/value.ts";

const seen = new WeakMap<InstanceValue, LibraryObject>();

/** Equal values give the identical object. `undefined` for what is no definition. */
export function definitionObject(value: Value, interpreter: Interpreter): LibraryObject | undefined {
  if (value.kind === "object") return value;
  if (value.kind !== "instance" || !value.construction) return undefined;
  const known = seen.get(value);
  if (known) return known;
  const base = value.class.mro.find(
    (each) => each.kind === "symbol" && DEFINITION_TYPES.some((type) => interpreter.isSubclass(each, type)),
  );
  const type = base && DEFINITION_TYPES.find((each) => interpreter.isSubclass(base, each));
  if (type === undefined) return undefined;
  const object: LibraryObject = {
    kind: "object",
    type,
    fields: value.attributes,
    at: value.construction.at,
    args: value.construction.args,
  };
  seen.set(value, object);
  return object;
}

const DEFINITION_TYPES: readonly string[] = [
  "dagster.AssetsDefinition",
  "dagster.SourceAsset",
  "dagster.AssetSpec",
  "dagster.JobDefinition",
  "dagster.UnresolvedAssetJobDefinition",
  "dagster.GraphDefinition",
  "dagster.ScheduleDefinition",
  "dagster.SensorDefinition",
  "dagster.Definitions",
  "dagster.RepositoryDefinition",
];
