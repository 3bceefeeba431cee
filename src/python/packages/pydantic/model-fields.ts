/** What pydantic knows of a model's fields beside their values: under which names they are given, which are computed, what else a model may hold. */
import { CACHED_PROPERTY, PROPERTY } from "../../attribute/class-attribute.ts";
import { COMPUTED } from "../../attribute/computed-fields.ts";
import { selfOf } from "../../builtins/arguments.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { NONE, NOWHERE, native, TRUE } from "../../make-value.ts";
import type { ClassField, ClassValue, InstanceValue, Value } from "../../value.ts";
import { keywordsOfDict } from "../structure.ts";
import { FIELD } from "./refuse-model-class.ts";

/** Of an instance: what no field takes and the model allows, by name; not visible to Python. */
export const EXTRAS = "\0extras";
/** Of a function: `@field_serializer`. */
export const SERIALIZER = "\0serializer";

/** Names that a field may be given under; its own only where there is no alias, or the model says so. */
export function namesOf({ name, default: given }: ClassField, cls: ClassValue): readonly string[] {
  if (given?.kind !== "object" || given.type !== FIELD) return [name];
  const aliases = ["validation_alias", "alias"].flatMap((key) => {
    const alias = given.fields.get(key);
    return alias?.kind === "str" ? [alias.value] : [];
  });
  const [alias] = aliases;
  if (alias === undefined) return [name];
  const isOn = ["populate_by_name", "validate_by_name", "allow_population_by_field_name"].some((setting) => {
    const value = settingOf(cls, setting);
    return value?.kind === "bool" && value.value;
  });
  return isOn ? [alias, name] : [alias];
}

/** A setting of `model_config` or the inner class `Config`, of the class itself or the nearest base that has it. */
export function settingOf(cls: ClassValue, name: string): Value | undefined {
  for (const base of cls.mro) {
    if (base.kind !== "class") continue;
    const [config, old] = [base.namespace.get("model_config"), base.namespace.get("Config")];
    const given = config?.kind === "dict" ? keywordsOfDict(config, NOWHERE).get(name)?.value : undefined;
    const value = given ?? (old?.kind === "class" ? old.namespace.get(name) : undefined);
    if (value) return value;
  }
  return undefined;
}

/** Was the field given when the model was made, or set afterwards? */
export function isSetByCaller(self: InstanceValue, field: ClassField): boolean {
  const given = self.construction?.args.keywords;
  return given === undefined || namesOf(field, self.class).some((name) => given.has(name));
}

/** `@computed_field`, `@computed_field(…)`, over a property or a method that becomes one. */
export const computedField: SymbolModel = (context) => {
  const [first] = context.args.positional;
  return first ? computed(first.value, context) : native("computed_field", (inner) => computed(selfOf(inner), inner));
};

function computed(value: Value, { at }: CallContext): Value {
  const isProperty = value.kind === "object" && (value.type === PROPERTY || value.type === CACHED_PROPERTY);
  const fields = isProperty ? value.fields : new Map([["function", value]]);
  return { kind: "object", type: isProperty ? value.type : PROPERTY, fields: new Map([...fields, [COMPUTED, TRUE]]), at };
}

/** `@field_serializer(…)`, `@model_serializer`: marks the function. */
export const serializer: SymbolModel = (context) => {
  const mark = (value: Value): Value => {
    if (value.kind === "function") value.attributes.set(SERIALIZER, TRUE);
    return value;
  };
  const first = context.args.positional[0]?.value ?? NONE;
  return first.kind === "function" ? mark(first) : native("serializer", (inner) => mark(selfOf(inner)));
};
