/** Constructors made from annotated fields: dataclasses, named tuples, pydantic models and whatever else a library base makes so. */
import { typeModelsOf } from "../attribute/inheritance.ts";
import type { CallContext } from "../library.ts";
import type { Machine } from "../machine.ts";
import { raise } from "../python-raise.ts";
import type { ClassField, ClassValue, InstanceValue, Value } from "../value.ts";

/** Fields in constructor order: bases first, a redefinition keeps its place. */
export function fieldsOf(cls: ClassValue): readonly ClassField[] {
  const fields = new Map<string, ClassField>();
  for (const base of [...cls.mro].reverse()) {
    if (base.kind !== "class") continue;
    for (const field of base.fields) fields.set(field.name, field);
  }
  return [...fields.values()];
}

/** Assigns the constructor's arguments to the instance's fields, by way of the library's base class where that has a say. */
export function executeInit(machine: Machine, instance: InstanceValue, context: CallContext): void {
  const model = typeModelsOf(machine.options.library, instance.class).find(({ initialize }) => initialize);
  if (model?.initialize) model.initialize(instance, context, (args) => assignFields(machine, instance, { ...context, args }));
  else assignFields(machine, instance, context);
}

function assignFields(machine: Machine, instance: InstanceValue, { args, at }: CallContext): void {
  const cls = instance.class;
  const fields = fieldsOf(cls).filter((field) => !isClassVariable(field, cls));
  const byPosition = takesPositions(cls);
  const positional = args.positional.map((argument) => argument.value);
  for (const field of fields) {
    const taken = isTaken(field);
    const given = taken ? ((byPosition ? positional.shift() : undefined) ?? args.keywords.get(field.name)?.value) : undefined;
    const value = given ?? defaultOf(machine, field, at);
    if (!taken && !value) continue;
    if (value) instance.attributes.set(field.name, value);
    else if (!args.complete)
      instance.attributes.set(field.name, machine.unknown("unsupported", `\`${field.name}\` may be among the unknown arguments`, at));
    else if (byPosition) raise("TypeError", `${cls.name}() missing a required argument: '${field.name}'`, at);
  }
  for (const [name, argument] of args.keywords) if (!instance.attributes.has(name)) instance.attributes.set(name, argument.value);
  const postInit = cls.mro.find((base) => base.kind === "class" && base.namespace.has("__post_init__"));
  if (postInit?.kind === "class")
    machine.call(machine.attribute(instance, "__post_init__", at), { positional: [], keywords: new Map(), complete: true }, at);
}

/** `field(init=False)` is no parameter: `__post_init__` sets it, as a rule. */
function isTaken(field: ClassField): boolean {
  const option = field.default?.kind === "object" ? field.default.fields.get("init") : undefined;
  return !(option?.kind === "bool" && !option.value);
}

function takesPositions(cls: ClassValue): boolean {
  return cls.mro.some((base) => base.kind === "class" && (base.flavour === "dataclass" || base.flavour === "named-tuple"));
}

export function isClassVariable(field: ClassField, cls: ClassValue): boolean {
  return /^(typing\.|t\.)?ClassVar\b/.test(cls.file.text.slice(field.annotation.start, field.annotation.end));
}

/** `field(default=…)`, `Field(default_factory=…)`, or the value itself, fresh where it is a factory's. */
function defaultOf(machine: Machine, field: ClassField, at: CallContext["at"]): Value | undefined {
  const value = field.default;
  if (value?.kind !== "object" || !FIELD_TYPES.has(value.type)) return value;
  const factory = value.fields.get("default_factory");
  if (factory && factory.kind !== "none") return machine.call(factory, { positional: [], keywords: new Map(), complete: true }, at);
  return value.fields.get("default");
}

/** Library objects that stand for a field's default: fields `default` and `default_factory`. */
export const FIELD_TYPES: ReadonlySet<string> = new Set(["dataclasses.Field", "pydantic.FieldInfo"]);
