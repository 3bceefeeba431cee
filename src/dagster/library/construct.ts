/**
 * Making objects. Two ways: `construct` for what a call in user code made (logged, with its arguments), and `derive` for what a model
 * makes on behalf of another object (not logged: a rule that looks at calls must not see one call twice).
 */
import type { Location } from "../../base/span.ts";
import type { CallContext } from "../../python/library.ts";
import { str } from "../../python/make-value.ts";
import type { LibraryObject, OneOf, Unknown, Value } from "../../python/value.ts";
import { EQUALITY_FIELD, hashKey } from "../../python/values/hash-key.ts";
import { distribute as distributeOptions } from "../../python/values/one-of.ts";
import type { ObjectType } from "../model/objects.ts";
import { type RefusalKind, refused } from "./refusal.ts";

type Fields = Readonly<Record<string, Value>>;

/** The object that this call makes. */
export function construct(type: ObjectType | (string & {}), fields: Fields, context: CallContext, payload?: unknown): LibraryObject {
  return context.interpreter.object(type, fieldMap(fields), {
    at: context.at,
    args: context.args,
    ...(payload !== undefined && { payload }),
  });
}

/** An object that stands for no call of its own, such as the key made from a string. `equality`: equal strings are equal objects. */
export function derive(
  type: ObjectType | (string & {}),
  fields: Fields,
  at: Location,
  extra: { readonly payload?: unknown; readonly equality?: string } = {},
): LibraryObject {
  const map = fieldMap(fields);
  if (extra.equality !== undefined) map.set(EQUALITY_FIELD, str(extra.equality));
  return { kind: "object", type, fields: map, at, ...(extra.payload !== undefined && { payload: extra.payload }) };
}

/** The object with some fields (and its payload) replaced: place, arguments, condition and trace stay those of the original. */
export function copy(object: LibraryObject, fields: Fields, payload: unknown = object.payload): LibraryObject {
  const map = new Map(object.fields);
  for (const name in fields) setField(map, name, fields[name]);
  return { ...object, fields: map, ...(payload !== undefined && { payload }) };
}

/** Without the pairs of `Object.entries`, which cost more than the map: every object of a project comes through here. */
function fieldMap(fields: Fields): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const name in fields) setField(map, name, fields[name]);
  return map;
}

function setField(map: Map<string, Value>, name: string, value: Value | undefined): void {
  if (value !== undefined) map.set(name, value);
}

/** Applies a function to what a value may be: through a `one-of`, and not to an unknown. */
export function distribute(value: Value, apply: (value: Exclude<Value, Unknown | OneOf>) => Value): Value {
  if (value.kind === "unknown") return value;
  return value.kind === "one-of" ? distributeOptions(value, (option) => distribute(option, apply)) : apply(value);
}

export function unsupported(context: CallContext, message: string): Unknown {
  return context.interpreter.unknown("unsupported", message, context.at);
}

/** What the code makes cannot be: Dagster raises here. The value is not known to anyone. */
export function raises(context: Pick<CallContext, "interpreter" | "at">, problem: string, kind: RefusalKind = "value"): Unknown {
  return refused(context, { kind, problem }, "this");
}

export function isObject<T extends string>(
  value: Value | undefined,
  ...types: readonly T[]
): value is LibraryObject & { readonly type: T } {
  return value?.kind === "object" && (types as readonly string[]).includes(value.type);
}

/** True when both are hashable and equal. */
export function sameValue(left: Value, right: Value): boolean {
  const key = hashKey(left);
  return key !== undefined && key === hashKey(right);
}

/** `value or fallback` of Python for values that are None, empty or something. */
export function orElse(value: Value | undefined, fallback: Value): Value {
  return isEmpty(value) ? fallback : (value as Value);
}

/** False in Python, as far as a model needs to know: None, `""`, an empty collection that is complete, not given. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined) return true;
  switch (value.kind) {
    case "none":
      return true;
    case "bool":
      return !value.value;
    case "str":
      return value.value === "";
    case "list":
    case "tuple":
      return value.complete && value.items.length === 0;
    case "set":
      return value.complete && value.items.size === 0;
    case "dict":
      return value.complete && value.entries.size === 0;
    default:
      return false;
  }
}
