/** Assignment: names, unpacking, attributes, items; and the in-place operators of mutable collections. */
import type { Location } from "../../../base/span.ts";
import type { Expression } from "../../../syntax/expression.ts";
import { PROPERTY } from "../../attribute/class-attribute.ts";
import { typeModelsOf } from "../../attribute/inheritance.ts";
import { SLICE } from "../../evaluate/subscript.ts";
import { fails } from "../../failure.ts";
import { type Frame, placeOf } from "../../frame.ts";
import { NO_KEYWORDS } from "../../library.ts";
import type { Machine } from "../../machine.ts";
import { addToSet, setEntry, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import { bind } from "../../scope.ts";
import type { ClassValue, InstanceValue, LibraryObject, ListValue, Value } from "../../value.ts";
import { definesMethod, instanceOf, ownerOf } from "../../values/derived.ts";
import { growList } from "../../values/grow-list.ts";
import { hashKey } from "../../values/hash-key.ts";
import { join, perhaps } from "../../values/one-of.ts";
import { unpacked } from "./unpack.ts";

export function assignTo(machine: Machine, target: Expression, value: Value, frame: Frame): void {
  switch (target.kind) {
    case "name":
      bind(frame.scope, target.id, value);
      return;
    case "tuple":
    case "list":
      unpack(machine, target.items, value, frame);
      return;
    case "starred":
      assignTo(machine, target.value, value, frame);
      return;
    case "attribute":
      assignAttribute(machine, machine.evaluate(target.object, frame), { name: target.name, value, at: placeOf(frame, target) });
      return;
    case "subscript":
      assignItem(machine, machine.evaluate(target.object, frame), {
        index: machine.evaluate(target.index, frame),
        value,
        at: placeOf(frame, target),
      });
      return;
    default:
      // Anything else is a syntax error that the parser let pass.
      return;
  }
}

function unpack(machine: Machine, targets: readonly Expression[], value: Value, frame: Frame): void {
  const [first] = targets;
  const at: Location = placeOf(frame, first ?? { start: 0, end: 0 });
  const parts = unpacked(machine, targets, value, at);
  for (const [index, target] of targets.entries()) assignTo(machine, target, parts[index] as Value, frame);
}

interface AttributeAssignment {
  readonly name: string;
  readonly value: Value;
  readonly at: Location;
}

export function assignAttribute(machine: Machine, object: Value, { name, value, at }: AttributeAssignment): void {
  switch (object.kind) {
    case "instance":
    case "dict":
    case "list":
    case "str":
    case "int":
    case "tuple":
      assignToInstance(machine, object, { name, value, at });
      return;
    case "class": {
      const old = object.namespace.get(name);
      if (object.flavour === "enum" && old?.kind === "instance" && old.class === object)
        raise("AttributeError", `cannot reassign member '${name}'`, at);
      assignName(machine, object.namespace, name, value);
      return;
    }
    case "module":
      assignName(machine, object.scope.names, name, value);
      return;
    case "function":
      object.attributes.set(name, value);
      return;
    case "object":
      assignName(machine, object.fields, name, value);
      return;
    default:
      return;
  }
}

function assignToInstance(machine: Machine, object: Value, { name, value, at }: AttributeAssignment): void {
  const instance = instanceOf(object);
  if (!instance) return;
  const owner = ownerOf(instance.class, "__setattr__");
  const setter = owner?.namespace.get("__setattr__");
  if (setter && !isFrozenBefore(instance.class, owner)) {
    callWith(machine, { kind: "bound-method", function: setter, self: object }, { values: [str(name), value], at });
    return;
  }
  if (isFrozenBefore(instance.class, owner)) raise(FROZEN, `cannot assign to field '${name}'`, at);
  if (isFrozenModel(instance.class)) raise("pydantic.ValidationError", "Instance is frozen", at);
  if (instance.class.flavour === "enum" && isOfMember(instance, name))
    raise("AttributeError", `<enum 'Enum'> cannot set attribute '${name}'`, at);
  const models = typeModelsOf(machine.options.library, instance.class);
  models.find(({ assign }) => assign)?.assign?.(instance, name, { interpreter: machine, at });
  assignPlainly(machine, object, { name, value, at });
}

export const FROZEN = "dataclasses.FrozenInstanceError";

/** Does a frozen dataclass come before the class whose `__setattr__` would be asked? */
export function isFrozenBefore({ mro }: ClassValue, owner: ClassValue | undefined): boolean {
  const frozen = mro.findIndex((base) => base.kind === "class" && base.frozen);
  return frozen >= 0 && (owner === undefined || frozen <= mro.indexOf(owner));
}

/** `model_config = {"frozen": True}` of pydantic; a plain name in front of what `packages/` reads of models. */
function isFrozenModel(cls: ClassValue): boolean {
  const config = cls.flavour === "plain" ? ownerOf(cls, "model_config")?.namespace.get("model_config") : undefined;
  const frozen = config?.kind === "dict" ? config.entries.get(hashKey(str("frozen")) ?? "")?.value : undefined;
  return frozen?.kind === "bool" && frozen.value;
}

function isOfMember(member: InstanceValue, name: string): boolean {
  return (name === "name" || name === "value") && member.attributes.has("_value_");
}

/** `object.__setattr__(self, name, value)`: properties and descriptors have a say, a `__setattr__` of the class has not. */
export function assignPlainly(machine: Machine, object: Value, { name, value, at }: AttributeAssignment): void {
  const instance = instanceOf(object);
  if (!instance) return;
  const descriptor = ownerOf(instance.class, name)?.namespace.get(name);
  const setter = descriptor?.kind === "object" && descriptor.type === PROPERTY ? descriptor.fields.get("setter") : undefined;
  if (setter && setter.kind !== "none") callWith(machine, setter, { values: [object, value], at });
  else if (descriptor?.kind === "instance" && definesMethod(descriptor, "__set__"))
    callWith(machine, machine.attribute(descriptor, "__set__", at), { values: [object, value], at });
  else if (setter) {
    const message = `property '${name}' of '${instance.class.name}' object has no setter`;
    fails(machine, { exception: "AttributeError", message, at, values: [object] });
  } else assignName(machine, instance.attributes, name, value);
}

export function callWith(
  machine: Machine,
  callee: Value,
  { values, at }: { readonly values: readonly Value[]; readonly at: Location },
): Value {
  return machine.call(callee, { positional: values.map((value) => ({ value, at })), keywords: NO_KEYWORDS, complete: true }, at);
}

/** Under an undecidable condition the old value may still be there. */
function assignName(machine: Machine, names: Map<string, Value>, name: string, value: Value): void {
  const condition = machine.conditions.at(-1);
  const old = names.get(name);
  names.set(name, condition && old ? (join(old, value, condition) ?? value) : value);
}

interface ItemAssignment {
  readonly index: Value;
  readonly value: Value;
  readonly at: Location;
}

export function assignItem(machine: Machine, object: Value, { index, value, at }: ItemAssignment): void {
  if (definesMethod(object, "__setitem__")) callWith(machine, machine.attribute(object, "__setitem__", at), { values: [index, value], at });
  else assignOwnItem(machine, object, { index, value, at });
}

/** As the builtin class or the library type does it, whatever a class of the repository makes of it. */
export function assignOwnItem(machine: Machine, object: Value, { index, value, at }: ItemAssignment): void {
  const condition = machine.conditions.at(-1);
  switch (object.kind) {
    case "dict": {
      const old = object.entries.get(hashKey(index) ?? "")?.value;
      setEntry(object, index, condition ? (old ? (join(old, value, condition) ?? value) : perhaps(value, condition)) : value);
      return;
    }
    case "list":
      assignListItem(machine, object, { index, value, at });
      return;
    case "object": {
      // `globals()["name"] = value` and the like: types that take items have a method for it.
      const method = machine.options.library.types.get(object.type)?.methods?.["__setitem__"];
      const positional = [index, value].map((each) => ({ value: each, at }));
      method?.(object, { args: { positional, keywords: NO_KEYWORDS, complete: true }, at, interpreter: machine });
      return;
    }
    case "str":
    case "tuple":
      if (!instanceOf(object))
        fails(machine, {
          exception: "TypeError",
          message: `'${object.kind}' object does not support item assignment`,
          at,
          values: [object],
        });
      return;
    default:
      return;
  }
}

function assignListItem(machine: Machine, target: ListValue, { index, value, at }: ItemAssignment): void {
  const condition = machine.conditions.at(-1);
  if (index.kind === "int") {
    const position = Number(index.value) < 0 ? Number(index.value) + target.items.length : Number(index.value);
    const old = target.items[position];
    if (old) target.items[position] = condition ? (join(old, value, condition) ?? value) : value;
    else if (target.complete) raise("IndexError", "list assignment index out of range", at);
    return;
  }
  if (index.kind === "object" && index.type === SLICE && !condition && assignSlice(machine, target, { index, value, at })) return;
  target.complete = false;
  target.gap ??= machine.unknown(
    index.kind === "object" && index.type === SLICE ? "unsupported" : "mutation",
    "an item of this list was replaced by code that is not followed",
    at,
  );
}

/** `items[1:3] = values`, `del items[:2]` with no step. False when a bound is not known. */
function assignSlice(
  machine: Machine,
  target: ListValue,
  { index, value, at }: { index: LibraryObject; value: Value; at: Location },
): boolean {
  const bound = (name: string, absent: number): number | undefined => {
    const field = index.fields.get(name);
    if (field?.kind === "none") return absent;
    if (field?.kind !== "int") return undefined;
    const position = Number(field.value);
    return Math.min(Math.max(position < 0 ? position + target.items.length : position, 0), target.items.length);
  };
  const [start, stop] = [bound("start", 0), bound("stop", target.items.length)];
  const { items, gap } = machine.iterate(value, at);
  if (start === undefined || stop === undefined || index.fields.get("step")?.kind !== "none" || gap || !target.complete) return false;
  target.items.splice(start, Math.max(0, stop - start), ...items);
  return true;
}

interface Augmentation {
  readonly operator: string;
  readonly right: Value;
  readonly at: Location;
}

/** `left += right` where a class of the repository defines what that is; `undefined` elsewhere. */
export function augmentedByClass(machine: Machine, left: Value, { operator, right, at }: Augmentation): Value | undefined {
  const name = IN_PLACE[operator];
  return name && definesMethod(left, name) ? callWith(machine, machine.attribute(left, name, at), { values: [right], at }) : undefined;
}

const IN_PLACE: Readonly<Record<string, string>> = {
  "+": "__iadd__",
  "-": "__isub__",
  "*": "__imul__",
  "/": "__itruediv__",
  "//": "__ifloordiv__",
  "|": "__ior__",
  "&": "__iand__",
  "^": "__ixor__",
  "<<": "__ilshift__",
  ">>": "__irshift__",
  "@": "__imatmul__",
};

/** `list += …` and its kin change the collection itself. False when the operator makes a new value instead. */
export function augment(machine: Machine, left: Value, { operator, right, at }: Augmentation): boolean {
  const condition = machine.conditions.at(-1);
  const maybe = (item: Value) => (condition ? perhaps(item, condition) : item);
  if (left.kind === "list" && operator === "+") {
    const { items, gap } = machine.iterate(right, at);
    growList(left, items.map(maybe), machine, at);
    if (gap) {
      left.complete = false;
      left.gap ??= gap;
    }
    return true;
  }
  if (left.kind === "set" && operator === "|" && right.kind === "set" && !left.frozen) {
    for (const item of right.items.values()) addToSet(left, maybe(item));
    left.complete &&= right.complete;
    if (right.gap) left.gap ??= right.gap;
    return true;
  }
  if (left.kind === "dict" && operator === "|" && right.kind === "dict") {
    for (const entry of right.entries.values()) assignItem(machine, left, { index: entry.key, value: entry.value, at });
    left.complete &&= right.complete;
    if (right.gap) left.gap ??= right.gap;
    return true;
  }
  return false;
}
