/** Attributes of a model that are no fields: what pydantic adds to each, private ones, and that there are no others. */
import type { Location } from "../../../base/span.ts";
import { fieldsOf } from "../../call/fields.ts";
import type { Interpreter } from "../../interpreter.ts";
import type { TypeModel } from "../../library.ts";
import { NONE, set, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { InstanceValue, Value } from "../../value.ts";
import { ownerOf } from "../../values/derived.ts";
import { EXTRAS, isSetByCaller } from "./model-fields.ts";
import { PRIVATE } from "./refuse-model-class.ts";

/** Names of pydantic's own that are not modelled, and of what else a model may be. */
const OF_LIBRARY = /^(?:_|model_|resolve|copy$|json$|schema|construct$|parse_|from_orm$|validate$|fields$)/;
const CLOSED = /^(?:pydantic\.BaseModel|dagster\.(?:Model|Resolvable)|(?:abc|typing|enum|builtins)\..+)$/;

/** What is neither a field nor pydantic's own is not there. */
const absent: NonNullable<TypeModel["attribute"]> = (self, name, _, at) => {
  if (self.kind !== "instance" || OF_LIBRARY.test(name)) return undefined;
  const isClosed = self.class.mro.every((base) => base.kind === "class" || (base.kind === "symbol" && CLOSED.test(base.name)));
  return isClosed ? raise("AttributeError", `'${self.class.name}' object has no attribute '${name}'`, at) : undefined;
};

/** What a model has of its own beside its fields. */
export const modelAttribute: NonNullable<TypeModel["attribute"]> = (self, name, interpreter, at) => {
  if (self.kind !== "instance") return undefined;
  if (name === "model_extra") return self.attributes.get(EXTRAS) ?? NONE;
  if (name === "model_fields_set" && self.construction)
    return set(fieldsOf(self.class).flatMap((each) => (isSetByCaller(self, each) ? [str(each.name)] : [])));
  return privateAttribute(self, name, interpreter, at) ?? absent(self, name, interpreter, at);
};

/** `_cursor: int = PrivateAttr(default=0)`. */
function privateAttribute(self: InstanceValue, name: string, interpreter: Interpreter, at: Location): Value | undefined {
  if (!name.startsWith("_") || name.startsWith("__")) return undefined;
  const owner = ownerOf(self.class, name);
  const given = owner?.namespace.get(name);
  if (given?.kind !== "object" || given.type !== PRIVATE) return undefined;
  const factory = given.fields.get("default_factory");
  const value = factory
    ? interpreter.call(factory, { positional: [], keywords: new Map(), complete: true }, at)
    : given.fields.get("default");
  if (value) self.attributes.set(name, value);
  return value;
}
