/** `del`: names, attributes, items. Under an undecidable condition an item may still be there. */
import type { Location } from "../../../base/span.ts";
import type { Expression } from "../../../syntax/expression.ts";
import { STAR_GAP } from "../../evaluate/name.ts";
import { SLICE } from "../../evaluate/subscript.ts";
import { type Frame, placeOf } from "../../frame.ts";
import { NO_KEYWORDS } from "../../library.ts";
import type { Machine } from "../../machine.ts";
import { list, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import { bindingScope } from "../../scope.ts";
import type { Value } from "../../value.ts";
import { definesMethod, instanceOf, ownerOf } from "../../values/derived.ts";
import { hashKey } from "../../values/hash-key.ts";
import { perhaps } from "../../values/one-of.ts";
import { assignOwnItem, callWith, FROZEN, isFrozenBefore } from "./assign.ts";

export function deleteTarget(machine: Machine, target: Expression, frame: Frame): void {
  if (target.kind === "name") deleteName(machine, target, frame);
  else if (target.kind === "tuple" || target.kind === "list") for (const item of target.items) deleteTarget(machine, item, frame);
  else if (target.kind === "subscript") {
    const object = machine.evaluate(target.object, frame);
    deleteItem(machine, object, { index: machine.evaluate(target.index, frame), at: placeOf(frame, target) });
  } else if (target.kind === "attribute") {
    const object = machine.evaluate(target.object, frame);
    const at = placeOf(frame, target);
    if (definesMethod(object, "__delattr__"))
      callWith(machine, machine.attribute(object, "__delattr__", at), { values: [str(target.name)], at });
    else deleteAttribute(machine, object, { name: target.name, at });
  }
}

function deleteName(machine: Machine, { id, start, end }: Extract<Expression, { kind: "name" }>, frame: Frame): void {
  const scope = bindingScope(frame.scope, id);
  if (scope.names.delete(id) || scope.module.scope.names.has(STAR_GAP) || machine.conditions.length > 0) return;
  const at = placeOf(frame, { start, end });
  if (scope.kind === "function")
    raise("UnboundLocalError", `cannot access local variable '${id}' where it is not associated with a value`, at);
  raise("NameError", `name '${id}' is not defined`, at);
}

/** Without a `__delattr__` of the class. */
export function deleteAttribute(machine: Machine, object: Value, { name, at }: { readonly name: string; readonly at: Location }): void {
  if (object.kind === "class") object.namespace.delete(name);
  if (object.kind === "module") object.scope.names.delete(name);
  const instance = instanceOf(object);
  if (!instance) return;
  if (isFrozenBefore(instance.class, undefined)) raise(FROZEN, `cannot delete field '${name}'`, at);
  const descriptor = ownerOf(instance.class, name)?.namespace.get(name);
  if (descriptor?.kind === "instance" && definesMethod(descriptor, "__delete__"))
    callWith(machine, machine.attribute(descriptor, "__delete__", at), { values: [object], at });
  else instance.attributes.delete(name);
}

interface ItemDeletion {
  readonly index: Value;
  readonly at: Location;
}

function deleteItem(machine: Machine, object: Value, { index, at }: ItemDeletion): void {
  if (definesMethod(object, "__delitem__")) callWith(machine, machine.attribute(object, "__delitem__", at), { values: [index], at });
  else deleteOwnItem(machine, object, { index, at });
}

/** As `assignOwnItem`. */
export function deleteOwnItem(machine: Machine, object: Value, { index, at }: ItemDeletion): void {
  const key = hashKey(index);
  const condition = machine.conditions.at(-1);
  const entry = object.kind === "dict" && key !== undefined ? object.entries.get(key) : undefined;
  if (object.kind === "dict" && condition && entry) object.entries.set(key ?? "", { ...entry, value: perhaps(entry.value, condition) });
  else if (object.kind === "dict" && key !== undefined) {
    if (!object.entries.delete(key) && object.complete) raise("KeyError", index.kind === "str" ? index.value : key.slice(1), at);
  } else if (object.kind === "list" && index.kind === "int") object.items.splice(Number(index.value), 1);
  else if (object.kind === "list" && index.kind === "object" && index.type === SLICE)
    assignOwnItem(machine, object, { index, value: list([]), at });
  else if (object.kind === "object" && index.kind === "str") {
    const method = machine.options.library.types.get(object.type)?.methods?.["__delitem__"];
    method?.(object, { args: { positional: [{ value: index, at }], keywords: NO_KEYWORDS, complete: true }, at, interpreter: machine });
  }
}
