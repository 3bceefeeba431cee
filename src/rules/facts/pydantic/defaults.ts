/** The default of a field, however it is written: `= 5`, `= Field(default=5)`, `Annotated[int, Field(default=5)]`. */
import { FIELD } from "../../../python/packages/pydantic/refuse-model-class.ts";
import { originName, typeArguments } from "../../../python/packages/structure.ts";
import type { ClassField, LibraryObject, Value } from "../../../python/value.ts";

/** `Field(description=…)` has none, `Field(...)` neither. */
export function hasDefault(field: ClassField, type: Value): boolean {
  if (field.default && !isInfo(field.default)) return field.default.kind !== "ellipsis";
  return infosOf(field, type).some((info) => plainDefault(info) !== undefined || hasFactory(info) || info.args?.complete === false);
}

/** `undefined` where there is none, or a factory gives it. */
export function defaultOf(field: ClassField, type: Value): Value | undefined {
  if (field.default && !isInfo(field.default)) return field.default.kind === "ellipsis" ? undefined : field.default;
  return infosOf(field, type)
    .map(plainDefault)
    .find((value) => value !== undefined);
}

function infosOf({ default: own }: ClassField, type: Value): readonly LibraryObject[] {
  const metadata = originName(type) === "Annotated" ? typeArguments(type).slice(1) : [];
  return [...(own ? [own] : []), ...metadata].filter(isInfo);
}

function isInfo(value: Value): value is LibraryObject {
  return value.kind === "object" && value.type === FIELD;
}

function plainDefault(info: LibraryObject): Value | undefined {
  const value = info.fields.get("default");
  return value?.kind === "ellipsis" ? undefined : value;
}

function hasFactory(info: LibraryObject): boolean {
  const factory = info.fields.get("default_factory");
  return factory !== undefined && factory.kind !== "none";
}
